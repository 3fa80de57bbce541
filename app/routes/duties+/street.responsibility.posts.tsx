import { useLoaderData } from '@remix-run/react'
import { postsHeldAt } from '~/data/duties/posts-held.server'
import { findUnits } from '~/data/duties/unit-clearance.server'
import { staffingOn } from '~/domain/org/staffing'
import { serve } from '~/http/serve.server'
import type { StaffingPage, StaffLine, StaffSection } from '~/ui/duties/responsibility/staffing'
import { StaffingView } from '~/ui/duties/responsibility/staffing-view'
import { titled } from '~/ui/shell/title'
import { responsibilityQuestion } from './responsibility-frame.server'

const section = (kind: StaffSection['kind'], lines: readonly StaffLine[]): StaffSection => ({
  kind,
  open: lines.filter(({ staff }) => staff === 0),
  staffed: lines.filter(({ staff }) => staff > 0),
})

export const loader = serve('supervisor', async (ctx, { request }): Promise<StaffingPage> => {
  const { scope, place, below, on, frame } = responsibilityQuestion(ctx, request)
  if (place === null || !frame.isWhole) return { frame, sections: [], open: 0, all: 0 }
  const units = (await findUnits(scope, on)).filter((unit) => unit.place.path.startsWith(place.path))
  const found = staffingOn(
    below,
    units.map(({ id, place: { id: placeId }, traits }) => ({ id, placeId, traits })),
    postsHeldAt(units, on),
    on,
  )
  const placeNames = new Map(below.map(({ id, name }) => [id, name]))
  const above = new Map(below.map(({ id, parentId }) => [id, placeNames.get(parentId ?? '') ?? '']))
  const named = new Map(units.map((unit) => [unit.id, unit]))
  const unitLines = (kind: 'street' | 'community' | 'building') =>
    found.units
      .filter((unit) => unit.kind === kind)
      .map(({ unitId, staff }) => ({
        id: unitId,
        name: named.get(unitId)?.name ?? '',
        where: named.get(unitId)?.place.name ?? '',
        staff,
        above: 0,
      }))
  const grids = found.grids.map(({ placeId, workers, above: tied }) => ({
    id: placeId,
    name: placeNames.get(placeId) ?? '',
    where: above.get(placeId) ?? '',
    staff: workers,
    above: tied,
  }))
  const ofUnits = (['street', 'community', 'building'] as const).map((kind) => section(kind, unitLines(kind)))
  const sections = [section('grid', grids), ...ofUnits]
  return {
    frame,
    sections,
    open: sections.reduce((sum, { open }) => sum + open.length, 0),
    all: sections.reduce((sum, { open, staffed }) => sum + open.length + staffed.length, 0),
  }
})

export const handle = titled<typeof loader>((t) => t('duties:responsibility.tab.posts'))

export default function Posts() {
  return <StaffingView page={useLoaderData<typeof loader>()} />
}
