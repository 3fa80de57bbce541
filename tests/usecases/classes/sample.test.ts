import { beforeAll, describe, expect, it } from 'vitest'
import { classesOf } from '~/data/classes/classes.server'
import { invitationsOf } from '~/data/classes/invitations.server'
import { membersOf, type ProgrammeFacts, programmesIn } from '~/data/classes/programmes.server'
import { seatsOf } from '~/data/classes/seats.server'
import { sittingsOf } from '~/data/classes/sittings.server'
import { db } from '~/data/db.server'
import { storedSpan } from '~/data/stored-day.server'
import { beginsAt, endsAt } from '~/domain/classes/class-body'
import { classStateOf } from '~/domain/classes/class-state'
import { type Covered, coverageOfUnit } from '~/domain/classes/coverage'
import { seatingOf } from '~/domain/classes/seating'
import { civilDay } from '~/domain/shared/civil-day'
import { verifyEvidence } from '~/usecases/duties/verify-evidence.server'
import { loadSample } from '../../../prisma/seed'
import { emptyDatabase, setClock } from '../../factories/world'

const now = new Date('2026-03-10T01:00:00.000Z')
const everything = { everything: true, places: [], units: [] }
const known = new Map<number, ProgrammeFacts>()

beforeAll(async () => {
  await emptyDatabase()
  setClock(now.toISOString())
  await loadSample()
  for (const programme of await programmesIn(everything)) known.set(programme.body.year, programme)
}, 180_000)

const of = (year: number): ProgrammeFacts => {
  const programme = known.get(year)
  if (programme === undefined) throw new Error(`no programme of ${year}`)
  return programme
}

async function coverageIn(year: number): Promise<Covered[]> {
  const programme = of(year)
  const sittings = sittingsOf(programme)
  const posts = await db().post.findMany({ where: { position: { in: [...programme.body.audience.positions] } } })
  const rule = { parts: programme.body.parts.map(({ key }) => key), deputies: programme.body.deputies }
  return membersOf(programme).map(({ unitId }) =>
    coverageOfUnit(
      rule,
      sittings.filter(({ unit }) => unit === unitId),
      posts.filter((post) => post.unitId === unitId).map((post) => ({ person: post.personId, unit: unitId, ...storedSpan(post) })),
      civilDay(now),
    ),
  )
}
const tell = (found: Covered): string =>
  found.kind === 'missing' ? 'missing' : `covered${found.byDeputy ? ', by deputy' : ''}${found.successor ? ', successor since' : ''}`
const tally = (found: Covered[]) =>
  Object.fromEntries([...new Set(found.map(tell))].map((one) => [one, found.map(tell).filter((told) => told === one).length]))

describe('the party school of the sample county', () => {
  it('has three years, each with its list frozen, its reason on every line, and the trait that the duty goes by', async () => {
    expect([...known.keys()].sort()).toEqual([2024, 2025, 2026])
    for (const { body, slug, steps, ...programme } of known.values()) {
      const members = membersOf(programme)
      expect(steps.map(({ kind }) => kind)).toEqual(['drawn', 'frozen'])
      expect(members.length).toBeGreaterThan(1)
      expect(members.every(({ why }) => body.audience.sectors.includes(why.sector))).toBe(true)
      const traits = await db().unitTrait.findMany({ where: { trait: `programme-${slug}` } })
      expect(traits.map(({ unitId, from }) => [unitId, from]).sort()).toEqual(
        members.map(({ unitId }) => [unitId, `${body.year}-01-01`]).sort(),
      )
      expect(await db().dutyAdoption.count({ where: { dutyId: body.duty, from: `${body.year}-01-01` } })).toBe(1)
    }
  })

  it('covered everybody in 2024, one by deputy and one with a successor since; in 2025 one is missing', async () => {
    expect(tally(await coverageIn(2024))).toEqual({ covered: 6, 'covered, by deputy': 1, 'covered, successor since': 1 })
    expect(tally(await coverageIn(2025))).toEqual({ covered: 2, missing: 1 })
    expect(tally(await coverageIn(2026))).toEqual({ missing: 2 })
  })

  it('is evidence for whoever came and for the unit, and every chain still holds', async () => {
    const written = await db().evidenceEntry.groupBy({
      by: ['topic', 'subjectKind'],
      where: { topic: { startsWith: 'party-school' } },
      _count: true,
    })
    expect(written.map(({ topic, subjectKind, _count }) => `${topic} ${subjectKind} ${_count}`).sort()).toEqual([
      'party-school-2024 person 8',
      'party-school-2024 unit 8',
      'party-school-2025 person 2',
      'party-school-2025 unit 2',
    ])
    expect((await verifyEvidence()).firstBad).toBe(null)
  })

  it('closed the classes of 2024 and 2025 with a name under them and the figures of their records', async () => {
    const closings = await Promise.all([2024, 2025].map(async (year) => (await classesOf(of(year)))[0]?.steps.at(-1)))
    expect(closings.map((step) => [step?.kind, step?.detail])).toEqual([
      ['closed', { version: 1, signer: expect.stringMatching(/^\p{Script=Han}{2,3}$/u), people: 8, units: 8, complete: 8, deputies: 1 }],
      ['closed', { version: 1, signer: expect.stringMatching(/^\p{Script=Han}{2,3}$/u), people: 2, units: 2, complete: 2, deputies: 0 }],
    ])
  })

  it('holds the class of 2026 in the coming weeks, in a main and two branch classrooms; some have answered', async () => {
    const [found] = await classesOf(of(2026))
    if (found === undefined) throw new Error('no class')
    expect(classStateOf(found.steps, beginsAt(found.body), endsAt(found.body), now.getTime())).toBe('ahead')
    expect(found.body.classrooms.map(({ id }) => id)).toEqual(['main', 'donghu', 'xiqiao'])
    expect(invitationsOf(found).map(({ answer }) => answer?.kind ?? 'none')).toEqual(['comes', 'none'])
    const seats = new Map(found.body.classrooms.map(({ id, seats: many }) => [id, many]))
    expect([...seatingOf(seatsOf(found), seats).values()]).toEqual([{ kind: 'seated' }])
  })
})
