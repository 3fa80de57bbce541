import fc from 'fast-check'
import type { RawAsk, RawCadence, RawDuty, RawEvidence, RawPerson, RawPost, RawScenario, RawUnit, RawWaiver } from './reference'

const START = Date.UTC(2022, 9, 1) / 86_400_000
const LENGTH = 1_200
const text = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
const monthEnd = (month: number, offset: number): number => Date.UTC(2022, 10 + month, 0) / 86_400_000 + offset

/** Days from October 2022 to early 2026, with a taste for the days around month ends. */
const day = fc.oneof(
  fc.integer({ min: START, max: START + LENGTH }),
  fc.tuple(fc.integer({ min: 0, max: 38 }), fc.integer({ min: -1, max: 2 })).map(([month, offset]) => monthEnd(month, offset)),
  fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: -1, max: 1 })).map(([half, offset]) => monthEnd(2 + half * 6, offset)),
)
const dayText = day.map(text)
const period = fc.constantFrom('P0D', 'P1D', 'P15D', 'P30D', 'P60D', 'P1M', 'P2M', 'P1M15D', 'P6M', 'P1Y', 'P1Y1M')
const every = fc.constantFrom('P1D', 'P20D', 'P1M', 'P1M1D', 'P3M', 'P6M', 'P1Y', 'P3Y')

/** Runs that overlap, touch, or leave a gap of a day or more. */
const runs = (most: number, early: number) =>
  fc
    .record({
      start: fc.oneof({ weight: 1, arbitrary: day }, { weight: early, arbitrary: fc.integer({ min: START - 100, max: START + 60 }) }),
      steps: fc.array(
        fc.record({
          length: fc.oneof(
            { weight: 1, arbitrary: fc.integer({ min: 0, max: 5 }) },
            { weight: 4, arbitrary: fc.integer({ min: 20, max: 300 }) },
          ),
          gap: fc.integer({ min: 0, max: 3 }),
        }),
        { minLength: 1, maxLength: most },
      ),
      open: fc.constantFrom(true, true, false),
    })
    .map(({ start, steps, open }) => {
      let at = start
      return steps.map(({ length, gap }, nth) => {
        const from = at
        at = from + length + gap
        return { from: text(from), to: open && nth === steps.length - 1 ? null : text(from + length) }
      })
    })
const oneRun = runs(1, 1).map((made) => made[0] ?? { from: '2023-01-01', to: null })
const life = fc.oneof({ weight: 6, arbitrary: fc.constant({ from: '2022-02-01', to: null }) }, { weight: 1, arbitrary: oneRun })

const cadenceOf = (binds: RawDuty['binds']): fc.Arbitrary<RawCadence> => {
  const others: fc.Arbitrary<RawCadence>[] = [
    fc.record({ kind: fc.constant('once' as const), within: period }),
    fc.record({ kind: fc.constant('calendar' as const), every: fc.constantFrom('P1M', 'P3M', 'P6M', 'P1Y'), lead: period }),
    fc.record({
      kind: fc.constant('calendar' as const),
      every: fc.constantFrom('P1M', 'P3M', 'P6M'),
      lead: fc.constantFrom('P0D', 'P30D', 'P1M'),
    }),
    fc.record({ kind: fc.constant('rolling' as const), every, opens: period, first: period }),
  ]
  if (binds === 'post') others.push(fc.record({ kind: fc.constant('gate' as const), lookback: period }))
  return fc.oneof(...others)
}

const TRAITS = ['gathering', 'gathering', 'chemicals', '*']
const TOPICS = ['basics', 'basics', 'basics', '*', 'constructor']
const idsFrom = (names: readonly string[], count: number): readonly string[] => names.slice(0, count)
const DUTY_IDS = ['h', '__proto__', 'constructor', 'licence']
const UNIT_IDS = ['u1', 'u2', 'toString']
const PERSON_IDS = ['p1', '__proto__', 'p3', 'p4']
const POST_IDS = ['k1', 'k2', 'k3', 'k4', 'constructor', 'k6']
/** Both an emoji (a surrogate pair) and ﬁ (a later code unit, an earlier code point), and e10 before e9. */
const EVIDENCE_IDS = ['e9', 'e10', '😀', 'ﬁ', 'e1', 'E', 'é', '', '__proto__', 'e2', 'e3', 'e4', 'e5', 'e6']

const dutyWith = (id: string): fc.Arbitrary<RawDuty> =>
  fc.constantFrom<RawDuty['binds']>('person', 'person', 'post', 'unit').chain((binds) =>
    fc
      .record({
        id: fc.constant(id),
        binds: fc.constant(binds),
        positions:
          binds === 'unit'
            ? fc.constant<string[]>([])
            : fc.constantFrom<string[]>(['*'], ['*'], ['*'], ['welder'], ['welder', 'warden'], ['*', 'warden']),
        traits: fc.constantFrom<string[]>([], ['gathering'], ['gathering'], ['gathering', 'chemicals'], ['gathering', '*']),
        bars: fc.boolean(),
        inForce: life,
        counts: fc.array(
          fc.record({
            kind: fc.constantFrom('course', 'course', 'course', 'drill'),
            topic: fc.constantFrom(...TOPICS),
            sameUnit: fc.constantFrom(true, false, false),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        cadence: cadenceOf(binds),
      })
      .map(({ inForce, ...duty }) => ({ ...duty, ...inForce })),
  )

const unitWith = (id: string): fc.Arbitrary<RawUnit> =>
  fc
    .record({ life, traits: fc.array(fc.tuple(fc.constantFrom(...TRAITS), runs(3, 4)), { minLength: 1, maxLength: 2 }) })
    .map(({ life: span, traits }) => ({
      id,
      ...span,
      traits: traits.flatMap(([trait, spans]) => spans.map((held) => ({ trait, ...held }))),
    }))

const mergesOf = (ids: readonly string[]): fc.Arbitrary<RawPerson[]> =>
  fc.array(fc.integer({ min: -3, max: 3 }), { minLength: ids.length, maxLength: ids.length }).map((choices) =>
    ids.map((id, nth) => ({
      id,
      mergedInto:
        ids[nth + Math.max(1, choices[nth] ?? 1)] !== undefined && (choices[nth] ?? 0) > 0
          ? (ids[nth + Math.max(1, choices[nth] ?? 1)] ?? null)
          : null,
    })),
  )

const postsOf = (people: readonly string[], units: readonly string[]): fc.Arbitrary<RawPost[]> =>
  fc
    .array(
      fc.record({
        person: fc.constantFrom(...people),
        units: fc.array(fc.constantFrom(...units), { minLength: 3, maxLength: 3 }),
        position: fc.constantFrom('welder', 'welder', 'warden', '*'),
        spans: runs(3, 1),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((groups) =>
      groups
        .flatMap((group) =>
          group.spans.map((span, nth) => ({ person: group.person, unit: group.units[nth] ?? 'u1', position: group.position, ...span })),
        )
        .slice(0, POST_IDS.length)
        .map((post, nth) => ({ id: POST_IDS[nth] ?? '', ...post })),
    )

const evidenceOf = (subjects: readonly string[], units: readonly string[]): fc.Arbitrary<RawEvidence[]> =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom('course', 'course', 'course', 'course', 'drill'),
        topic: fc.constantFrom(...TOPICS),
        subject: fc.constantFrom(...subjects),
        unit: fc.constantFrom(null, ...units, ...units),
        on: dayText,
        passed: fc.constantFrom(true, true, true, true, false),
        validThrough: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: dayText }),
        revokedOn: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: dayText }),
      }),
      { minLength: 2, maxLength: EVIDENCE_IDS.length, size: 'large' },
    )
    .chain((pieces) =>
      fc
        .shuffledSubarray(EVIDENCE_IDS, { minLength: pieces.length, maxLength: pieces.length })
        .map((ids) => pieces.map((piece, nth) => ({ id: ids[nth] ?? '', ...piece }))),
    )

type World = Pick<RawScenario, 'duties' | 'units' | 'people' | 'posts'>

/** Ids that a duty may be asked about, those that hold posts more often. */
const subjectsOf = (world: World, binds: RawDuty['binds']): readonly string[] => {
  if (binds === 'unit') return world.posts.map((post) => post.unit).concat(world.units.map((unit) => unit.id))
  if (binds === 'post') return world.posts.map((post) => post.id)
  return world.posts.flatMap((post) => [post.person, post.person]).concat(world.people.map((person) => person.id))
}

const waiversOf = (world: World): fc.Arbitrary<RawWaiver[]> => {
  const anyone = (['unit', 'person', 'post'] as const).flatMap((kind) => subjectsOf(world, kind))
  const length = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 250 }))
  const waiver = fc.constantFrom(...world.duties).chain((duty) =>
    fc
      .record({
        subject: fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(...subjectsOf(world, duty.binds)) },
          { weight: 1, arbitrary: fc.constantFrom(...anyone) },
        ),
        start: day,
        length,
      })
      .map((made) => ({ duty: duty.id, subject: made.subject, from: text(made.start), through: text(made.start + made.length) })),
  )
  return fc.array(waiver, { maxLength: 8, size: 'large' })
}

/** Questions about days soon after something happened, and about any day. */
const asksOf = (world: World, happened: readonly string[]): fc.Arbitrary<RawAsk[]> => {
  const starts = happened.map((from) => Date.parse(from) / 86_400_000)
  const later = fc.tuple(
    fc.constantFrom(...starts),
    fc.oneof(fc.integer({ min: -2, max: 3 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 500 })),
  )
  const on = fc.oneof({ weight: 1, arbitrary: dayText }, { weight: 4, arbitrary: later.map(([start, offset]) => text(start + offset)) })
  const during = (post: RawPost): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max: 300 }).map((offset) => text(Date.parse(post.from) / 86_400_000 + offset))
  const holder = (post: RawPost, binds: RawDuty['binds']): string => ({ unit: post.unit, person: post.person, post: post.id })[binds]
  const aboutDuty = fc.constantFrom(...world.duties).chain((duty) =>
    fc.oneof(
      fc.record({ duty: fc.constant(duty.id), subject: fc.constantFrom(...subjectsOf(world, duty.binds)), on }),
      fc
        .constantFrom(...world.posts)
        .chain((post) => during(post).map((day) => ({ duty: duty.id, subject: holder(post, duty.binds), on: day }))),
    ),
  )
  const ahead = (post: RawPost): fc.Arbitrary<string> =>
    fc.integer({ min: 1, max: 90 }).map((offset) => text(Date.parse(post.from) / 86_400_000 - offset))
  const aboutPost = fc
    .constantFrom(...world.posts)
    .chain((post) => fc.oneof(on, ahead(post), during(post)).map((day) => ({ mayWork: post.id, on: day })))
  return fc.array(fc.oneof({ weight: 4, arbitrary: aboutDuty }, { weight: 1, arbitrary: aboutPost }), { minLength: 20, maxLength: 40 })
}

/** Whole scenarios: merges, several posts, units and traits, gaps, clamped ends, waivers, revocations, all cadences. */
export const randomScenario: fc.Arbitrary<RawScenario> = fc
  .record({ duties: fc.integer({ min: 1, max: 4 }), units: fc.integer({ min: 1, max: 3 }), people: fc.constantFrom(1, 2, 2, 3, 4) })
  .chain((sizes) => {
    const unitIds = idsFrom(UNIT_IDS, sizes.units)
    const personIds = idsFrom(PERSON_IDS, sizes.people)
    return fc.record({
      duties: fc.tuple(...idsFrom(DUTY_IDS, sizes.duties).map(dutyWith)),
      units: fc.tuple(...unitIds.map(unitWith)),
      people: fc.shuffledSubarray([...personIds], { minLength: personIds.length }).chain(mergesOf),
      posts: postsOf(personIds, unitIds),
    })
  })
  .chain((world) => {
    const { people, posts } = world
    const units = world.units.map((unit) => unit.id)
    const holders = posts.flatMap((post) => [post.person, post.person, post.unit]).concat(people.map((person) => person.id))
    const subjects = [...holders, ...units, ...posts.slice(0, 1).map((post) => post.id)]
    return fc.record({ ...constants(world), evidence: evidenceOf(subjects, units), waivers: waiversOf(world) })
  })
  .chain((world) => {
    const happened = [...world.posts, ...world.waivers].map((span) => span.from).concat(world.evidence.map((piece) => piece.on))
    return fc.record({ ...constants(world), ask: asksOf(world, happened) })
  })

function constants<T extends object>(made: T): { [K in keyof T]: fc.Arbitrary<T[K]> }
function constants(made: Record<string, unknown>): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(made).map(([key, value]) => [key, fc.constant(value)]))
}
