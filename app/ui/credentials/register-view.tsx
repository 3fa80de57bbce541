import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { FormErrors } from '../kit/field'
import { Empty, Notice } from '../kit/notice'
import { Pager } from '../kit/pager'
import { type Column, Table } from '../kit/table'
import { RegisterFilters, type RegisterFiltersFacts } from './register-filters'

export type RegisterState = 'issued' | 'revoked' | 'superseded' | 'corrected'
type Row = {
  id: string
  number: string
  serial: number
  name: string
  unit: string
  position: string
  course: string
  passedOn: string
  state: RegisterState
}
type Print = { id: string; when: string; state: 'waiting' | 'making' | 'done' | 'failed'; done: number; total: number }
export type RegisterFacts = RegisterFiltersFacts & {
  rows: Row[]
  total: number
  page: number
  pages: number
  search: string
  isFiltered: boolean
  isMisread: boolean
  /** Certificates that one print may hold. */
  most: number
  prints: Print[]
}

const colours: Record<RegisterState, string> = {
  issued: '',
  revoked: 'text-vermilion',
  superseded: 'text-ink2',
  corrected: 'text-ink2',
}

type Props = { register: RegisterFacts; address: string; answer: FormAnswer | undefined; mayRevoke?: boolean }

/** The certificates of whoever may see them: found, narrowed down, taken away as a table or as paper. */
export function RegisterView({ register, address, answer, mayRevoke = false }: Props) {
  const { t } = useTranslation('credentials')
  const { rows, total, page, pages, search, isFiltered, isMisread } = register
  return (
    <>
      <FormErrors answer={answer} />
      <RegisterFilters facts={register} />
      {isMisread && <Notice kind="warn">{t('register.misread')}</Notice>}
      {total === 0 ? (
        <Empty title={t(isFiltered ? 'register.none' : 'register.empty')}>
          {t(isFiltered ? 'register.noneText' : 'register.emptyText')} {isFiltered && <a href={address}>{t('register.all')}</a>}
        </Empty>
      ) : (
        <>
          <Taken register={register} address={address} mayRevoke={mayRevoke} />
          <Rows rows={rows} />
          <Pager page={page} pages={pages} total={total} search={search} />
        </>
      )}
      <Prints prints={register.prints} />
    </>
  )
}

/** How many there are, and what can be done with all of them. */
function Taken({
  register: { total, search, most, isFiltered },
  address,
  mayRevoke,
}: {
  register: RegisterFacts
  address: string
  mayRevoke: boolean
}) {
  const { t } = useTranslation('credentials')
  return (
    <div className="no-print mb-4 flex flex-wrap items-center gap-x-6 gap-y-1">
      <span className="font-semibold">{t('register.count', { count: total })}</span>
      {total <= most ? (
        <form method="post" action={`?${search}`}>
          <Button className="font-normal">{t('register.print', { count: total })}</Button>
        </form>
      ) : (
        <span className="text-ink2">{t('register.tooMany', { most })}</span>
      )}
      <a href={`${address}.xlsx?${search}`} className="inline-flex min-h-touch items-center">
        {t('register.export')}
      </a>
      {mayRevoke && isFiltered && (
        <a href={`${address}/revoke?${search}`} className="inline-flex min-h-touch items-center">
          {t('register.revokeMany')}
        </a>
      )}
    </div>
  )
}

function Rows({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('credentials')
  const columns: Column<Row>[] = [
    {
      key: 'name',
      head: t('register.column.name'),
      cell: (row) => (
        <a href={`/certificates/${row.id}`} className="inline-flex min-h-touch items-center sm:min-h-0">
          {row.name}
        </a>
      ),
    },
    {
      key: 'number',
      head: t('register.column.number'),
      cell: (row) => (
        <>
          <span className="whitespace-nowrap tabular-nums">{row.number}</span>
          <span className="block text-14 text-ink2">{t('register.serialValue', { serial: row.serial })}</span>
        </>
      ),
    },
    {
      key: 'unit',
      head: t('register.column.unit'),
      cell: (row) => (
        <>
          {row.unit}
          <span className="block text-14 text-ink2">{row.position}</span>
        </>
      ),
    },
    { key: 'course', head: t('register.column.course'), cell: (row) => row.course },
    { key: 'passedOn', head: t('register.column.passedOn'), cell: (row) => <span className="whitespace-nowrap">{row.passedOn}</span> },
    {
      key: 'state',
      head: t('register.column.state'),
      cell: (row) => <span className={`whitespace-nowrap ${colours[row.state]}`}>{t(`register.states.${row.state}`)}</span>,
    },
  ]
  return <Table caption={t('register.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
}

function Prints({ prints }: { prints: Print[] }) {
  const { t } = useTranslation('credentials')
  if (prints.length === 0) return null
  return (
    <section aria-labelledby="prints" className="no-print mt-10">
      <h2 id="prints" className="text-18">
        {t('register.prints')}
      </h2>
      <ul className="mt-2 border-t border-line">
        {prints.map(({ id, when, state, done, total }) => (
          <li key={id} className="border-b border-line">
            <a href={`/certificates/batches/${id}`} className="flex min-h-touch flex-wrap items-center gap-x-6">
              <span>{when}</span>
              <span className="text-ink2">{t(`register.batch.short.${state}`, { done, total })}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
