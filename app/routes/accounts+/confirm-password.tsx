import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isRefused } from '~/domain/shared/refusal'
import type { Asked } from '~/http/asked.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { safeNext, serve } from '~/http/serve.server'
import { notePassword } from '~/http/session.server'
import { useTranslation } from '~/i18n/words'
import { EntryErrors } from '~/ui/accounts/entry-errors'
import { EntryPage } from '~/ui/accounts/entry-page'
import { Button } from '~/ui/kit/button'
import { Field } from '~/ui/kit/field'
import { titled } from '~/ui/shell/title'
import { provePassword } from '~/usecases/accounts/prove-password.server'

const form = z.object({ password: z.string('accounts:error.passwordMissing').max(1000, 'accounts:refusal.present') })

const nextOf = (request: Asked) => safeNext(new URL(request.url).searchParams.get('next'), '/account')

export const loader = serve('person', ({ actor }) => {
  if (!actor.hasPassword) throw redirect('/password')
  return { name: actor.name }
})

export const action = serve('person', async ({ actor, now }, { request }) => {
  const typed = await formOf(request)
  const read = parseForm(typed, form)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await provePassword(actor, read.value.password, 'password')
  if (isRefused(outcome)) return refusedForm(outcome, typed)
  await notePassword(actor, now)
  return redirect(nextOf(request))
})

export const handle = titled<typeof loader>((t) => t('accounts:confirm.title'))

export default function ConfirmPassword() {
  const { name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('accounts')
  return (
    <EntryPage title={t('confirm.title')} lead={t('confirm.lead', { name })}>
      <form method="post">
        <EntryErrors answer={answer} />
        <Field name="password" label={t('signIn.password')} answer={answer} type="password" autoComplete="current-password" required />
        <Button weight="primary" className="w-full sm:w-auto">
          {t('confirm.go')}
        </Button>
      </form>
    </EntryPage>
  )
}
