import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { wordFor } from '~/content/word-options.server'
import { grantsAPage, listGrants } from '~/data/accounts/grant-list.server'
import { roles } from '~/domain/accounts/grants'
import { formatDay } from '~/domain/shared/day'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button, LinkButton } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import { AdminFrame } from '~/ui/org/admin-frame'
import { DoneNotice } from '~/ui/org/done-notice'
import { spanText } from '~/ui/org/unit-view'
import { titled } from '~/ui/shell/title'

const states = ['inForce', 'coming', 'ended', 'any'] as const

export const loader = serve('administrator', async (ctx, { request }) => {
  const query = readQuery(request)
  const state = query.oneOf('state', states) ?? 'inForce'
  const filter = {
    role: query.oneOf('role', roles),
    state: state === 'any' ? null : state,
    text: query.text('q'),
    accountId: null,
    unitId: null,
  }
  const page = query.page()
  const { rows, total } = await listGrants(filter, ctx.today, page)
  const { sectors } = catalogue().vocabulary
  const today = formatDay(ctx.today)
  return {
    page,
    total,
    pages: Math.max(1, Math.ceil(total / grantsAPage)),
    search: query.search,
    chosen: { q: filter.text ?? '', role: filter.role ?? '', state },
    rows: rows.map(({ id, role, from, to, account, place, unit, sectors: only }) => ({
      id,
      role,
      from,
      to,
      isOver: to !== null && (to < today || to < from),
      name: account.person.name,
      personId: account.person.id,
      where: unit?.name ?? place?.name ?? null,
      sectors: only === '*' ? [] : only.map((sector) => wordFor(sectors, sector, ctx.locale)),
    })),
  }
})

type Row = {
  id: string
  role: string
  from: string
  to: string | null
  isOver: boolean
  name: string
  personId: string
  where: string | null
  sectors: string[]
}

export const handle = titled<typeof loader>((t) => t('org:grant.title'))

export default function Grants() {
  const { page, total, pages, search, chosen, rows } = useLoaderData<typeof loader>()
  const { t } = useTranslation('org')
  const locale = useLocale()
  const columns: Column<Row>[] = [
    { key: 'who', head: t('grant.who'), cell: (row) => <a href={`/admin/people/${row.personId}`}>{row.name}</a> },
    { key: 'role', head: t('grant.role'), cell: (row) => t(`role.${row.role}`) },
    { key: 'where', head: t('grant.where'), cell: (row) => [row.where ?? t('grant.everything'), ...row.sectors].join(' · ') },
    { key: 'when', head: t('grant.when'), cell: (row) => spanText(t, row, locale) },
    {
      key: 'end',
      head: t('grant.end'),
      cell: (row) =>
        row.isOver ? (
          t('grant.over')
        ) : (
          <a href={`/admin/grants/${row.id}`} aria-label={t('grant.endName', { name: row.name })}>
            {t('grant.end')}
          </a>
        ),
    },
  ]
  return (
    <AdminFrame title={t('grant.title')} lead={t('grant.lead')}>
      <DoneNotice />
      <div className="no-print mb-6">
        <LinkButton href="/admin/grants/new" weight="primary">
          {t('grant.give')}
        </LinkButton>
      </div>
      <form method="get" className="no-print grid gap-x-4 sm:grid-cols-4 sm:items-end">
        <Field name="q" type="search" label={t('grant.search')} value={chosen.q} autoComplete="off" />
        <Select
          name="role"
          label={t('grant.role')}
          value={chosen.role}
          empty={t('any')}
          options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <Select
          name="state"
          label={t('grant.state')}
          value={chosen.state}
          options={states.map((value) => ({ value, label: t(`grant.stateOf.${value}`) }))}
        />
        <div className="mb-5">
          <Button>{t('find')}</Button>
        </div>
      </form>
      {total === 0 ? (
        <Empty title={t('grant.none')}>
          <a href="/admin/grants?state=any" className="inline-flex min-h-touch items-center">
            {t('audit.all')}
          </a>
        </Empty>
      ) : (
        <Table caption={t('grant.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
      )}
      {total > 0 && <Pager page={page} pages={pages} total={total} search={search} />}
    </AdminFrame>
  )
}
