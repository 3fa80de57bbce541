import type { RetentionRule } from '~/domain/personal/retention'
import { useTranslation } from '~/i18n/words'

type Facts = { rules: readonly (RetentionRule & { gone: number })[]; last: string | null; days: number }

/** What goes by itself, when, and how much went lately. */
export function RetentionTable({ rules, last, days }: Facts) {
  const { t } = useTranslation('personal')
  return (
    <>
      <p className="mb-4 text-ink2">{last === null ? t('retention.never') : t('retention.last', { day: last })}</p>
      <div className="overflow-x-auto">
        <table className="w-full text-left">
          <thead className="border-b border-line">
            <tr>
              {['what', 'when', 'how', 'gone'].map((key) => (
                <th key={key} scope="col" className="py-2 pr-4">
                  {t(`retention.column.${key}`, { count: days })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rules.map(({ id, days: after, how, gone }) => (
              <tr key={id}>
                <th scope="row" className="py-3 pr-4 font-normal">
                  {t(`retention.what.${id}`)}
                </th>
                <td className="py-3 pr-4">{after === 0 ? t('retention.atOnce') : t('retention.days', { count: after })}</td>
                <td className="py-3 pr-4">{t(`retention.how.${how}`)}</td>
                <td className="py-3 pr-4 tabular-nums">{how === 'elsewhere' ? '—' : gone}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-6 max-w-measure">{t('retention.kept')}</p>
    </>
  )
}
