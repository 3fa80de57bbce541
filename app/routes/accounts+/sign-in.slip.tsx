import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isRefused } from '~/domain/shared/refusal'
import type { Asked } from '~/http/asked.server'
import { browserMark, newBrowserMark } from '~/http/browser.server'
import { entryHeaders } from '~/http/enter.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { safeNext, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { withNext } from '~/paths'
import { EntryPage } from '~/ui/accounts/entry-page'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors } from '~/ui/kit/field'
import { titled } from '~/ui/shell/title'
import { enterBySlip } from '~/usecases/accounts/enter-by-slip.server'

const form = z.object({ letters: z.string('accounts:error.slipMissing').max(100, 'accounts:refusal.slip') })

const nextOf = (request: Asked): string => safeNext(new URL(request.url).searchParams.get('next'), '')

export const loader = serve('anyone', (_ctx, { request }) => ({ next: nextOf(request) }))

export const action = serve('anyone', async ({ address, now, today }, { request }) => {
  const typed = await formOf(request)
  const read = parseForm(typed, form)
  if (!read.ok) return formRefused(read.answer)
  const device = browserMark(request) ?? newBrowserMark()
  const outcome = await enterBySlip({ code: read.value.letters, address, device, now, today })
  if (isRefused(outcome)) return refusedForm(outcome, typed)
  return redirect(withNext('/password', nextOf(request)), { headers: await entryHeaders(request, outcome, device, now, false) })
})

export const handle = titled<typeof loader>((t) => t('accounts:slip.title'))

export default function SignInBySlip() {
  const { next } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('accounts')
  return (
    <EntryPage title={t('slip.title')} lead={t('slip.lead')}>
      <form method="post">
        <FormErrors answer={answer} />
        <Field
          name="letters"
          label={t('slip.code')}
          hint={t('slip.codeHint')}
          answer={answer}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          placeholder="XXXX-XXXX-XXXX"
          required
        />
        <Button weight="primary" className="w-full sm:w-auto">
          {t('slip.go')}
        </Button>
      </form>
      <p className="mt-8">
        <a className="inline-flex min-h-touch items-center" href={withNext('/sign-in', next)}>
          {t('slip.back')}
        </a>
      </p>
    </EntryPage>
  )
}
