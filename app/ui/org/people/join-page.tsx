import { useLocation } from '@remix-run/react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../../kit/button'
import { Field, FormErrors } from '../../kit/field'
import { type PositionChoice, PositionField } from './position-field'

type Facts = {
  unit: string
  name: string | null
  positions: PositionChoice[]
  today: string
  once: string
  answer: FormAnswer | undefined
}

/** What a new employee fills in after scanning the unit's code. */
export function JoinPage({ unit, name, positions, today, once, answer }: Facts) {
  const { t } = useTranslation('people')
  const { pathname } = useLocation()
  return (
    <div className="mx-auto max-w-md">
      <p className="text-ink2">{t('join.to')}</p>
      <h1 className="mt-1">{unit}</h1>
      <p className="mt-3">{t('join.lead')}</p>
      {name !== null && (
        <form
          method="post"
          action="/sign-out"
          className="mt-6 flex flex-wrap items-center justify-between gap-x-4 border-y border-line py-2"
        >
          <span>{t('join.signedInAs', { name })}</span>
          <input type="hidden" name="next" value={pathname} />
          <button type="submit" className="min-h-touch text-indigo underline underline-offset-4">
            {t('join.notMe', { name })}
          </button>
        </form>
      )}
      <form method="post" className="mt-6">
        <FormErrors answer={answer} />
        <input type="hidden" name="once" value={answer?.values.once ?? once} />
        {name === null && <Field name="name" label={t('field.name')} answer={answer} autoComplete="name" required />}
        <Field
          name="phone"
          label={t('field.phone')}
          hint={t('join.phoneHint')}
          answer={answer}
          type="tel"
          inputMode="tel"
          autoComplete="tel-national"
          required
        />
        <PositionField positions={positions} answer={answer} hint={t('join.positionHint')} />
        <Field name="from" label={t('field.from')} hint={t('join.fromHint')} answer={answer} type="date" value={today} required />
        <Button weight="primary" className="w-full">
          {t('join.go')}
        </Button>
      </form>
      <p className="mt-4 text-ink2">{t('join.privacy')}</p>
      <p>
        <a href="/privacy" className="inline-flex min-h-touch items-center">
          {t('personal:privacy.title')}
        </a>
      </p>
    </div>
  )
}

/** A code that lets nobody in: wrong, renewed and expired ones look alike. */
export function NoSuchCode() {
  const { t } = useTranslation('people')
  return (
    <div className="mx-auto max-w-md py-6">
      <h1>{t('noCode.title')}</h1>
      <p className="mt-4">{t('noCode.text')}</p>
      <ul className="mt-4 list-disc space-y-2 pl-6">
        <li>{t('noCode.typed')}</li>
        <li>{t('noCode.old')}</li>
        <li>{t('noCode.hand')}</li>
        <li>
          {t('noCode.checkIn')} <a href="/K">{t('noCode.checkInGo')}</a>
        </li>
      </ul>
      <p className="mt-6">
        <a className="inline-flex min-h-touch items-center" href="/sign-in">
          {t('noCode.signIn')}
        </a>
      </p>
    </div>
  )
}
