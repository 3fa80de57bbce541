import { catalogue } from '~/content/catalogue.server'
import { drillPiecesIn, spellsIn } from '~/data/drills/attendance.server'
import { comingAtUnits } from '~/data/drills/attendance-coming.server'
import { drillsOfUnit } from '~/data/drills/drills.server'
import { reader } from '~/data/drills/record-facts.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import type { ScopedUnit } from '~/data/duties/unit-clearance.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import { findCall } from '~/data/rollcall/calls.server'
import { survivorsOf } from '~/data/watch/survivors.server'
import { type Attender, attendanceOf, type CountedDrill, shareCounts, shares } from '~/domain/drills/attendance'
import { marshalsOf } from '~/domain/drills/drill-body'
import { type DrillYear, drillYear, type Known, nextOf, yearHolding } from '~/domain/drills/drill-year'
import { signedVersions } from '~/domain/drills/record-versions'
import { type Day, formatDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import type { Asked } from '~/http/asked.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { type AttendanceRow, attendanceSorts, type UnitAttendance } from '~/ui/drills/attendance'

const earliestYear = 2000
const byName = new Intl.Collator('zh-CN', { numeric: true }).compare

/** The years that can be asked about, newest first, and the one that is: this year where none of them is. */
export function yearsAsked(request: Asked, first: Day, today: Day): { years: number[]; year: DrillYear } {
  const [now, from] = [yearHolding(today), Math.max(earliestYear, yearHolding(first))]
  const years = Array.from({ length: Math.max(1, now - from + 1) }, (_, nth) => now - nth)
  const asked = Number(readQuery(request).text('year') ?? '')
  return { years, year: drillYear(years.includes(asked) ? asked : now, today) }
}

export const kindTitle = (kind: string, locale: Locale): string =>
  catalogue().drills.kinds?.kinds.find(({ id }) => id === kind)?.title[locale] ?? kind

type Held = CountedDrill & { kind: string; way: UnitAttendance['drills'][number]['way'] }

/** Drills of the year that are evidence for the unit: with what was signed of them, or the evidence alone. */
async function heldIn(unit: { id: string }, year: DrillYear, today: Day): Promise<Held[]> {
  const known = new Map((await drillsOfUnit(unit, 5000)).map((drill) => [drill.id, drill]))
  const keyOf = ({ sourceId, topic, on }: { sourceId: string; topic: string; on: Day }): string =>
    known.has(sourceId) ? sourceId : `${sourceId} ${topic} ${on}`
  return [...groupedBy(drillPiecesIn(unit, year, today), keyOf)]
    .flatMap(([id, pieces]): Held[] => {
      const [first] = pieces
      if (first === undefined) return []
      const drill = known.get(id)
      const record = drill === undefined ? undefined : signedVersions(drill.steps).at(-1)?.record
      const listed = [
        ...(record?.there ?? []).map((one) => ({ person: one.id, state: 'there' as const, why: '' })),
        ...(record?.away ?? []).map((one) => ({ person: one.id, state: 'away' as const, why: one.why })),
        ...(record?.missing ?? []).map((one) => ({ person: one.id, state: 'missing' as const, why: '' })),
      ]
      const proved = pieces.filter(({ subjectKind }) => subjectKind === 'person').map(({ subjectId }) => subjectId)
      return [{ id, on: first.on, kind: first.topic, way: drill?.way ?? 'evidence', listed, proved }]
    })
    .sort((one, other) => one.on - other.on || (one.id < other.id ? -1 : 1))
}

type Coming = Known & { expected: ReadonlySet<string> }

/** What is planned at the unit, with who is expected; who leads a drill that is kept secret knows of it. */
async function comingAt(unit: { id: string }, sees: { manages: boolean; me: string; today: Day }): Promise<Coming[]> {
  const drills = comingAtUnits([unit], sees.today)
  const calls = await Promise.all(drills.map(({ id }) => findCall('drill', id)))
  const listed = calls.map((call) => (call?.expected ?? []).filter(({ kind }) => kind === 'person').map(({ id }) => id))
  const leads = drills.map(({ body }) => [body.commander, ...marshalsOf(body)].map(({ id }) => id))
  const survivor = await survivorsOf(reader(), [...listed, ...leads].flat().concat(sees.me))
  return drills.map(({ body: { on, startsAt, title, unannounced } }, nth) => ({
    ...{ on, startsAt, title, isSecret: unannounced },
    mayKnow: sees.manages || (leads[nth] ?? []).some((id) => survivor(id) === survivor(sees.me)),
    expected: new Set((listed[nth] ?? []).map(survivor)),
  }))
}

/** `manages`: the reader manages the unit. `size`: how many people a page shows; null is all on one. */
type Asks = { request: Asked; manages: boolean; size: number | null }

/** Who was at which drill of a unit in a year, as the address asks for it. The unit must come from a scoped finder. */
export async function unitAttendance(ctx: Signed, unit: ScopedUnit, asks: Asks): Promise<UnitAttendance> {
  const { request, manages, size } = asks
  const { today, locale } = ctx
  const query = readQuery(request)
  const { years, year } = yearsAsked(request, unitDirectory().byId.get(unit.id)?.from ?? today, today)
  const [share, sort] = [query.oneOf('share', shares), query.oneOf('sort', attendanceSorts) ?? 'none']
  const name = query.text('name') ?? ''
  const [held, spells] = [await heldIn(unit, year, today), spellsIn(unit, year)]
  const named = held.flatMap(({ listed, proved }) => [...proved, ...listed.map(({ person }) => person)])
  const survivor = await survivorsOf(reader(), [...named, ...spells.map(({ person }) => person)])
  const found = attendanceOf({ drills: held, spells, on: year.through, survivor })
  const names = findSubjectNames(found.people.map(({ id }) => id))
  const isThisYear = year.year === yearHolding(today)
  const coming = isThisYear ? await comingAt(unit, { manages, me: ctx.actor.personId, today }) : []
  const rows = found.people.map((one) => rowOf(one, names.get(one.id) ?? '', coming))
  return {
    unit: { id: unit.id, name: unit.name },
    year: year.year,
    years,
    isThisYear,
    on: formatDay(year.through),
    drills: held.map(({ id, on, kind, way }, nth) => ({
      ...{ id, on: formatDay(on), kind: kindTitle(kind, locale), way },
      expected: found.drills[nth]?.expected ?? 0,
      there: found.drills[nth]?.there ?? 0,
      href: way === 'evidence' ? null : `/drills/${id}/record`,
    })),
    ...paged(
      rows.filter((row) => (share === null || row.share === share) && row.name.includes(name)).sort(inOrder(sort)),
      query.page(),
      size,
    ),
    here: shareCounts(rows.filter(({ isHere }) => isHere)),
    gone: shareCounts(rows.filter(({ isHere }) => !isHere)),
    next: nextOf(coming),
    filter: { share: share ?? '', name, sort, search: query.search.slice(1) },
  }
}

/** One page of a list; `size` null is all of it. */
export function paged<T>(
  all: readonly T[],
  wanted: number,
  size: number | null,
): { rows: T[]; page: number; pages: number; total: number } {
  const pages = size === null ? 1 : Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(wanted, pages)
  return { rows: size === null ? [...all] : all.slice((page - 1) * size, page * size), page, pages, total: all.length }
}

const dayOrNull = (day: Day | null): string | null => (day === null ? null : formatDay(day))

const rowOf = ({ id, since, left, isHere, turns, there, missed, share }: Attender, name: string, coming: Coming[]): AttendanceRow => ({
  ...{ id, name, isHere, there, missed, share, turns: [...turns] },
  since: dayOrNull(since),
  left: dayOrNull(left),
  next: isHere && share === 'none' ? nextOf(coming.filter(({ expected }) => expected.has(id))) : null,
})

/** none: who is in post and was at none, then the others in post, then who is gone. */
function inOrder(sort: (typeof attendanceSorts)[number]): (one: AttendanceRow, other: AttendanceRow) => number {
  const names = (one: AttendanceRow, other: AttendanceRow): number => byName(one.name, other.name) || (one.id < other.id ? -1 : 1)
  const rank = ({ isHere, share }: AttendanceRow): number => (isHere ? 0 : shares.length) + shares.indexOf(share)
  switch (sort) {
    case 'none':
      return (one, other) => rank(one) - rank(other) || names(one, other)
    case 'name':
      return names
    case 'since':
      return (one, other) => (one.since ?? '').localeCompare(other.since ?? '') || names(one, other)
    case 'there':
      return (one, other) => other.there - one.there || names(one, other)
  }
}
