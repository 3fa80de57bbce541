import { licenceTopic } from '~/content/licences.server'
import { holdersOfLapsing } from '~/data/credentials/licence-holders.server'
import { lapsingLicences } from '~/data/credentials/licence-lapses.server'
import { findClearances } from '~/data/duties/clearances.server'
import { askCoverage } from '~/data/duties/coverage-book.server'
import { findUnits, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import { watchedBy } from '~/data/notices/recipients.server'
import type { Grant } from '~/domain/accounts/grants'
import { inScope, type Scope, scopeFor } from '~/domain/accounts/scope'
import { lapseWindow } from '~/domain/credentials/licence-lapse'
import { type Telling, type WatchCounts, weekStep } from '~/domain/notices/notice'
import type { Day } from '~/domain/shared/day'
import { allRules } from './own-notices.server'

const none: WatchCounts = { blocked: 0, overdue: 0, own: 0, licences: 0 }
const peopleASlice = 100

/** How many licences run out at each unit; one of somebody who works at two counts at both. */
function lapsesByUnit(scope: Scope, today: Day): ReadonlyMap<string, number> {
  const holders = holdersOfLapsing(scope, null, today, lapseWindow)
  const people = [...new Set(holders.map(({ personId }) => personId))]
  const lapsing = new Set<string>()
  for (let start = 0; start < people.length; start += peopleASlice)
    for (const { licence } of lapsingLicences(people.slice(start, start + peopleASlice), today, licenceTopic)) lapsing.add(licence.id)
  const held = new Map(
    holders.filter(({ licenceId }) => lapsing.has(licenceId)).map(({ licenceId, unitId }) => [`${unitId} ${licenceId}`, unitId]),
  )
  const counts = new Map<string, number>()
  for (const unitId of held.values()) counts.set(unitId, (counts.get(unitId) ?? 0) + 1)
  return counts
}

/** How many of its own duties are overdue at each unit. */
function ownOverdue(ids: readonly string[], today: Day): Promise<ReadonlyMap<string, number>> {
  const overdue = new Set(['overdue'])
  return askCoverage({ units: ids, duties: allRules(), today, on: today }, (book) => {
    const linesOf = (id: string) => book.lines(id, today, { duties: null, position: null }, overdue)
    return new Map(ids.map((id) => [id, linesOf(id).filter(({ person }) => person === null).length]))
  })
}

async function countsOf(units: readonly ScopedUnit[], scope: Scope, today: Day): Promise<ReadonlyMap<string, WatchCounts>> {
  const lapses = lapsesByUnit(scope, today)
  const clearances = await findClearances(units, allRules(), today)
  const own = await ownOverdue(
    units.map(({ id }) => id),
    today,
  )
  return new Map(
    clearances.map(({ unit: { id }, blocked, overdue }) => [
      id,
      { blocked: blocked.length, overdue, own: own.get(id) ?? 0, licences: lapses.get(id) ?? 0 },
    ]),
  )
}

const isQuiet = ({ blocked, overdue, own, licences }: WatchCounts): boolean => blocked + overdue + own + licences === 0

const added = (one: WatchCounts, other: WatchCounts): WatchCounts => ({
  blocked: one.blocked + other.blocked,
  overdue: one.overdue + other.overdue,
  own: one.own + other.own,
  licences: one.licences + other.licences,
})

/** One line for each unit or place that somebody watches over, in counts, once a week and only where there is something to do. */
export async function watchNotices(accountIds: readonly string[], today: Day): Promise<Telling[]> {
  const watched = accountIds.flatMap((accountId) => watchedBy(accountId, today).map((grant) => ({ accountId, grant })))
  if (watched.length === 0) return []
  const scope = scopeFor(
    watched.map(({ grant }) => grant),
    'see',
    today,
  )
  const units = await findUnits(scope, today)
  const counts = await countsOf(units, scope, today)
  const byKey = new Map(
    watched.flatMap(({ accountId, grant }) => {
      const told = lineOf(accountId, grant, units, counts, today)
      return told === null ? [] : [[`${accountId} ${told.subject}`, told] as const]
    }),
  )
  return [...byKey.values()]
}

function lineOf(
  accountId: string,
  grant: Grant,
  units: readonly ScopedUnit[],
  counts: ReadonlyMap<string, WatchCounts>,
  today: Day,
): Telling | null {
  const step = weekStep(today)
  if (grant.unitId !== null) {
    const found = counts.get(grant.unitId)
    if (found === undefined || isQuiet(found)) return null
    return { accountId, subject: grant.unitId, step, body: { kind: 'unit', unit: grant.unitId, ...found } }
  }
  if (grant.placePath === null) return null
  const own = scopeFor([grant], 'see', today)
  const open = units
    .filter(({ id, sector, place }) => inScope(own, { id, sector, placePath: place.path }))
    .flatMap(({ id }) => counts.get(id) ?? [])
    .filter((found) => !isQuiet(found))
  if (open.length === 0) return null
  const body = { kind: 'place' as const, place: grant.placePath, units: open.length, ...open.reduce(added, none) }
  return { accountId, subject: `${grant.placePath} ${grant.sectors}`, step, body }
}
