import { pathToFileURL } from 'node:url'
import type { Cadence, Duty, Evidence, Facts, Person, Post, Unit } from '../../app/domain/duties/facts'
import { indexFacts, standingOf } from '../../app/domain/duties/standing'
import { addDays, type Day, parseDay } from '../../app/domain/shared/day'
import { parsePeriod } from '../../app/domain/shared/period'

const PEOPLE = 100_000
const UNITS = 2_000
const PIECES_EACH = 10
const TARGET_MS = 2_000

export type Measured = {
  readonly name: string
  readonly ratio?: number
  readonly ms: number
  readonly detail: string
}

/** How long one core takes for 100,000 people × 12 duties with 1,000,000 pieces of evidence, on one day. */
export async function benchStanding(): Promise<Measured> {
  const facts = manyFacts()
  const on = dayOf('2025-03-15')
  const started = performance.now()
  const index = indexFacts(facts)
  const indexed = performance.now()
  const cpuBefore = process.cpuUsage()
  let met = 0
  for (const person of facts.people) {
    for (const duty of facts.duties) if (standingOf(index, duty.id, person.id, on).standing === 'met') met += 1
  }
  const answered = performance.now()
  const cpuMs = Math.round(process.cpuUsage(cpuBefore).user / 1000)
  const tally = anotherDay(facts, index, addDays(on, 40))
  const again = Math.round(performance.now() - answered)
  const ms = Math.round(answered - indexed)
  const indexMs = Math.round(indexed - started)
  const counts = [...tally].map(([standing, count]) => `${standing} ${count}`).join(', ')
  return {
    name: 'standing: 100,000 people × 12 duties, 1,000,000 pieces of evidence',
    ratio: (ms + indexMs) / TARGET_MS,
    ms,
    detail: `index ${indexMs} ms, first day ${ms} ms (processor ${cpuMs} ms, ${met} met), another day ${again} ms; ${counts}`,
  }
}

function anotherDay(facts: Facts, index: ReturnType<typeof indexFacts>, on: Day): Map<string, number> {
  const tally = new Map<string, number>()
  for (const person of facts.people) {
    for (const duty of facts.duties) {
      const { standing } = standingOf(index, duty.id, person.id, on)
      tally.set(standing, (tally.get(standing) ?? 0) + 1)
    }
  }
  return tally
}

/** The same facts in every run, for so many people. */
export function manyFacts(people = PEOPLE, unitCount = UNITS): Facts {
  const next = randomFrom(20250315)
  const start = dayOf('2015-01-01')
  const units: Unit[] = []
  for (let nth = 0; nth < unitCount; nth += 1) {
    const traits = ['public-gathering', 'chemicals', 'high-rise'].filter(() => next(3) > 0)
    const from = addDays(start, next(400))
    units.push({ id: `u${nth}`, from, to: null, traits: traits.map((trait) => ({ trait, from, to: null })) })
  }
  const known: Person[] = []
  const posts: Post[] = []
  const evidence: Evidence[] = []
  const positions = ['employee', 'welder', 'warden', 'manager']
  for (let nth = 0; nth < people; nth += 1) {
    const id = `p${nth}`
    known.push({ id, mergedInto: nth > 0 && next(100) === 0 ? `p${nth - 1}` : null })
    for (let held = 0; held < (next(5) === 0 ? 2 : 1); held += 1) {
      const from = addDays(start, next(3600))
      const to = next(6) === 0 ? addDays(from, next(1500)) : null
      posts.push({ id: `k${nth}-${held}`, person: id, unit: `u${next(unitCount)}`, position: positions[next(4)] ?? '', from, to })
    }
  }
  for (let nth = 0; nth < people * PIECES_EACH; nth += 1) {
    evidence.push({
      id: `e${nth}`,
      kind: 'course',
      topic: `topic-${next(16)}`,
      subject: `p${next(people)}`,
      unit: next(3) === 0 ? null : `u${next(unitCount)}`,
      on: addDays(start, next(3720)),
      passed: next(20) > 0,
      validThrough: null,
      revokedOn: next(100) === 0 ? addDays(start, next(3720)) : null,
    })
  }
  return { duties: twelveDuties(), units, people: known, posts, evidence, waivers: [] }
}

function twelveDuties(): Duty[] {
  const cadences: Cadence[] = [
    { kind: 'calendar', every: 'P6M', lead: periodOf('P30D') },
    { kind: 'calendar', every: 'P1Y', lead: periodOf('P2M') },
    { kind: 'rolling', every: periodOf('P3Y'), opens: periodOf('P60D'), first: periodOf('P30D') },
    { kind: 'once', within: periodOf('P3M') },
  ]
  return Array.from({ length: 12 }, (_, nth): Duty => {
    const cadence = cadences[nth % cadences.length] ?? { kind: 'once', within: periodOf('P3M') }
    const traits = nth % 3 === 0 ? [] : nth % 3 === 1 ? ['public-gathering'] : ['chemicals', 'high-rise']
    const counts = [{ kind: 'course', topic: `topic-${nth}`, sameUnit: nth % 6 === 5 }]
    const positions = nth % 4 === 3 ? ['welder', 'warden'] : ['*']
    return { id: `d${nth}`, binds: 'person', positions, traits, bars: false, from: dayOf('2002-05-01'), to: null, counts, cadence }
  })
}

/** A small linear congruential generator: the same facts in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new Error(`no such day: ${text}`)
  return day
}

function periodOf(text: string): ReturnType<typeof parsePeriod> & object {
  const period = parsePeriod(text)
  if (period === null) throw new Error(`no such period: ${text}`)
  return period
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { name, ms, detail } = await benchStanding()
  process.stdout.write(`${name}\n${ms} ms; ${detail}\n`)
}
