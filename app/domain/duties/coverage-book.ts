import type { Day } from '../shared/day'
import { type BookChoice, type BookFigures, type BookLine, Counting, Gathering } from './coverage-tally'
import { FIELDS, HEAD, KINDS, Numbering, type Numberings, type PackedTracks, pack, replaced, stateOn } from './packed-tracks'
import { SHADOWED, SHADOWED_ALIKE, STANDING, type Track, trackStandings } from './tracks'

type Chosen = { duties: ReadonlySet<number | null> | null; position: { number: number | null } | null; hidden: number }
const DUE = trackStandings.indexOf('due') + 1
const OVERDUE = trackStandings.indexOf('overdue') + 1
const LINE = KINDS.indexOf('line')
const HELD = KINDS.indexOf('held')
const FORCE = KINDS.indexOf('force')

/**
 * The tracks of many units, kept so that coverage on any day is a search in each track and not the rule again. It answers exactly as
 * coverageOf does, for the units that were put in, on days up to the one their tracks reach.
 */
export class CoverageBook {
  private readonly units = new Map<string, PackedTracks>()
  /** The numbers that stand for ids in the heads of tracks. */
  readonly numberings: Numberings = {
    duties: new Numbering(),
    people: new Numbering(),
    posts: new Numbering(),
    positions: new Numbering(),
  }

  /** @param duties in the order in which figures and lines name them. */
  constructor(duties: readonly string[]) {
    for (const duty of duties) this.numberings.duties.numberOf(duty)
  }

  has(unit: string): boolean {
    return this.units.has(unit)
  }

  put(unit: string, tracks: readonly Track[]): void {
    this.units.set(unit, pack(unit, tracks, this.numberings))
  }

  drop(unit: string): void {
    this.units.delete(unit)
  }

  /** Puts these tracks in the place of all that the unit has about these people; null is the unit itself. */
  replace(unit: string, gone: ReadonlySet<string | null>, tracks: readonly Track[]): void {
    const found = this.units.get(unit)
    if (found === undefined) return
    const numbers = [...gone].flatMap((id) => (id === null ? -1 : (this.numberings.people.find(id) ?? [])))
    this.units.set(unit, replaced(found, new Set(numbers), tracks, this.numberings))
  }

  figures(units: readonly string[], on: Day, choice: BookChoice): BookFigures {
    const { duties, people } = this.numberings
    const byDuty = new Counting(duties.size)
    const byUnit = new Counting(units.length)
    const [open, overdue] = [new Gathering(people.size), new Gathering(people.size)]
    const chosen = this.chosen(choice)
    for (const [nth, unit] of units.entries())
      this.eachLine(unit, on, chosen, (heads, at, standing) => {
        byDuty.count(heads[at + HEAD.duty] ?? 0, standing)
        byUnit.count(nth, standing)
        if (standing !== DUE && standing !== OVERDUE) return
        const person = heads[at + HEAD.person] ?? -1
        open.note(person, unit)
        if (standing === OVERDUE) overdue.note(person, unit)
      })
    return {
      total: byUnit.total(),
      byDuty: byDuty.named((number) => duties.idOf(number) ?? ''),
      byUnit: byUnit.named((nth) => units[nth] ?? ''),
      open: open.count(),
      overdue: overdue.count(),
    }
  }

  /** The lines of one unit in some standings, duty by duty. */
  lines(unit: string, on: Day, choice: BookChoice, wanted: ReadonlySet<string>): readonly BookLine[] {
    const { duties, people, posts, positions } = this.numberings
    const found: { duty: number; line: BookLine }[] = []
    this.eachLine(unit, on, this.chosen(choice), (heads, at, number) => {
      const standing = trackStandings[number - 1]
      if (standing === undefined || !wanted.has(standing)) return
      const duty = heads[at + HEAD.duty] ?? -1
      const line = {
        duty: duties.idOf(duty) ?? '',
        unit,
        person: people.idOf(heads[at + HEAD.person] ?? -1),
        post: posts.idOf(heads[at + HEAD.post] ?? -1),
        position: positions.idOf(heads[at + HEAD.position] ?? -1),
        standing,
      }
      found.push({ duty, line })
    })
    return found.sort((one, other) => one.duty - other.duty).map(({ line }) => line)
  }

  /** The ids of the duties in force on a day at any of these units, whether or not they bind anybody there. */
  dutiesInForce(units: readonly string[], on: Day): ReadonlySet<string> {
    return this.named(units, on, FORCE, HEAD.duty, this.numberings.duties)
  }

  /** The positions held on a day at any of these units. */
  positionsHeld(units: readonly string[], on: Day): ReadonlySet<string> {
    return this.named(units, on, HELD, HEAD.position, this.numberings.positions)
  }

  private chosen({ duties, position }: BookChoice): Chosen {
    const { duties: dutyNumbers, positions } = this.numberings
    return {
      duties: duties === null ? null : new Set([...duties].map((duty) => dutyNumbers.find(duty))),
      position: position === null ? null : { number: positions.find(position) },
      hidden: position === null ? SHADOWED : SHADOWED_ALIKE,
    }
  }

  private eachLine(unit: string, on: Day, chosen: Chosen, tell: (heads: Int32Array, at: number, standing: number) => void): void {
    const packed = this.packed(unit)
    const { heads } = packed
    const { duties, position, hidden } = chosen
    for (let at = 0; at < heads.length - FIELDS; at += FIELDS) {
      if (heads[at + HEAD.kind] !== LINE) continue
      if (position !== null && heads[at + HEAD.position] !== position.number) continue
      if (duties !== null && !duties.has(heads[at + HEAD.duty] ?? -1)) continue
      const state = stateOn(packed, at, on)
      if (state !== 0 && (state & hidden) === 0) tell(heads, at, state & STANDING)
    }
  }

  /** The packed tracks of a unit that was put in. */
  packed(unit: string): PackedTracks {
    const found = this.units.get(unit)
    if (found === undefined) throw new Error(`unit ${unit} is not in the book`)
    return found
  }

  private named(units: readonly string[], on: Day, kind: number, field: number, numbering: Numbering): ReadonlySet<string> {
    const found = new Set<number>()
    for (const unit of units) {
      const packed = this.packed(unit)
      const { heads } = packed
      for (let at = 0; at < heads.length - FIELDS; at += FIELDS) {
        if (heads[at + HEAD.kind] !== kind) continue
        const number = heads[at + field] ?? -1
        if (!found.has(number) && stateOn(packed, at, on) !== 0) found.add(number)
      }
    }
    return new Set([...found].flatMap((number) => numbering.idOf(number) ?? []))
  }
}
