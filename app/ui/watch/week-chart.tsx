import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { useLength } from './spans'
import type { WeekPage } from './week'

const rowHeight = 30
const top = 18
const labelWidth = 58
const dayWidth = 480
const hours = [0, 4, 8, 12, 16, 20, 24]

/** The week drawn: a row a day from 0 to 24 o'clock, shifts as bars, hours without cover hatched in red. The list beneath says the same. */
export function WeekChart({ page }: { page: WeekPage }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  const length = useLength()
  const height = top + page.days.length * rowHeight + 4
  const x = (hundredth: number) => labelWidth + (hundredth / 100) * dayWidth
  const summary = page.minutes === 0 ? t('chart.covered') : t('chart.short', { length: length(page.minutes) })
  return (
    <figure className="mt-6 max-w-3xl">
      <svg viewBox={`0 0 ${labelWidth + dayWidth + 10} ${height}`} role="img" aria-label={summary} className="w-full">
        <defs>
          <pattern id="hole" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="f-paper" />
            <rect width="3" height="6" className="f-vermilion" />
          </pattern>
        </defs>
        {hours.map((hour) => (
          <g key={hour}>
            <line x1={x((hour / 24) * 100)} x2={x((hour / 24) * 100)} y1={top} y2={height - 4} className="s-line" strokeWidth="1" />
            <text x={x((hour / 24) * 100)} y={12} textAnchor="middle" fontSize="11" className="f-ink2">
              {hour}
            </text>
          </g>
        ))}
        {page.days.map((day, nth) => {
          const y = top + nth * rowHeight
          return (
            <g key={day.day}>
              <text x={0} y={y + 19} fontSize="12" className={day.isToday ? 'f-ink' : 'f-ink2'} fontWeight={day.isToday ? 700 : 400}>
                {t(`weekday.${nth}`)} {Number(day.day.slice(8))}
              </text>
              {day.bands.map(({ id, left, width }) => (
                <rect
                  key={id}
                  x={x(left) + 1}
                  y={y + 7}
                  width={Math.max(1, (width / 100) * dayWidth - 2)}
                  height={16}
                  rx={3}
                  className="f-indigo"
                  opacity={0.75}
                />
              ))}
              {day.holes.map(({ id, left, width }) => (
                <rect
                  key={id}
                  x={x(left)}
                  y={y + 5}
                  width={Math.max(2, (width / 100) * dayWidth)}
                  height={20}
                  fill="url(#hole)"
                  className="s-vermilion"
                  strokeWidth="1"
                >
                  <title>{t('chart.hole', { day: dayText(day.day, locale) })}</title>
                </rect>
              ))}
            </g>
          )
        })}
      </svg>
      <figcaption className="mt-1 flex flex-wrap gap-x-5 text-14 text-ink2">
        <span>{t('chart.bar')}</span>
        <span>{t('chart.red', { needed: page.needed })}</span>
      </figcaption>
    </figure>
  )
}
