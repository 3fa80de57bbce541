import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field, FormErrors, Select, TextArea } from '../kit/field'
import { Notice } from '../kit/notice'

type Seat = { postId: string; name: string; unit: string; from: string; to: string | null }
export type CorrectFacts = { id: string; number: string; name: string; unitName: string; position: string; record: string; seats: Seat[] }

/** The corrected certificate is chosen among what the records say of its holder, never typed. */
export function CorrectForm({ certificate, answer }: { certificate: CorrectFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('credentials')
  const { id, number, name, unitName, position, record, seats } = certificate
  const options = seats.map(({ postId, to, ...seat }) => ({
    value: postId,
    label: t('register.correct.option', { ...seat, to: to ?? t('register.correct.now') }),
  }))
  return (
    <div className="max-w-measure">
      <p className="text-ink2">{number}</p>
      <h1>{t('register.correct.title')}</h1>
      <p className="mt-2">{t('register.correct.lead')}</p>
      <p className="mb-6 mt-4 font-semibold">{t('register.correct.says', { name, unit: unitName })}</p>
      {options.length === 0 ? (
        <Notice kind="warn">
          {t('register.correct.noPost')}{' '}
          <a href={record} className="inline-flex min-h-touch items-center">
            {t('register.correct.toPerson')}
          </a>
        </Notice>
      ) : (
        <form method="post">
          <FormErrors answer={answer} />
          <Select
            name="post"
            label={t('register.correct.post')}
            hint={t('register.correct.postHint', { position })}
            options={options}
            required
            answer={answer}
          />
          <p className="-mt-3 mb-5">
            <a href={record} className="inline-flex min-h-touch items-center">
              {t('register.correct.toPerson')}
            </a>
          </p>
          <TextArea
            name="reason"
            label={t('register.correct.reason')}
            hint={t('register.correct.reasonHint')}
            rows={3}
            required
            answer={answer}
          />
          <Field name="confirm" label={t('register.correct.confirm')} required maxLength={3} autoComplete="off" answer={answer} />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <Button weight="primary">{t('register.correct.do')}</Button>
            <a href={`/certificates/${id}`} className="inline-flex min-h-touch items-center">
              {t('register.correct.cancel')}
            </a>
          </div>
        </form>
      )}
    </div>
  )
}
