import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { addressOf, choiceOf } from '~/data/notices/mail-addresses.server'
import { addressLength, codeHours, isCodeGood, maskedAddress, oftens } from '~/domain/notices/mail-address'
import { isRefused } from '~/domain/shared/refusal'
import { mailIsSetUp } from '~/gateways/mail.server'
import { unseal } from '~/gateways/secrets.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { type Signed, serve } from '~/http/serve.server'
import { type MailSettings, MailSettingsView, settingsDone } from '~/ui/notices/mail-settings-view'
import { titled } from '~/ui/shell/title'
import { chooseMail, withdrawAddress } from '~/usecases/notices/choose-mail.server'
import { confirmAddress } from '~/usecases/notices/confirm-address.server'
import { giveAddress } from '~/usecases/notices/give-address.server'

const wishes = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('give'),
    address: z.string('inbox:error.addressMissing').max(addressLength, 'inbox:refusal.address'),
  }),
  z.object({
    act: z.literal('confirm'),
    code: z.string('inbox:error.codeMissing').max(60, 'inbox:refusal.code'),
    often: z.enum(['weekly', 'daily'], 'inbox:error.often'),
  }),
  z.object({ act: z.literal('choose'), often: z.enum(oftens, 'inbox:error.often') }),
  z.object({ act: z.literal('withdraw') }),
])

function settingsOf({ actor, now }: Signed): MailSettings {
  const address = addressOf(actor.accountId)
  const { often } = choiceOf(actor.accountId)
  if (address === null || address.state === 'none') return { state: mailIsSetUp() ? 'none' : 'off', address: '', often }
  const isOld = address.state === 'waiting' && !isCodeGood(address.at, now)
  return { state: isOld ? 'old' : address.state, address: maskedAddress(unseal(address.sealed)), often }
}

export const loader = serve('person', (ctx, { request }) => ({
  mail: settingsOf(ctx),
  hours: codeHours,
  done: readQuery(request).oneOf('done', settingsDone),
}))

async function act(ctx: Signed, wish: z.output<typeof wishes>) {
  const { locale } = ctx
  switch (wish.act) {
    case 'give':
      return giveAddress(ctx, { address: wish.address, locale })
    case 'confirm':
      return confirmAddress(ctx, { code: wish.code, often: wish.often, locale })
    case 'choose':
      return chooseMail(ctx, { often: wish.often, locale })
    case 'withdraw':
      return withdrawAddress(ctx)
  }
}

export const action = serve('person', async (ctx, { request }) => {
  const form = await formOf(request)
  const read = parseForm(form, wishes)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await act(ctx, read.value)
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/me/notices/settings?done=${outcome.kind}`)
})

export const handle = titled<typeof loader>((t) => t('inbox:settings.title'))

export default function NoticeSettings() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <MailSettingsView {...page} answer={answer} />
}
