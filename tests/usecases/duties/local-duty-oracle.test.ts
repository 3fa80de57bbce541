import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import type { CatalogueDuty } from '~/content/duties.server'
import { localDutyWords } from '~/content/local-duties.server'
import { dutiesAt } from '~/data/duties/facts.server'
import type { Acting } from '~/domain/accounts/acting'
import type { Duty, Evidence, Facts, Post } from '~/domain/duties/facts'
import { type LocalDutyWish, localDutyFault } from '~/domain/duties/local-duty'
import { indexFacts, standingOf } from '~/domain/duties/standing'
import { addDays, type Day, formatDay, parseDay } from '~/domain/shared/day'
import type { Period } from '~/domain/shared/period'
import { adoptDuty } from '~/usecases/duties/adopt-duty.server'
import { rulesNow } from '~/usecases/duties/duties-now.server'
import { makeAdministered } from '../../factories/administration'
import { drafted, published, supervises, yearlyClass } from '../../factories/local-duties'
import { acting, makeEmployee, makeUnit } from '../../factories/unit-people'

const rounds = Number(process.env.ROUNDS ?? 60)
const begin = '2026-03-10'
const first = dayOf(begin)

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new Error(text)
  return day
}

let world: Awaited<ReturnType<typeof makeAdministered>>
let unitId: string
let clerk: Acting
let chief: Acting

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  world = await makeAdministered()
  unitId = (await makeUnit('河西五金店', 'HXWJ')).id
  const [one, two] = [await makeEmployee(world.brigade, '小陈'), await makeEmployee(world.brigade, '刘主任')]
  await supervises(one.accountId, 'street')
  await supervises(two.accountId, 'street')
  clerk = acting(one.accountId)
  chief = acting(two.accountId)
}, 60_000)

const onlyDays = ({ years, months, days }: Period): number | null => (years === 0 && months === 0 ? days : null)

/** The same duty as somebody would fill it in; null where the form has no such duty. */
function asForm({ rule, words }: CatalogueDuty): LocalDutyWish | null {
  const known = localDutyWords()
  const sameUnit = rule.counts[0]?.sameUnit ?? false
  const counts = rule.counts.map(({ kind, topic }) => `${kind}/${topic}`)
  const isKnown = counts.every((pair) => known.counts.has(pair)) && rule.counts.every((counted) => counted.sameUnit === sameUnit)
  if (words.adopt !== 'place' || rule.bars || !isKnown || rule.to !== null || rule.from > first) return null
  if (rule.traits.some((trait) => !known.traits.has(trait))) return null
  const positions = rule.positions.filter((position) => position !== '*')
  const base = { ...yearlyClass, binds: rule.binds, positions, traits: [...rule.traits], counts, sameUnit }
  const { cadence } = rule
  switch (cadence.kind) {
    case 'gate':
      return null
    case 'once': {
      const days = onlyDays(cadence.within)
      return days === null || days > 366 ? null : { ...base, rhythm: 'once', days }
    }
    case 'calendar': {
      const days = onlyDays(cadence.lead)
      return days === null ? null : { ...base, rhythm: cadence.every, days }
    }
    case 'rolling': {
      const [days, opens] = [onlyDays(cadence.first), onlyDays(cadence.opens)]
      const months = cadence.every.years * 12 + cadence.every.months
      return days === null || opens === null || cadence.every.days > 0 || months === 0
        ? null
        : { ...base, rhythm: 'rolling', months, days, opens }
    }
  }
}

const ends = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31', '2027-06-30', '2027-12-31'].map(dayOf)
/** Any day, and often one on which something turns: the first day, and thirty days before a period ends. */
const dayAround = fc.oneof(
  fc.integer({ min: -500, max: 1500 }).map((days) => addDays(first, days)),
  fc
    .tuple(fc.constantFrom(first, ...ends, ...ends.map((end) => addDays(end, -30))), fc.integer({ min: -1, max: 1 }))
    .map(([day, by]) => addDays(day, by)),
)
const people = ['p1', 'p2', 'p3']

const factsFor = (rule: Duty) =>
  fc.record({
    unitTraits: fc.array(
      fc.record({ trait: fc.constantFrom(...rule.traits, 'other'), from: dayAround, length: fc.option(fc.integer({ min: 0, max: 900 })) }),
      {
        maxLength: 3,
      },
    ),
    posts: fc.array(
      fc.record({
        person: fc.constantFrom(...people),
        position: fc.constantFrom(...rule.positions.filter((position) => position !== '*'), 'employee', 'welder'),
        from: dayAround,
        length: fc.option(fc.integer({ min: 0, max: 900 })),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    evidence: fc.array(
      fc.record({
        counted: fc.constantFrom(...rule.counts),
        subject: fc.constantFrom(...people, 'the unit'),
        isHere: fc.boolean(),
        on: dayAround,
        passed: fc.boolean(),
        valid: fc.option(fc.integer({ min: 0, max: 900 })),
        revoked: fc.option(fc.integer({ min: 0, max: 900 })),
      }),
      { maxLength: 6 },
    ),
    asked: fc.array(dayAround, { minLength: 1, maxLength: 8 }),
  })

type Made = ReturnType<typeof factsFor> extends fc.Arbitrary<infer T> ? T : never
const endOf = (from: Day, length: number | null): Day | null => (length === null ? null : addDays(from, length))

function factsOf(made: Made, duties: readonly Duty[]): Facts {
  const posts: Post[] = made.posts.map(({ person, position, from, length }, nth) => ({
    ...{ id: `k${nth}`, person, unit: unitId, position, from, to: endOf(from, length) },
  }))
  const evidence: Evidence[] = made.evidence.map(({ counted, subject, isHere, on, passed, valid, revoked }, nth) => ({
    ...{ id: `e${nth}`, kind: counted.kind, topic: counted.topic, subject: subject === 'the unit' ? unitId : subject },
    ...{ unit: isHere ? unitId : null, on, passed, validThrough: endOf(on, valid), revokedOn: endOf(on, revoked) },
  }))
  const traits = made.unitTraits.map(({ trait, from, length }) => ({ trait, from, to: endOf(from, length) }))
  const unit = { id: unitId, from: addDays(first, -900), to: null, traits }
  return { duties, units: [unit], people: people.map((id) => ({ id, mergedInto: null })), posts, evidence, waivers: [] }
}
describe('a local duty with the body of one of the catalogue', () => {
  it('stands the same for everybody on any day', async () => {
    const same = [...catalogue().duties].flatMap(([id, duty]) => {
      const said = asForm(duty)
      return said === null || localDutyFault(said, localDutyWords()) !== null ? [] : [{ id, said, rule: duty.rule }]
    })
    expect(new Set(same.map(({ rule }) => `${rule.binds} ${rule.cadence.kind}`)).size).toBeGreaterThan(1)
    const pairs: { rule: Duty; id: string; local: string }[] = []
    for (const { id, said, rule } of same) {
      await adoptDuty(world.asAdministrator(), { dutyId: id, placeId: 'street', from: begin })
      const local = await drafted(clerk, { said })
      expect({ id, outcome: await published(chief, local, begin) }).toEqual({ id, outcome: { kind: 'published' } })
      pairs.push({ rule, id, local })
    }
    const inForce = new Map(dutiesAt(rulesNow(), [unitId]).map((duty) => [duty.id, duty]))
    for (const { rule, id, local } of pairs) {
      const both = [inForce.get(id), inForce.get(local)].flatMap((duty) => duty ?? [])
      expect(both.map((duty) => duty.id)).toEqual([id, local])
      fc.assert(
        fc.property(factsFor(rule), (made) => {
          const index = indexFacts(factsOf(made, both))
          const subjects = rule.binds === 'unit' ? [unitId] : rule.binds === 'person' ? people : made.posts.map((_, nth) => `k${nth}`)
          for (const subject of subjects)
            for (const on of made.asked)
              expect([id, subject, formatDay(on), standingOf(index, local, subject, on)]).toEqual([
                ...[id, subject, formatDay(on), standingOf(index, id, subject, on)],
              ])
        }),
        { numRuns: rounds },
      )
    }
  }, 120_000)
})
