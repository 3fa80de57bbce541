import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field, FormErrors } from '../kit/field'
import { CertificateCheck, type CheckFacts } from './certificate-check'

/** For who has a paper's number and its holder's surname, and no code to scan. */
export function CheckByNumber({ check, answer }: { check: CheckFacts | null; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('credentials')
  if (check !== null)
    return (
      <>
        <CertificateCheck check={check} />
        <p className="mx-auto max-w-measure">
          <a href="/C" className="inline-flex min-h-touch items-center">
            {t('register.public.again')}
          </a>
        </p>
      </>
    )
  return (
    <div className="mx-auto max-w-measure">
      <h1>{t('register.public.title')}</h1>
      <p className="mb-6 mt-2 text-ink2">{t('register.public.lead')}</p>
      <form method="post" action="/C">
        <FormErrors answer={answer} />
        <Field
          name="number"
          label={t('register.public.number')}
          hint={t('register.public.numberHint')}
          required
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          answer={answer}
        />
        <Field
          name="surname"
          label={t('register.public.surname')}
          hint={t('register.public.surnameHint')}
          required
          maxLength={60}
          autoComplete="off"
          answer={answer}
        />
        <Button weight="primary" className="w-full sm:w-auto">
          {t('register.public.do')}
        </Button>
      </form>
      <p className="mt-6">
        <a href="/V" className="inline-flex min-h-touch items-center">
          {t('register.public.byCode')}
        </a>
      </p>
    </div>
  )
}
