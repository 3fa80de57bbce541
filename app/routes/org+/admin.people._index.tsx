import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { wordFor } from '~/content/word-options.server'
import { peopleAPage, searchPeople } from '~/data/accounts/people-search.server'
import { maskedPhone } from '~/domain/org/phone'
import { nameMeant } from '~/gateways/pinyin.server'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import { AdminFrame } from '~/ui/org/admin-frame'
import { FindForm } from '~/ui/org/find-form'
import { titled } from '~/ui/shell/title'

export const loader = serve('administrator', async (ctx, { request }) => {
  const query = readQuery(request)
  const asked = query.text('q')
  const page = query.page()
  const near = asked === null ? null : nameMeant(asked)
  const found = asked === null || near === null ? null : await searchPeople(actorScope(ctx, 'see'), { typed: asked, near }, ctx.today, page)
  const { positions } = catalogue().vocabulary
  return {
    asked: asked ?? '',
    page,
    search: query.search,
    total: found?.total ?? null,
    pages: Math.max(1, Math.ceil((found?.total ?? 0) / peopleAPage)),
    rows: (found?.rows ?? []).map(({ id, name, phone, account, posts }) => ({
      id,
      name,
      phone: phone === null ? '' : maskedPhone(phone),
      staffNumber: account?.staffNumber ?? '',
      posts: posts.map(({ position, unit }) => `${unit.name} ${wordFor(positions, position, ctx.locale)}`),
    })),
  }
})

type Row = { id: string; name: string; phone: string; staffNumber: string; posts: string[] }

export const handle = titled<typeof loader>((t) => t('org:person.title'))

export default function People() {
  const { asked, page, search, pages, total, rows } = useLoaderData<typeof loader>()
  const { t } = useTranslation('org')
  const columns: Column<Row>[] = [
    { key: 'name', head: t('person.name'), cell: (row) => <a href={`/admin/people/${row.id}`}>{row.name}</a> },
    { key: 'phone', head: t('person.phone'), cell: (row) => row.phone || t('nothing') },
    { key: 'number', head: t('person.staffNumber'), cell: (row) => row.staffNumber || t('nothing') },
    {
      key: 'posts',
      head: t('person.posts'),
      cell: (row) =>
        row.posts.length === 0
          ? t('person.noPost')
          : row.posts.map((post) => (
              <span key={post} className="block">
                {post}
              </span>
            )),
    },
  ]
  return (
    <AdminFrame title={t('person.title')}>
      <FindForm name="q" label={t('person.search')} hint={t('person.searchHint')} value={asked} />
      {total === 0 && <Empty title={t('person.nobody', { asked })}>{t('person.nobodyText')}</Empty>}
      {total !== null && total > 0 && (
        <>
          <p className="mb-3 text-ink2">{t('person.count', { count: total })}</p>
          <Table caption={t('person.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
          <Pager page={page} pages={pages} total={total} search={search} />
        </>
      )}
    </AdminFrame>
  )
}
