import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'

const width = 720
const height = 120

/** How often a site was opened, day by day: bars with their table beneath. */
export function DailyChart({ daily }: { daily: readonly { on: string; opened: number }[] }) {
  const { t } = useTranslation('outreach')
  const locale = useLocale()
  const most = Math.max(0, ...daily.map(({ opened }) => opened))
  const sum = daily.reduce((total, { opened }) => total + opened, 0)
  const step = width / Math.max(1, daily.length)
  const [first, last] = [daily[0]?.on ?? '', daily.at(-1)?.on ?? '']
  const some = daily.filter(({ opened }) => opened > 0)
  return (
    <figure className="mt-3">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('site.chart', { sum, most })}
        className="h-auto w-full"
        preserveAspectRatio="none"
      >
        <path d={`M0 ${height - 0.5}H${width}`} className="stroke-line" strokeWidth="1" />
        {daily.map(({ on, opened }, nth) => {
          const tall = (opened / Math.max(1, most)) * (height - 8)
          return <rect key={on} x={nth * step + step * 0.15} y={height - tall} width={step * 0.7} height={tall} className="fill-indigo" />
        })}
      </svg>
      <figcaption className="flex justify-between text-14 text-ink2">
        <span>{dayText(first, locale)}</span>
        <span>{t('site.most', { most })}</span>
        <span>{dayText(last, locale)}</span>
      </figcaption>
      {some.length > 0 && (
        <details className="mt-2">
          <summary className="opens flex min-h-touch cursor-pointer items-center text-indigo">{t('site.table')}</summary>
          <table className="mt-1">
            <caption className="sr-only">{t('site.chart', { sum, most })}</caption>
            <tbody>
              {some.map(({ on, opened }) => (
                <tr key={on}>
                  <th scope="row" className="py-1 pr-8 text-left font-normal">
                    {dayText(on, locale)}
                  </th>
                  <td className="text-right">{opened}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </figure>
  )
}
