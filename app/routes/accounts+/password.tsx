import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findAccount, loginsOf } from '~/data/accounts/accounts.server'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { browserMark, newBrowserMark } from '~/http/browser.server'
import { entryHeaders } from '~/http/enter.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { safeNext, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { EntryErrors } from '~/ui/accounts/entry-errors'
import { EntryPage } from '~/ui/accounts/entry-page'
import { Button } from '~/ui/kit/button'
import { Field } from '~/ui/kit/field'
import { titled } from '~/ui/shell/title'
import { setPassword } from '~/usecases/accounts/set-password.server'

const form = z
  .object({
    present: z.string().max(1000, 'accounts:refusal.present').optional(),
    password: z.string('accounts:refusal.password.short').max(1000, 'accounts:refusal.password.long'),
    passwordAgain: z.string('accounts:error.again'),
  })
  .refine(({ password, passwordAgain }) => password === passwordAgain, { path: ['passwordAgain'], message: 'accounts:error.again' })

export const loader = serve('person', ({ actor }) => {
  const account = findAccount(actor.accountId)
  if (!account) throw new NotFound()
  return { hasPassword: actor.hasPassword, bySlip: actor.mustSetPassword, logins: loginsOf(account) }
})

export const action = serve('person', async ({ actor, now, today }, { request }) => {
  const typed = await formOf(request)
  const read = parseForm(typed, form)
  if (!read.ok) return formRefused(read.answer)
  const { accountId, sessionId } = actor
  const { present = null, password } = read.value
  const outcome = await setPassword({ accountId, sessionId, present, password, now, today })
  if (isRefused(outcome)) return refusedForm(outcome, typed)
  const headers = await entryHeaders(request, outcome, browserMark(request) ?? newBrowserMark(), now, true)
  return redirect(safeNext(new URL(request.url).searchParams.get('next'), '/account?done=password'), { headers })
})

export const handle = titled<typeof loader>((t, { hasPassword }) => t(hasPassword ? 'accounts:password.change' : 'accounts:password.set'))

export default function Password() {
  const { hasPassword, bySlip, logins } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('accounts')
  return (
    <EntryPage title={hasPassword ? t('password.change') : t('password.set')} lead={bySlip ? t('password.leadSlip') : t('password.lead')}>
      <form method="post">
        <EntryErrors answer={answer} />
        <input type="text" name="username" autoComplete="username" defaultValue={logins[0] ?? ''} readOnly hidden />
        {hasPassword && (
          <Field name="present" label={t('password.present')} answer={answer} type="password" autoComplete="current-password" required />
        )}
        <Field
          name="password"
          label={t('password.new')}
          hint={t('password.newHint')}
          answer={answer}
          type="password"
          autoComplete="new-password"
          minLength={8}
          required
        />
        <Field name="passwordAgain" label={t('password.again')} answer={answer} type="password" autoComplete="new-password" required />
        <Button weight="primary" className="w-full sm:w-auto">
          {t('password.go')}
        </Button>
      </form>
      <p className="mt-8 border-t border-line pt-6 text-ink2">{t('password.logins', { logins: logins.join(' · ') })}</p>
    </EntryPage>
  )
}
