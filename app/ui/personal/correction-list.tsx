import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field, FormErrors } from '../kit/field'
import { Empty, Notice } from '../kit/notice'

type Row = { id: string; personId: string; field: string; value: string; why: string; at: string; name: string }
type Facts = { unitId: string; rows: readonly Row[]; isAnswered: boolean; answer: FormAnswer | undefined }

/** Requests to put something right, each with its two answers. */
export function CorrectionList({ unitId, rows, isAnswered, answer }: Facts) {
  const { t } = useTranslation('personal')
  return (
    <>
      {isAnswered && <Notice kind="done" title={t('correct.answered')} live />}
      <FormErrors answer={answer} />
      {rows.length === 0 ? (
        <Empty title={t('correct.none')}>{t('correct.noneText')}</Empty>
      ) : (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {rows.map((row) => (
            <li key={row.id} className="py-4">
              <p className="text-18">
                <a href={`/units/${unitId}/people/${row.personId}`}>{row.name}</a>
                {t('colon')}
                {t('correct.to', { field: t(`correct.field.${row.field}`), value: row.value })}
              </p>
              <p className="text-14 text-ink2">{row.at}</p>
              {row.why !== '' && <p className="mt-1">{row.why}</p>}
              <form method="post" className="mt-3 max-w-measure">
                <input type="hidden" name="requestId" value={row.id} />
                <Button name="kind" value="done">
                  {t('correct.do')}
                </Button>
              </form>
              <details className="mt-2 max-w-measure" open={answer?.values.requestId === row.id}>
                <summary className="inline-flex min-h-touch cursor-pointer items-center">{t('correct.declineOpen')}</summary>
                <form method="post">
                  <input type="hidden" name="requestId" value={row.id} />
                  <input type="hidden" name="kind" value="declined" />
                  <Field
                    name="reason"
                    label={t('correct.reason')}
                    answer={answer?.values.requestId === row.id ? answer : undefined}
                    maxLength={500}
                    required
                  />
                  <Button>{t('correct.decline')}</Button>
                </form>
              </details>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
