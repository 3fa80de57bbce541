import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Field, type Option, Select } from '../kit/field'

/** A worker from outside: by the code on his card, or by the licence that he shows. */
export function OutsideWorker({ licences, answer }: { licences: Option[]; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('hotwork')
  return (
    <>
      <Field
        name="card"
        label={t('outside.card')}
        hint={t('outside.cardHint')}
        answer={answer}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={120}
      />
      <p className="mb-2 border-t border-line pt-3 font-semibold">{t('outside.seen')}</p>
      <p className="mb-4 text-14 text-ink2">{t('outside.seenHint')}</p>
      <Field name="seenName" label={t('outside.name')} answer={answer} autoComplete="off" maxLength={30} />
      <Field name="seenEmployer" label={t('outside.employer')} answer={answer} autoComplete="off" maxLength={60} />
      <Select name="seenKind" label={t('outside.kind')} answer={answer} options={licences} empty={t('ask.choose')} />
      <Field
        name="seenNumber"
        label={t('outside.number')}
        hint={t('outside.numberHint')}
        answer={answer}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={40}
      />
      <div className="grid gap-x-3 sm:grid-cols-2">
        <Field name="seenValidTo" label={t('outside.validTo')} answer={answer} type="date" />
        <Field name="seenReviewDue" label={t('outside.reviewDue')} answer={answer} type="date" />
      </div>
      <Field name="seenIssuer" label={t('outside.issuer')} answer={answer} autoComplete="off" maxLength={60} />
    </>
  )
}
