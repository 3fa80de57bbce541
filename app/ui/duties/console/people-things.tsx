import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import { type Column, Table } from '~/ui/kit/table'
import { OpenedWhy } from '../opened-why'
import { lookOf, toneText } from '../tone'
import { useLocale } from '../use-locale'
import type { ConsoleCell, ConsoleRow, UnitConsole } from './console'

type Props = { console: UnitConsole; personHref: ((personId: string) => string) | null }

/** People × things: in each cell how she stands, which opens to its 为什么 beneath her row. */
export function PeopleThings({ console, personHref }: Props) {
  const { t } = useTranslation('duties')
  const { rows, things, filter, why } = console
  const shown = things.map((one, nth) => ({ ...one, nth })).filter(({ id }) => filter.thing === '' || id === filter.thing)
  const address = whyAddress(console)
  const columns: Column<ConsoleRow>[] = [
    {
      key: 'name',
      head: t('console.name'),
      cell: (row) => (
        <>
          {personHref === null ? row.name : <a href={personHref(row.personId)}>{row.name}</a>}
          <span className="block text-14 font-normal text-ink2">{row.position}</span>
        </>
      ),
    },
    ...shown.map(
      ({ id, title, nth }): Column<ConsoleRow> => ({
        key: id,
        head: title,
        cell: (row) => {
          const isOpen = why !== null && why.personId === row.personId && why.thing === id
          const href = `${address(isOpen ? null : { personId: row.personId, thing: id })}#${anchorOf(row)}`
          return <Cell cell={row.cells[nth] ?? null} href={href} isOpen={isOpen} about={{ name: row.name, duty: title }} />
        },
      }),
    ),
  ]
  return (
    <Table
      caption={t('console.rows')}
      columns={columns}
      rows={rows}
      rowKey={({ personId }) => personId}
      rowAnchor={anchorOf}
      opened={(row) =>
        why !== null &&
        why.personId === row.personId && <OpenedWhy who={row.name} line={why.line} closeHref={`${address(null)}#${anchorOf(row)}`} />
      }
    />
  )
}

const anchorOf = ({ personId }: ConsoleRow): string => `person-${personId}`

/** The same list with one cell opened, or none. */
function whyAddress({ filter, page }: UnitConsole) {
  return (cell: { personId: string; thing: string } | null): string => {
    const query = new URLSearchParams(filter.search)
    if (page > 1) query.set('page', String(page))
    if (cell !== null) query.set('why', `${cell.personId} ${cell.thing}`)
    return `?${query}`
  }
}

const dayKeys = {
  met: 'line.through',
  waived: 'line.waivedThrough',
  due: 'line.dueBy',
  overdue: 'line.wasDue',
  idle: '',
  unbound: '',
} as const

type CellProps = { cell: ConsoleCell | null; href: string; isOpen: boolean; about: { name: string; duty: string } }

function Cell({ cell, href, isOpen, about }: CellProps) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  if (cell === null) return <span className="text-ink2">{t('console.notAsked')}</span>
  const { standing, bars, day } = cell
  const { icon, tone, word } = lookOf({ standing, bars, isGate: bars && standing === 'met', startsOn: null })
  const key = bars && standing === 'overdue' ? 'line.missingSince' : dayKeys[standing]
  return (
    <a href={href} aria-current={isOpen ? 'true' : undefined} className={`inline-block min-h-touch no-underline ${toneText[tone]}`}>
      <span className="inline-flex items-center gap-1 whitespace-nowrap">
        <Icon name={icon} />
        <span className={`underline underline-offset-4 ${isOpen ? 'font-semibold' : ''}`}>{t(word)}</span>
      </span>
      {day !== null && key !== '' && <span className="block text-14">{t(key, { day: dayText(day, locale) })}</span>}
      <span className="sr-only">{t(isOpen ? 'opened.closes' : 'opened.opens', about)}</span>
    </a>
  )
}
