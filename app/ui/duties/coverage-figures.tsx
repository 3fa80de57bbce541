import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'
import type { CoverageRow, CoverageStanding } from './coverage'
import { figureWord } from './coverage-words'

type Kind = CoverageStanding | 'bound'

const kinds = ['bound', 'overdue', 'due', 'met', 'waived', 'idle'] as const satisfies readonly Kind[]
const tones: Partial<Record<Kind, string>> = { overdue: 'font-semibold text-vermilion', due: 'text-due', met: 'text-met' }
const head = 'sticky top-0 border-b border-field bg-paper py-2 pr-4 text-14 font-semibold text-ink2'

type Props = { title: string; heading: string; rows: CoverageRow[]; total: CoverageRow; children?: ReactNode }

/** Lines × how many stand how, with their sum; each figure leads to its rows. On a phone a line names only what is not nought. */
export function CoverageFigures({ title, heading, rows, total, children }: Props) {
  const { t } = useTranslation('duties')
  const missed = total.missed ?? 'either'
  return (
    <section aria-label={title} className="mt-8">
      <h2 className="mb-2 text-18">{title}</h2>
      {children}
      <table className="block w-full sm:table">
        <caption className="sr-only">{title}</caption>
        <thead className="sr-only sm:not-sr-only sm:table-header-group">
          <tr>
            <th scope="col" className={`${head} text-left`}>
              {heading}
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className={`${head} text-right`}>
                {figureWord(t, kind, missed)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block sm:table-row-group">
          {rows.map((row) => (
            <Line key={row.key} row={{ missed, ...row }} />
          ))}
        </tbody>
        <tfoot className="block sm:table-footer-group">
          <Line row={{ ...total, name: t('coverage.total') }} isTotal />
        </tfoot>
      </table>
    </section>
  )
}

function Line({ row, isTotal = false }: { row: CoverageRow; isTotal?: boolean }) {
  const { t } = useTranslation('duties')
  return (
    <tr className={`block border-b border-line py-3 sm:table-row sm:py-0 ${isTotal ? 'font-semibold' : ''}`}>
      <th scope="row" className="block text-left font-normal sm:table-cell sm:py-3 sm:pr-4">
        {isTotal ? (
          <span className="font-semibold">{row.name}</span>
        ) : (
          <a href={`?${row.search}`} className="inline-block font-semibold sm:font-normal">
            {row.isDirect ? t('coverage.direct', row) : row.name}
          </a>
        )}
      </th>
      {kinds.map((kind) => (
        <Figure key={kind} row={row} kind={kind} />
      ))}
    </tr>
  )
}

function Figure({ row, kind }: { row: CoverageRow; kind: Kind }) {
  const { t } = useTranslation('duties')
  const count = row.figures[kind]
  const word = figureWord(t, kind, row.missed ?? 'either')
  const tone = tones[kind] ?? ''
  return (
    <td className={`mr-5 sm:table-cell sm:pr-4 sm:text-right ${count === 0 && kind !== 'bound' ? 'hidden' : 'inline-block'}`}>
      <span aria-hidden="true" className="text-14 text-ink2 sm:hidden">
        {word}{' '}
      </span>
      {count === 0 ? (
        <span className="text-ink2">0</span>
      ) : (
        <a href={`?${row.search}${row.search && '&'}standing=${kind}`} className={`inline-block py-3 sm:min-w-touch sm:text-right ${tone}`}>
          <span className="sr-only">{t('coverage.of', { name: row.name, standing: word })}</span> {count}
        </a>
      )}
    </td>
  )
}
