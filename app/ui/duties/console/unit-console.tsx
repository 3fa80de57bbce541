import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import { Icon } from '~/ui/kit/icons'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import { StandingLines } from '../standing-line'
import { lookOf, toneText } from '../tone'
import { useLocale } from '../use-locale'
import type { ConsoleCell, ConsoleRow, UnitConsole } from './console'

type PersonHref = ((personId: string) => string) | null

/** What does the unit owe, who is missing, by when: its own duties, the sums of its people, then person by person. */
export function UnitConsoleView({ console, personHref }: { console: UnitConsole; personHref: PersonHref }) {
  const { t } = useTranslation('duties')
  const { own, things, people, behind, filter, rows, found } = console
  const ownMissing = own.filter(({ standing }) => standing === 'due' || standing === 'overdue').length
  return (
    <>
      <p className="text-ink2">
        {console.unit.name} · {console.unit.place}
      </p>
      <h1 className="mt-1">{t(answerKey(ownMissing, behind), { own: ownMissing, people: behind })}</h1>
      <section aria-labelledby="own" className="mt-8">
        <h2 id="own" className="mb-2 text-18">
          {t('console.own')}
        </h2>
        {own.length === 0 ? <p className="text-ink2">{t('console.ownNone')}</p> : <StandingLines lines={own} />}
      </section>
      <section aria-labelledby="sums" className="mt-10">
        <h2 id="sums" className="mb-2 text-18">
          {t('console.people', { n: people })}
        </h2>
        {people === 0 ? <p className="text-ink2">{t('console.peopleNone')}</p> : <Sums things={things} />}
      </section>
      {people > 0 && (
        <section aria-labelledby="rows" className="mt-10">
          <h2 id="rows" className="mb-2 text-18">
            {t('console.rows')}
          </h2>
          <Filters console={console} />
          {rows.length === 0 ? (
            <Empty title={t('unit.nobody')}>{t('unit.nobodyHint')}</Empty>
          ) : (
            <Rows rows={rows} things={things} thing={filter.thing} personHref={personHref} />
          )}
          {console.pages > 1 && <Pager page={console.page} pages={console.pages} total={found} search={filter.search} />}
        </section>
      )}
    </>
  )
}

function answerKey(own: number, people: number): string {
  if (own === 0) return people === 0 ? 'console.answerNone' : 'console.answerPeople'
  return people === 0 ? 'console.answerOwn' : 'console.answer'
}

function Sums({ things }: Pick<UnitConsole, 'things'>) {
  const { t } = useTranslation('duties')
  type Thing = UnitConsole['things'][number]
  const count = (name: 'bound' | 'overdue' | 'due' | 'met' | 'waived' | 'idle', tone = ''): Column<Thing> => ({
    key: name,
    head: t(`console.count.${name}`),
    numeric: true,
    cell: ({ id, counts }) => {
      const search = name === 'bound' ? `?thing=${id}#rows` : `?thing=${id}&standing=${name}#rows`
      return counts[name] === 0 ? (
        <span className="text-ink2">0</span>
      ) : (
        <a href={search} className={`inline-block ${tone}`}>
          {counts[name]}
        </a>
      )
    },
  })
  const columns: Column<Thing>[] = [
    { key: 'thing', head: t('console.thing'), cell: ({ title }) => title },
    count('bound'),
    count('overdue', 'font-semibold text-vermilion'),
    count('due'),
    count('met'),
    count('waived'),
    count('idle'),
  ]
  return <Table caption={t('console.sums')} columns={columns} rows={things} rowKey={({ id }) => id} />
}

function Rows({ rows, things, thing, personHref }: Pick<UnitConsole, 'rows' | 'things'> & { thing: string; personHref: PersonHref }) {
  const { t } = useTranslation('duties')
  const shown = things.map((one, nth) => ({ ...one, nth })).filter(({ id }) => thing === '' || id === thing)
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
      ({ id, title, nth }): Column<ConsoleRow> => ({ key: id, head: title, cell: (row) => <Cell cell={row.cells[nth] ?? null} /> }),
    ),
  ]
  return <Table caption={t('console.rows')} columns={columns} rows={rows} rowKey={({ personId }) => personId} />
}

const dayKeys = {
  met: 'line.through',
  waived: 'line.waivedThrough',
  due: 'line.dueBy',
  overdue: 'line.wasDue',
  idle: '',
  unbound: '',
} as const

function Cell({ cell }: { cell: ConsoleCell | null }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  if (cell === null) return <span className="text-ink2">{t('console.notAsked')}</span>
  const { standing, bars, day } = cell
  const { icon, tone, word } = lookOf({ standing, bars, isGate: bars && standing === 'met', startsOn: null })
  const key = bars && standing === 'overdue' ? 'line.missingSince' : dayKeys[standing]
  return (
    <span className={toneText[tone]}>
      <span className="inline-flex items-center gap-1 whitespace-nowrap">
        <Icon name={icon} />
        {t(word)}
      </span>
      {day !== null && key !== '' && <span className="block text-14">{t(key, { day: dayText(day, locale) })}</span>}
    </span>
  )
}

function Filters({ console }: { console: UnitConsole }) {
  const { t } = useTranslation('duties')
  const { filter, things, positions, found } = console
  const standings = (['overdue', 'due', 'met', 'waived', 'idle'] as const).map((value) => ({ value, label: t(`console.count.${value}`) }))
  return (
    <div className="no-print">
      <form method="get" action="#rows" className="grid grid-cols-2 items-end gap-x-4 lg:grid-cols-[1fr_1fr_1fr_1fr_auto]">
        <Field name="name" label={t('unit.search')} type="search" value={filter.name} maxLength={60} autoComplete="off" />
        <Select name="position" label={t('unit.position')} value={filter.position} options={positions} empty={t('unit.anyPosition')} />
        <Select
          name="thing"
          label={t('console.thing')}
          value={filter.thing}
          options={things.map(({ id, title }) => ({ value: id, label: title }))}
          empty={t('console.anyThing')}
        />
        <Select
          name="standing"
          label={t('console.standing')}
          value={filter.standing}
          options={standings}
          empty={t('console.anyStanding')}
        />
        <div className="mb-5">
          <Button>{t('unit.filter')}</Button>
        </div>
      </form>
      {filter.isOn && (
        <p className="mb-4">
          {t('unit.found', { n: found })}{' '}
          <a href="?#rows" className="ml-3 inline-flex min-h-touch items-center">
            {t('unit.clear')}
          </a>
        </p>
      )}
    </div>
  )
}
