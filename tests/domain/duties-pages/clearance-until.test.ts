import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clearanceUntil } from '~/domain/duties/clearance-until'
import type { Cadence, Duty, Evidence, Facts, Post } from '~/domain/duties/facts'
import { mayWork } from '~/domain/duties/may-work'
import { isMissing, requirementsOf } from '~/domain/duties/requirement'
import { parseScenario } from '~/domain/duties/scenario'
import { indexFacts } from '~/domain/duties/standing'
import { addDays, type Day, formatDay, parseDay } from '~/domain/shared/day'
import { parsePeriod } from '~/domain/shared/period'
import { randomScenario } from '../duties/random-scenarios'

function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
function period(text: string) {
  const parsed = parsePeriod(text)
  if (parsed === null) throw new Error(text)
  return parsed
}

const gate: Cadence = { kind: 'gate', lookback: period('P3M') }
const yearly: Cadence = { kind: 'rolling', every: period('P1Y'), opens: period('P30D'), first: period('P0D') }
const halfYearly: Cadence = { kind: 'calendar', every: 'P6M', lead: period('P30D') }

const duty = (id: string, cadence: Cadence, more: Partial<Duty> = {}): Duty => ({
  id,
  binds: 'post',
  positions: ['*'],
  traits: [],
  bars: true,
  from: day('2002-05-01'),
  to: null,
  counts: [{ kind: 'course', topic: '*', sameUnit: false }],
  cadence,
  ...more,
})
const post = (more: Partial<Post> = {}): Post => ({
  id: 'k1',
  person: 'p1',
  unit: 'u1',
  position: 'employee',
  from: day('2026-01-10'),
  to: null,
  ...more,
})
const passed = (on: string, more: Partial<Evidence> = {}): Evidence => ({
  id: `e-${on}`,
  kind: 'course',
  topic: 'basics',
  subject: 'p1',
  unit: 'u1',
  on: day(on),
  passed: true,
  validThrough: null,
  revokedOn: null,
  ...more,
})
const facts = (more: Partial<Facts>): Facts => ({
  duties: [duty('gate', gate)],
  units: [{ id: 'u1', from: day('2001-01-01'), to: null, traits: [{ trait: 'hotel', from: day('2026-06-01'), to: null }] }],
  people: [{ id: 'p1', mergedInto: null }],
  posts: [post()],
  evidence: [passed('2026-01-05')],
  waivers: [],
  ...more,
})

const table: [string, Facts, string, string | null | 'no'][] = [
  ['who passed the gate may work for as long as she holds the post', facts({}), '2026-03-01', null],
  ['who did not pass it may not work', facts({ evidence: [] }), '2026-03-01', 'no'],
  ['a post that ends, ends it', facts({ posts: [post({ to: day('2026-12-31') })] }), '2026-03-01', '2026-12-31'],
  ['on its last day too', facts({ posts: [post({ to: day('2026-12-31') })] }), '2026-12-31', '2026-12-31'],
  ['and the day after, not', facts({ posts: [post({ to: day('2026-12-31') })] }), '2027-01-01', 'no'],
  ['a rolling duty that bars runs out', facts({ duties: [duty('gate', gate), duty('rolling', yearly)] }), '2026-03-01', '2027-01-04'],
  ['one that only warns does not', facts({ duties: [duty('gate', gate), duty('rolling', yearly, { bars: false })] }), '2026-03-01', null],
  ['a calendar duty that bars runs to the end of its period', facts({ duties: [duty('half', halfYearly)] }), '2026-03-01', '2026-06-30'],
  [
    'a calendar duty that will not be owed does not end it earlier than the post',
    facts({ duties: [duty('half', halfYearly)], posts: [post({ to: day('2026-08-15') })] }),
    '2026-03-01',
    '2026-08-15',
  ],
  [
    'a printed expiry rules',
    facts({ duties: [duty('r', yearly)], evidence: [passed('2026-01-05', { validThrough: day('2026-04-30') })] }),
    '2026-03-01',
    '2026-04-30',
  ],
  [
    'a revocation that is already known ends it the day before',
    facts({ evidence: [passed('2026-01-05', { revokedOn: day('2026-05-01') })] }),
    '2026-03-01',
    '2026-04-30',
  ],
  [
    'a trait that begins later brings its duty then',
    facts({
      duties: [
        duty('gate', gate),
        duty('hotel', yearly, { traits: ['hotel'], counts: [{ kind: 'licence', topic: '*', sameUnit: false }] }),
      ],
    }),
    '2026-03-01',
    '2026-05-31',
  ],
  [
    'a waiver lifts it up to its last day',
    facts({ evidence: [], waivers: [{ duty: 'gate', subject: 'k1', from: day('2026-01-10'), through: day('2026-02-10') }] }),
    '2026-01-20',
    '2026-02-10',
  ],
  [
    'asked before the first day, it runs from then on',
    facts({ posts: [post({ from: day('2026-03-05'), to: day('2026-03-09') })] }),
    '2026-03-01',
    '2026-03-09',
  ],
]

describe('until when somebody may work', () => {
  it.each(table)('%s', (_name, given, on, expected) => {
    const term = clearanceUntil(indexFacts(given), 'k1', day(on))
    if (expected === 'no') expect(term.mayWork).toBe(false)
    else
      expect({ mayWork: term.mayWork, until: term.until === null ? null : formatDay(term.until) }).toEqual({
        mayWork: true,
        until: expected,
      })
  })

  it('agrees with asking day by day, whatever the facts', () => {
    fc.assert(
      fc.property(randomScenario, fc.integer({ min: 0, max: 1100 }), (raw, offset) => {
        const parsed = parseScenario(JSON.stringify(raw))
        if (!parsed.ok) throw new Error(parsed.message)
        const index = indexFacts(parsed.scenario)
        const on = addDays(day('2022-10-01'), offset)
        for (const { id } of parsed.scenario.posts) {
          const term = clearanceUntil(index, id, on)
          expect(term.mayWork).toBe(mayWork(index, id, on).mayWork)
          if (!term.mayWork) continue
          const horizon = addDays(on, 2_600)
          let last = on
          while (last < horizon && mayWork(index, id, addDays(last, 1)).mayWork) last = addDays(last, 1)
          if (last < horizon) expect(term.until).toBe(last)
          else expect(term.until === null || term.until >= horizon).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('lists as missing and barring exactly what keeps somebody from work', () => {
    fc.assert(
      fc.property(randomScenario, fc.integer({ min: 0, max: 1300 }), (raw, offset) => {
        const parsed = parseScenario(JSON.stringify(raw))
        if (!parsed.ok) throw new Error(parsed.message)
        const index = indexFacts(parsed.scenario)
        const on = addDays(day('2022-10-01'), offset)
        for (const { id } of parsed.scenario.posts) {
          const barring = requirementsOf(index, id, on).filter((requirement) => requirement.bars && isMissing(requirement))
          expect(barring.map((requirement) => requirement.duty.id)).toEqual(mayWork(index, id, on).because)
        }
      }),
      { numRuns: 400 },
    )
  })
})
