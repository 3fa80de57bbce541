import type { FloorTimes, ZoneCompared, ZoneTime } from '~/domain/drills/floor-times'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'

/** Drawn as wide as a phone shows it, so that its words stay readable there; a larger screen shows it a little larger. */
const width = 358
const row = 54
const bar = 18
const axis = 26
/** Signs of a floor's name that fit beside its time. */
const mostSigns = 16

/** Minutes and seconds, 3:07. */
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** A step between marks of the scale that leaves at most six of them. */
function stepFor(most: number): number {
  const steps = [10, 20, 30, 60, 120, 180, 300, 600, 900, 1800, 3600]
  return steps.find((step) => most / step <= 6) ?? 7200
}

/** How long each floor took until everybody was accounted for, against earlier drills: a picture, its summary in words and its table. */
export function FloorTimesPicture({ times }: { times: FloorTimes }) {
  const { t } = useTranslation('drillpapers')
  const { zones, before } = times
  if (zones.length === 0) return null
  return (
    <section aria-labelledby="floor-times" className="mt-8">
      <h2 id="floor-times">{t('floors.title')}</h2>
      <Summary times={times} />
      <figure className="mt-3">
        <Bars zones={zones} />
        <figcaption className="mt-1 flex flex-wrap gap-x-6 text-14 text-ink2">
          <span className="inline-flex items-center gap-2">
            <svg width="22" height="12" aria-hidden="true">
              <rect width="22" height="12" rx="2" className="fill-indigo" />
            </svg>
            {t('floors.now')}
          </span>
          {before.length > 0 && (
            <span className="inline-flex items-center gap-2">
              <svg width="12" height="12" aria-hidden="true">
                <circle cx="6" cy="6" r="4.5" strokeWidth="1.5" className="fill-paper stroke-ink2" />
              </svg>
              {t('floors.before', { count: before.length })}
            </span>
          )}
        </figcaption>
      </figure>
      <Table times={times} />
    </section>
  )
}

function Summary({ times: { now, slowest, change } }: { times: FloorTimes }) {
  const { t } = useTranslation('drillpapers')
  const locale = useLocale()
  const whole =
    now.all.seconds === null
      ? t('floors.notAll', { count: now.all.missing })
      : t('floors.all', { time: clock(now.all.seconds), count: now.all.people })
  const key = change === null ? null : change.seconds === 0 ? 'same' : change.seconds < 0 ? 'faster' : 'slower'
  const sentences = [
    whole,
    ...(slowest === null ? [] : [t('floors.slowest', { zone: slowest.zone || t('anyZone'), time: clock(slowest.seconds ?? 0) })]),
    ...(change === null || key === null
      ? []
      : [t(`floors.${key}`, { day: dayText(change.on, locale), time: clock(Math.abs(change.seconds)) })]),
  ]
  return <p className="mt-2 max-w-measure">{sentences.join(locale === 'zh' ? '' : ' ')}</p>
}

function Bars({ zones }: { zones: readonly ZoneCompared[] }) {
  const { t } = useTranslation('drillpapers')
  const seconds = zones.flatMap(({ now, before }) => [now, ...before]).flatMap((one) => one?.seconds ?? [])
  const step = stepFor(Math.max(10, ...seconds))
  const end = Math.ceil(Math.max(10, ...seconds) / step) * step
  const x = (time: number): number => (time / end) * (width - 6)
  const height = zones.length * row + axis
  const marks = Array.from({ length: end / step + 1 }, (_, nth) => nth * step)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('floors.picture')} className="h-auto w-full max-w-md">
      {zones.map((zone, nth) => (
        <Zone key={zone.zone} zone={zone} marks={marks} x={x} y={nth * row} />
      ))}
      {marks.map((time) => (
        <text
          key={time}
          x={time === 0 ? 0 : time === end ? width : x(time)}
          y={height - 8}
          textAnchor={time === 0 ? 'start' : time === end ? 'end' : 'middle'}
          className="fill-ink2 tabular-nums"
          fontSize="14"
        >
          {clock(time)}
        </text>
      ))}
    </svg>
  )
}

type Placed = { zone: ZoneCompared; marks: readonly number[]; x: (time: number) => number; y: number }

/** A floor: its name and time above, its bar beneath with a ring for each earlier drill. */
function Zone({ zone: { zone, now, before }, marks, x, y }: Placed) {
  const { t } = useTranslation('drillpapers')
  const signs = [...(zone || t('anyZone'))]
  const said = now.seconds === null ? t('floors.missing', { count: now.missing }) : clock(now.seconds)
  const tall = y + row - bar - 8
  return (
    <g>
      <text x={0} y={y + 18} fontSize="15" className="fill-ink">
        {signs.length > mostSigns ? `${signs.slice(0, mostSigns - 1).join('')}…` : signs.join('')}
      </text>
      <text
        x={width}
        y={y + 18}
        fontSize="15"
        fontWeight="600"
        textAnchor="end"
        className={now.seconds === null ? 'fill-vermilion' : 'fill-ink tabular-nums'}
      >
        {said}
      </text>
      {marks.map((time) => (
        <path key={time} d={`M${x(time)} ${tall - 3}v${bar + 6}`} className="stroke-line" strokeWidth="1" />
      ))}
      {now.seconds !== null && (
        <rect x={x(0)} y={tall} width={Math.max(2, x(now.seconds) - x(0))} height={bar} rx="3" className="fill-indigo" />
      )}
      {[...new Set(before.flatMap((one) => one?.seconds ?? []))].map((seconds) => (
        <circle key={seconds} cx={x(seconds)} cy={tall + bar / 2} r="5" strokeWidth="1.5" className="fill-paper stroke-ink2" />
      ))}
    </g>
  )
}

function Table({ times: { zones, now, before } }: { times: FloorTimes }) {
  const { t } = useTranslation('drillpapers')
  const locale = useLocale()
  const said = (one: ZoneTime | null): string =>
    one === null ? '–' : one.seconds === null ? t('floors.missing', { count: one.missing }) : clock(one.seconds)
  return (
    <details className="mt-2">
      <summary className="opens flex min-h-touch cursor-pointer items-center text-indigo">{t('floors.table')}</summary>
      <div className="overflow-x-auto">
        <table className="mt-1 w-full max-w-measure">
          <caption className="sr-only">{t('floors.picture')}</caption>
          <thead>
            <tr className="border-b border-line text-left text-14 text-ink2">
              <th scope="col" className="py-2 pr-4 font-normal">
                {t('head.zone')}
              </th>
              <th scope="col" className="py-2 pr-4 text-right font-normal">
                {dayText(now.on, locale)}
              </th>
              <th scope="col" className="py-2 pr-4 text-right font-normal">
                {t('floors.cleared')}
              </th>
              {before.map(({ id, on }) => (
                <th key={id} scope="col" className="py-2 pr-4 text-right font-normal">
                  {dayText(on, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular-nums [&_td]:whitespace-nowrap">
            {zones.map(({ zone, now: own, before: earlier }) => (
              <tr key={zone} className="border-b border-line">
                <th scope="row" className="py-2 pr-4 text-left font-normal">
                  {zone || t('anyZone')}
                </th>
                <td className="py-2 pr-4 text-right font-semibold">{said(own)}</td>
                <td className="py-2 pr-4 text-right">{own.cleared === null ? '–' : clock(own.cleared)}</td>
                {before.map(({ id }, ago) => (
                  <td key={id} className="py-2 pr-4 text-right">
                    {said(earlier[ago] ?? null)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
