import { redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { awaitsFirstAdministrator } from '~/data/accounts/first-code.server'
import { passwordLength } from '~/domain/accounts/password'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { serve } from '~/http/serve.server'
import { startSession } from '~/http/session.server'
import { useTranslation } from '~/i18n/words'
import { EntryPage } from '~/ui/accounts/entry-page'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors } from '~/ui/kit/field'
import { titled } from '~/ui/shell/title'
import { claimFirstAdministrator } from '~/usecases/accounts/claim-first-administrator.server'

const claim = z.object({
  code: z.string('org:refusal.setup.code').max(60, 'org:refusal.setup.code'),
  name: z.string('org:error.personNameMissing').max(50, 'org:error.nameLong'),
  phone: z.string('org:error.phone').max(40, 'org:error.phone'),
  password: z.string('org:error.passwordMissing').max(passwordLength.most, 'org:refusal.setup.password.long'),
})

export const loader = serve('anyone', async () => {
  if (!(await awaitsFirstAdministrator())) throw new NotFound()
  return {}
})

export const action = serve('anyone', async ({ now, today }, { request }) => {
  const form = await formOf(request)
  if (!(await awaitsFirstAdministrator())) throw new NotFound()
  const read = parseForm(form, claim)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await claimFirstAdministrator({ now, today }, read.value)
  if (isRefused(outcome)) return refusedForm(outcome, form)
  const cookie = await startSession(request, outcome.accountId, 'console', now, true)
  return redirect('/admin/places', { headers: { 'Set-Cookie': cookie } })
})

export const handle = titled<typeof loader>((t) => t('org:setup.title'))

export default function Setup() {
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('org')
  return (
    <EntryPage title={t('setup.title')} lead={t('setup.lead')}>
      <form method="post">
        <FormErrors answer={answer} />
        <Field
          name="code"
          label={t('setup.code')}
          hint={t('setup.codeHint')}
          answer={answer}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Field name="name" label={t('setup.name')} answer={answer} required maxLength={50} autoComplete="name" />
        <Field
          name="phone"
          label={t('person.phone')}
          hint={t('setup.phoneHint')}
          type="tel"
          inputMode="tel"
          answer={answer}
          required
          autoComplete="tel"
        />
        <Field
          name="password"
          label={t('setup.password')}
          hint={t('setup.passwordHint', { least: passwordLength.least })}
          type="password"
          answer={answer}
          required
          autoComplete="new-password"
        />
        <Button weight="primary" className="w-full sm:w-auto">
          {t('setup.submit')}
        </Button>
      </form>
    </EntryPage>
  )
}
