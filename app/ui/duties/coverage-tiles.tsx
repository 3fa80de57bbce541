import { useTranslation } from '~/i18n/words'
import type { CoverageFigures, CoverageRow, Missed } from './coverage'
import { CoverageBar, stripWords } from './coverage-strip'

/** Place by place at a glance, in the order of the places and never by figure; the table beneath says the same in numbers. */
export function CoverageTiles({ rows, missed }: { rows: CoverageRow[]; missed: Missed }) {
  const { t } = useTranslation('duties')
  return (
    <ul
      aria-label={t('coverage.tiles')}
      className="no-print mb-8 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 sm:gap-x-8 lg:grid-cols-4"
    >
      {rows.map((row) => (
        <li key={row.key} className="flex flex-col justify-end">
          <a href={`?${row.search}`} className="inline-flex min-h-touch items-end font-semibold">
            {row.isDirect ? t('coverage.direct', row) : row.name}
          </a>
          <OpenOf figures={row.figures} />
          {row.figures.bound > 0 && (
            <CoverageBar figures={row.figures} label={stripWords((key, values = {}) => t(key, values), row.figures, missed)} height={6} />
          )}
        </li>
      ))}
    </ul>
  )
}

function OpenOf({ figures: { bound, overdue, due } }: { figures: CoverageFigures }) {
  const { t } = useTranslation('duties')
  const open = overdue + due
  if (open === 0) return <p className="mb-2 text-ink2">{t(bound === 0 ? 'coverage.tileIdle' : 'coverage.tileNone')}</p>
  return <p className="mb-2">{t('coverage.tileOpen', { open, bound })}</p>
}
