import { useLoaderData } from '@remix-run/react'
import { allPaths } from '~/content/practicals.server'
import { findUnits } from '~/data/duties/unit-clearance.server'
import { groupedBy } from '~/domain/shared/grouped'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import type { PathShown, StreetPaths } from '~/ui/practicals/path'
import { StreetPathsView } from '~/ui/practicals/street-paths-view'
import { titled } from '~/ui/shell/title'
import { longestFirst, pathOptions, pathsOfUnits } from './paths.server'

const longestShown = 30

const counted = (rows: readonly PathShown[]): StreetPaths['total'] => {
  const by = (acts: string) => rows.filter(({ next }) => next?.acts === acts).length
  return {
    all: rows.length,
    complete: rows.filter(({ next }) => next === null).length,
    person: by('person'),
    manager: by('manager'),
    observer: by('observer'),
  }
}

export const loader = serve('supervisor', async (ctx, { request }): Promise<StreetPaths> => {
  const query = readQuery(request)
  const path = query.oneOf(
    'path',
    allPaths().map(({ id }) => id),
  )
  const units = await findUnits(actorScope(ctx, 'supervise'), ctx.today)
  const rows = pathsOfUnits(units, ctx, 'supervisor').filter((row) => path === null || row.path.id === path)
  const byUnit = groupedBy(rows, ({ unit }) => unit.id)
  const chosen = units.find(({ id }) => id === query.text('unit'))
  return {
    units: units.flatMap(({ id, name, place }) => {
      const own = byUnit.get(id)
      return own === undefined ? [] : [{ id, name, place: place.name, ...counted(own) }]
    }),
    total: counted(rows),
    longest: rows
      .filter(({ next }) => next !== null)
      .sort(longestFirst)
      .slice(0, longestShown),
    chosen: chosen === undefined ? null : { name: chosen.name, rows: [...(byUnit.get(chosen.id) ?? [])].sort(longestFirst) },
    filter: { path: path ?? '', unit: chosen?.id ?? '' },
    paths: pathOptions(ctx.locale),
  }
})

export const handle = titled<typeof loader>((t) => t('practicals:street.title'))

export default function StreetPathsPage() {
  return <StreetPathsView page={useLoaderData<typeof loader>()} />
}
