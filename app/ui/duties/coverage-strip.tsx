import { useTranslation } from '~/i18n/words'
import type { CoverageFigures } from './coverage'

const width = 1000

/** Done, excused, to do and overdue as one bar to scale; the sentence beneath it says the same, and the tables follow. */
export function CoverageStrip({ figures }: { figures: CoverageFigures }) {
  const { t } = useTranslation('duties')
  const { bound, met, due, overdue, waived, idle } = figures
  const sentence = t('coverage.strip', { bound, met, excused: waived + idle, due, overdue })
  const parts = [
    { key: 'met', count: met, fill: 'fill-met' },
    { key: 'excused', count: waived + idle, fill: 'fill-field' },
    { key: 'due', count: due, fill: 'fill-due' },
    { key: 'overdue', count: overdue, fill: 'fill-vermilion' },
  ]
  const before = (nth: number) => parts.slice(0, nth).reduce((sum, { count }) => sum + count, 0)
  return (
    <figure className="mt-6">
      <svg viewBox={`0 0 ${width} 16`} preserveAspectRatio="none" className="block h-4 w-full" role="img" aria-label={sentence}>
        <title>{sentence}</title>
        {parts.map(({ key, count, fill }, nth) => (
          <rect key={key} x={(before(nth) / bound) * width} width={(count / bound) * width} height="16" className={fill} />
        ))}
      </svg>
      <figcaption className="mt-2">{sentence}</figcaption>
    </figure>
  )
}
