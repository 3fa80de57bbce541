import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Field, Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import { ActForm } from '~/ui/org/act-form'
import { GivenList } from './given-list'
import type { MingbaiList, MingbaiUnit, UnitMingbai } from './mingbai'
import { ResponsibilityFrame } from './responsibility-frame'
import { MingbaiPerson } from './trained-line'

/** Every community, department and key unit with the one who understands; those without first. */
export function MingbaiView({ list }: { list: MingbaiList }) {
  const { t } = useTranslation('duties')
  const { frame, units, without, rows, page, pages } = list
  const columns: Column<MingbaiUnit>[] = [
    {
      key: 'unit',
      head: t('responsibility.mingbai.unit'),
      cell: (row) => (
        <a href={`/street/units/${row.id}/mingbai`} className="inline-block font-semibold">
          {row.name}
        </a>
      ),
    },
    { key: 'place', head: t('responsibility.mingbai.where'), cell: (row) => row.place },
    { key: 'kind', head: t('responsibility.mingbai.kind'), cell: (row) => row.kinds.join(t('street.join')) },
    { key: 'who', head: t('responsibility.mingbai.who'), cell: (row) => <Who row={row} /> },
  ]
  const title = units === 0 ? 'nothing' : without === 0 ? 'whole' : 'gaps'
  return (
    <ResponsibilityFrame
      frame={frame}
      isOpen={without > 0}
      title={t(`responsibility.mingbai.${title}`, { n: without, count: units })}
      lead={<p>{t('responsibility.mingbai.lead')}</p>}
    >
      <KindFilter list={list} />
      {rows.length === 0 ? (
        <Empty title={t('responsibility.mingbai.emptyTitle')}>{t('responsibility.mingbai.empty')}</Empty>
      ) : (
        <Table caption={t('responsibility.tab.mingbai')} columns={columns} rows={rows} rowKey={(row) => row.id} />
      )}
      {pages > 1 && <Pager page={page} pages={pages} total={units} search={searchOf(list)} />}
    </ResponsibilityFrame>
  )
}

const searchOf = ({ frame, kind }: MingbaiList, chosen = kind): string =>
  [frame.search, chosen === '' ? '' : `kind=${chosen}`].filter((part) => part !== '').join('&')

function KindFilter({ list }: { list: MingbaiList }) {
  const { t } = useTranslation('duties')
  const choices = [{ value: '', label: t('responsibility.mingbai.everyKind') }, ...list.kinds]
  return (
    <ul className="no-print mb-4 flex flex-wrap gap-x-5">
      {choices.map(({ value, label }) => (
        <li key={value}>
          <a
            href={`?${searchOf(list, value)}`}
            aria-current={value === list.kind ? 'true' : undefined}
            className={`inline-flex min-h-touch items-center ${value === list.kind ? 'font-semibold text-ink no-underline' : ''}`}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Who({ row }: { row: MingbaiUnit }) {
  const { t } = useTranslation('duties')
  const isOpen = row.named.every(({ isLeft }) => isLeft)
  return (
    <div className="min-w-48 text-left">
      {row.named.map((person) => (
        <MingbaiPerson key={person.id} person={person} />
      ))}
      {isOpen && (
        <p>
          {row.named.length === 0 && <span className="mr-3 text-due">{t('responsibility.mingbai.nobody')}</span>}
          <a href={`/street/units/${row.id}/mingbai`} className="no-print">
            {t('responsibility.mingbai.name')}
          </a>
        </p>
      )}
    </div>
  )
}

/** One unit: who is named and how trained, who was, and the form to name somebody. */
export function UnitMingbaiView({ facts, answer }: { facts: UnitMingbai; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('duties')
  const { named, given, holders, ending, today } = facts
  const current = named.filter(({ isLeft }) => !isLeft)
  return (
    <>
      <h1 className="mt-1">
        {t(current.length === 0 ? 'responsibility.mingbai.unitNone' : 'responsibility.mingbai.unitSome', {
          names: current.map(({ name }) => name).join(t('street.join')),
        })}
      </h1>
      <p className="mt-3 max-w-measure text-ink2">{t('responsibility.mingbai.unitLead')}</p>
      {current.length > 0 && (
        <div className="mt-6">
          {current.map((person) => (
            <MingbaiPerson key={person.id} person={person} />
          ))}
        </div>
      )}
      <GivenList given={given} ending={ending} search="" answer={answer} isOurs />
      {ending === null && (
        <section aria-labelledby="name" className="no-print mt-8">
          <h2 id="name" className="mb-4 text-18">
            {t('responsibility.mingbai.nameTitle')}
          </h2>
          {holders.length === 0 ? (
            <p className="max-w-measure text-ink2">{t('responsibility.mingbai.noHolders')}</p>
          ) : (
            <ActForm answer={answer} submit={t('responsibility.mingbai.submit')}>
              <Select name="postId" label={t('responsibility.mingbai.whom')} options={holders} answer={answer} required />
              <Field name="from" type="date" label={t('responsibility.from')} value={today} answer={answer} required />
            </ActForm>
          )}
        </section>
      )}
    </>
  )
}
