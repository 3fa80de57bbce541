import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import { StandingLines } from '../standing-line'
import type { UnitConsole } from './console'
import { PeopleThings } from './people-things'

type PersonHref = ((personId: string) => string) | null

/** What does the unit owe, who is missing, by when: its own duties, the sums of its people, then person by person. */
export function UnitConsoleView({ console, yearHref, personHref }: { console: UnitConsole; yearHref: string; personHref: PersonHref }) {
  const { t } = useTranslation('duties')
  const { own, things, people, behind, filter, rows, found } = console
  const ownMissing = own.filter(({ standing }) => standing === 'due' || standing === 'overdue').length
  return (
    <>
      <p className="text-ink2">
        {console.unit.name} · {console.unit.place}
      </p>
      <h1 className="mt-1">{t(answerKey(ownMissing, behind), { own: ownMissing, people: behind })}</h1>
      <p className="no-print mt-2">
        <a href={yearHref} className="inline-flex min-h-touch items-center">
          {t('year.link')}
        </a>
      </p>
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
            <PeopleThings console={console} personHref={personHref} />
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
