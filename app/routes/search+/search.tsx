import { useLoaderData } from '@remix-run/react'
import { nameMeant } from '~/gateways/pinyin.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { type SearchPage, type Shelf, searchKinds } from '~/ui/search/search-page'
import { SearchView } from '~/ui/search/search-view'
import { titled } from '~/ui/shell/title'
import { finders } from './finders.server'

const firstOfEach = 5
const pageSize = 50

export const loader = serve('anyone', async (ctx, { request }): Promise<SearchPage> => {
  const query = readQuery(request)
  const typed = query.text('q') ?? ''
  const near = nameMeant(typed)
  const open = finders(ctx)
  const mayLookFor = searchKinds.filter((kind) => kind in open)
  const kind = query.oneOf('kind', mayLookFor)
  const page = kind === null ? 1 : query.page()
  const take = kind === null ? firstOfEach : pageSize
  const shelves: Shelf[] = []
  for (const one of mayLookFor) {
    const find = open[one]
    if (near === null || find === undefined || (kind !== null && kind !== one)) continue
    shelves.push({ kind: one, ...(await find({ typed, near, page, take })) })
  }
  const pages = Math.max(1, Math.ceil((shelves[0]?.total ?? 0) / take))
  return { asked: typed, kind, shelves, mayLookFor, page, pages, search: query.search }
})

export const handle = titled<typeof loader>((t, { asked }) => (asked === '' ? t('search:title') : `${asked} · ${t('search:title')}`))

export default function Search() {
  return <SearchView page={useLoaderData<typeof loader>()} />
}
