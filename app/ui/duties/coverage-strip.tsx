import { useTranslation } from '~/i18n/words'
import type { CoverageFigures, Missed } from './coverage'
import { figureWord } from './coverage-words'

type Words = (key: string, values?: Record<string, string | number>) => string

/** What a bar shows, in a sentence. */
export const stripWords = (words: Words, { bound, met, due, overdue, waived, idle }: CoverageFigures, missed: Missed): string =>
  words('coverage.strip', { bound, met, excused: waived + idle, due, overdue, missed: figureWord(words, 'overdue', missed) })

/** Done, excused, to do and overdue as one bar to scale; the sentence beneath it says the same, and the tables follow. */
export function CoverageStrip({ figures, missed }: { figures: CoverageFigures; missed: Missed }) {
  const { t } = useTranslation('duties')
  const sentence = stripWords((key, values = {}) => t(key, values), figures, missed)
  return (
    <figure className="mt-6">
      <CoverageBar figures={figures} label={sentence} height={16} />
      <figcaption className="mt-2">{sentence}</figcaption>
    </figure>
  )
}

const width = 1000

export function CoverageBar({ figures, label, height }: { figures: CoverageFigures; label: string; height: 6 | 16 }) {
  const { bound, met, due, overdue, waived, idle } = figures
  const parts = [
    { key: 'met', count: met, fill: 'fill-met' },
    { key: 'excused', count: waived + idle, fill: 'fill-field' },
    { key: 'due', count: due, fill: 'fill-due' },
    { key: 'overdue', count: overdue, fill: 'fill-vermilion' },
  ]
  const before = (nth: number) => parts.slice(0, nth).reduce((sum, { count }) => sum + count, 0)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className={`block w-full ${height === 16 ? 'h-4' : 'h-1.5'}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {parts.map(({ key, count, fill }, nth) => (
        <rect key={key} x={(before(nth) / bound) * width} width={(count / bound) * width} height={height} className={fill} />
      ))}
    </svg>
  )
}
