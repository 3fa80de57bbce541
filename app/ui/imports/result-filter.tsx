import { type ResultCounts, type ResultKind, resultKinds } from '~/domain/imports/line-result'
import { useTranslation } from '~/i18n/words'

/** All rows of a sheet, or those of one result; the counts add up. */
export function ResultFilter({ counts, chosen }: { counts: ResultCounts; chosen: ResultKind | null }) {
  const { t } = useTranslation('imports')
  const total = resultKinds.reduce((sum, kind) => sum + counts[kind], 0)
  const shown = resultKinds.filter((kind) => counts[kind] > 0)
  const link = (kind: ResultKind | null, label: string) => (
    <a
      key={kind ?? 'all'}
      href={kind === null ? '?' : `?result=${kind}`}
      aria-current={kind === chosen ? 'true' : undefined}
      className={`-mb-px inline-flex min-h-touch items-center border-b-2 no-underline ${kind === chosen ? 'border-ink font-semibold text-ink' : 'border-transparent'}`}
    >
      {label}
    </a>
  )
  return (
    <nav aria-label={t('result.filter')} className="no-print mb-2 mt-8 flex flex-wrap gap-x-5 border-b border-line">
      {link(null, t('result.all', { count: total }))}
      {shown.map((kind) => link(kind, `${t(`is.${kind}`)} ${counts[kind]}`))}
    </nav>
  )
}
