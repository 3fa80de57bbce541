import { type Entry, gathered, type Said } from '../rollcall/event'
import type { Expected, Roles } from '../rollcall/expected'
import { notTakenBack } from '../rollcall/standing-entries'
import type { Named } from './drill-body'

/** Who took part in a drill by what a sheet or the manager says. `away`: at work that day and not there. */
export type Attendance = { there: readonly Named[]; away: readonly Named[]; walkIns: readonly string[]; guests: number | null }

/** The entry under which guests are counted who were not divided any further. */
export const guestsId = 'guests'

/** The list of such a drill: everybody named, with their departments, and the guests where they were counted. */
export function listOf({ there, away, guests }: Attendance, departments: ReadonlyMap<string, string>, guestsName: string): Expected[] {
  const people = [...there, ...away].map(
    ({ id, name }): Expected => ({
      id,
      kind: 'person',
      name,
      department: (departments.get(id) ?? '').slice(0, 80),
      zone: '',
      count: null,
      help: '',
    }),
  )
  return guests === null
    ? people
    : [...people, { id: guestsId, kind: 'visitors', name: guestsName, department: '', zone: '', count: null, help: '' }]
}

/** What is to be entered so that exactly these people are accounted for, given what was entered before. */
export function saidToReach({ there, away, walkIns, guests }: Attendance, entries: readonly Entry[], roles: Roles): Said[] {
  const valid = notTakenBack(gathered(entries), roles)
  const wanted = new Set(there.map(({ id }) => id))
  const [seen, gone, named] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const said: Said[] = []
  let counted: number | null = null
  for (const { id, said: was } of valid) {
    if (was.kind === 'seen' && wanted.has(was.who)) seen.add(was.who)
    else if (was.kind === 'seen') said.push({ kind: 'undo', of: id })
    if (was.kind === 'away') gone.add(was.who)
    if (was.kind === 'walk-in' && walkIns.includes(was.name)) named.add(was.name)
    else if (was.kind === 'walk-in') said.push({ kind: 'undo', of: id })
    if (was.kind !== 'counted' || was.who !== guestsId) continue
    if (guests === null) said.push({ kind: 'undo', of: id })
    else counted = was.count
  }
  for (const id of wanted) if (!seen.has(id)) said.push({ kind: 'seen', who: id, way: 'sheet', zone: '' })
  for (const { id } of away) if (!gone.has(id)) said.push({ kind: 'away', who: id, why: 'elsewhere' })
  for (const name of walkIns) if (!named.has(name)) said.push({ kind: 'walk-in', name, zone: '' })
  if (guests !== null && counted !== guests) said.push({ kind: 'counted', who: guestsId, zone: '', count: guests })
  return said
}

/** An entry made on the server by whoever writes the drill down. `id` must be the same when the same is written again. */
export const writtenEntry = (id: string, device: string, nth: number, by: string, at: number, said: Said): Entry => ({
  ...{ id, device, nth, by, at, said },
  clock: at,
  offset: 0,
  heard: null,
  received: at,
})
