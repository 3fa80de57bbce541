import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isRefused } from '~/domain/shared/refusal'
import { browserMark, newBrowserMark } from '~/http/browser.server'
import { entryHeaders } from '~/http/enter.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { safeNext, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { withNext } from '~/paths'
import { EntryErrors } from '~/ui/accounts/entry-errors'
import { EntryPage } from '~/ui/accounts/entry-page'
import { Button } from '~/ui/kit/button'
import { Field } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import { titled } from '~/ui/shell/title'
import { signIn } from '~/usecases/accounts/sign-in.server'

const form = z.object({
  login: z.string('accounts:error.loginMissing').max(100, 'accounts:error.loginMissing'),
  password: z.string('accounts:error.passwordMissing').max(1000, 'accounts:refusal.signIn'),
})

const home = (session: 'console' | 'learner') => (session === 'console' ? '/' : '/me')

export const loader = serve('anyone', ({ actor }, { request }) => {
  const query = new URL(request.url).searchParams
  const next = safeNext(query.get('next'), '')
  if (actor) throw redirect(next || home(actor.kind))
  return { next, done: query.get('done') === 'everywhere' }
})

export const action = serve('anyone', async ({ address, now, today }, { request }) => {
  const typed = await formOf(request)
  const read = parseForm(typed, form)
  if (!read.ok) return formRefused(read.answer)
  const mark = browserMark(request)
  const newDevice = newBrowserMark()
  const outcome = await signIn({ ...read.value, address, device: mark, newDevice, now, today })
  if (isRefused(outcome)) return refusedForm(outcome, typed)
  const headers = await entryHeaders(request, outcome, mark ?? newDevice, now, true)
  return redirect(safeNext(new URL(request.url).searchParams.get('next'), home(outcome.session)), { headers })
})

export const handle = titled<typeof loader>((t) => t('accounts:signIn.title'))

export default function SignIn() {
  const { done, next } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('accounts')
  return (
    <EntryPage title={t('signIn.title')} lead={t('signIn.lead')}>
      {done && (
        <Notice kind="done" live>
          <p>{t('signIn.everywhere')}</p>
        </Notice>
      )}
      <form method="post">
        <EntryErrors answer={answer} />
        <Field
          name="login"
          label={t('signIn.login')}
          hint={t('signIn.loginHint')}
          answer={answer}
          autoComplete="username"
          required
          autoCapitalize="characters"
        />
        <Field name="password" label={t('signIn.password')} answer={answer} type="password" autoComplete="current-password" required />
        <Button weight="primary" className="w-full sm:w-auto">
          {t('signIn.go')}
        </Button>
      </form>
      <div className="mt-10 border-t border-line pt-6">
        <p>
          <a className="inline-flex min-h-touch items-center" href={withNext('/sign-in/slip', next)}>
            {t('signIn.bySlip')}
          </a>
        </p>
        <p className="text-ink2">{t('signIn.forgotten')}</p>
        <p>
          <a className="inline-flex min-h-touch items-center" href="/privacy">
            {t('personal:privacy.title')}
          </a>
        </p>
      </div>
    </EntryPage>
  )
}
