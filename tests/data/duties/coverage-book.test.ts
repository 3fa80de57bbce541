import Database from 'better-sqlite3'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { indexAt } from '~/data/duties/coverage.server'
import { askCoverage, reachOf, warmCoverage } from '~/data/duties/coverage-book.server'
import { recordEvidence, revokeEvidence } from '~/data/duties/evidence.server'
import { type Tx, transact } from '~/data/transact.server'
import { coverageOf } from '~/domain/duties/coverage'
import type { BookLine } from '~/domain/duties/coverage-tally'
import { addDays, type Day, formatDay, parseDay } from '~/domain/shared/day'
import { settings } from '~/env.server'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, buildStreet, passPaper } from '../../routes/duties-pages/street-corner'

const dayOf = (text: string): Day => {
  const day = parseDay(text)
  if (day === null) throw new Error(text)
  return day
}
const today = dayOf('2026-03-10')
const at = new Date('2026-03-10T02:00:00Z')
const units = ['hotel', 'school', 'clinic']
const duties = () => [...catalogue().duties.values()].map(({ rule }) => rule)
const all = new Set(['met', 'due', 'overdue', 'waived', 'idle'])
const days = ['2024-12-31', '2025-06-30', '2025-07-01', '2026-03-10', '2026-12-31', '2028-01-01', '2028-12-31', '2031-07-01'].map(dayOf)
const told = ({ duty, unit, person, post, standing }: BookLine) => [duty, unit, person, post, standing].join(' ')

const byBook = (on: Day) =>
  askCoverage({ units, duties: duties(), today, on }, (book) =>
    units.flatMap((unit) => book.lines(unit, on, { duties: null, position: null }, all).map(told)).sort(),
  )
const byRule = (on: Day) => {
  const index = indexAt(
    units.map((id) => ({ id })),
    duties(),
  )
  return coverageOf(index, units, on, { duty: null, position: null })
    .map(({ standing, ...line }) => (standing.standing === 'unbound' ? '' : told({ ...line, standing: standing.standing })))
    .sort()
}

const people = ['one', 'two', 'three', 'four']

beforeAll(() => void catalogue())
beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  for (const [nth, id] of people.entries()) {
    await addPerson(id, id)
    await addPost({ id: `k-${id}`, personId: id, unitId: units[nth % 3] ?? '', position: 'employee', from: '2024-03-01' })
  }
})

const drill = (tx: Tx, id: string, unitId: string, on: Day) =>
  recordEvidence(tx, {
    id,
    kind: 'drill',
    topic: 'full',
    subjectKind: 'unit',
    subjectId: unitId,
    unitId,
    position: null,
    on,
    passed: true,
    validThrough: null,
    sourceKind: 'drill',
    sourceId: id,
    recordedBy: 'system',
    recordedAt: at,
  })

/** What can happen to the facts, each written as the application writes it or rougher. */
const happenings: Record<string, (nth: number, person: string, unit: string, day: Day) => Promise<unknown>> = {
  passes: (_nth, person, unit, day) => passPaper(person, unit, 'employee', formatDay(day)),
  drills: (nth, _person, unit, day) => transact((tx) => drill(tx, `drill-${nth}`, unit, day)),
  losesAPass: async (nth, _person, _unit, day) => {
    await transact(async (tx) => {
      const piece = await tx.evidenceEntry.findFirst({ where: { entry: 'evidence' }, orderBy: { seq: 'desc' } })
      if (piece === null) return
      await revokeEvidence(tx, { id: `gone-${nth}`, revokes: piece.id, on: day, reason: 'wrong', by: 'system', at })
    })
  },
  takesAPost: (nth, person, unit, day) =>
    addPost({ id: `post-${nth}`, personId: person, unitId: unit, position: nth % 2 === 0 ? 'welder' : 'employee', from: formatDay(day) }),
  leaves: (_nth, person, _unit, day) => transact((tx) => tx.post.updateMany({ where: { personId: person }, data: { to: formatDay(day) } })),
  moves: (_nth, person, unit) => transact((tx) => tx.post.updateMany({ where: { personId: person }, data: { unitId: unit } })),
  losesAPost: (_nth, person) => transact((tx) => tx.post.deleteMany({ where: { personId: person } })),
  isMerged: async (nth, person) => {
    const into = people[nth % people.length] ?? ''
    if (into !== person && people.indexOf(into) > people.indexOf(person))
      await transact((tx) => tx.person.update({ where: { id: person }, data: { mergedIntoId: into } }))
  },
  isUnmerged: (_nth, person) => transact((tx) => tx.person.update({ where: { id: person }, data: { mergedIntoId: null } })),
  changes: (nth, _person, unit, day) =>
    transact((tx) => tx.unitTrait.create({ data: { id: `trait-${nth}`, unitId: unit, trait: 'highrise-public', from: formatDay(day) } })),
  closes: (_nth, _person, unit, day) => transact((tx) => tx.unit.update({ where: { id: unit }, data: { to: formatDay(day) } })),
  goesElsewhere: (_nth, _person, unit) => transact((tx) => tx.unit.update({ where: { id: unit }, data: { placeId: 'west' } })),
  switchesOn: (nth, _person, _unit, day) =>
    transact((tx) =>
      tx.dutyAdoption.create({
        data: {
          id: `on-${nth}`,
          dutyId: nth % 2 === 0 ? 'unit-drill-annual' : 'unit-staff-training-annual',
          placeId: nth % 3 === 0 ? 'county' : 'east',
          from: formatDay(day),
          adoptedBy: 'x',
          createdAt: at,
        },
      }),
    ),
  switchesOff: (_nth, _person, _unit, day) => transact((tx) => tx.dutyAdoption.updateMany({ data: { to: formatDay(addDays(day, 400)) } })),
  isWaived: (nth, person, unit, day) =>
    transact((tx) =>
      tx.waiver.create({
        data: {
          id: `waiver-${nth}`,
          dutyId: nth % 2 === 0 ? 'unit-staff-training-annual' : 'unit-drill-annual',
          subjectId: nth % 2 === 0 ? person : unit,
          unitId: unit,
          from: formatDay(day),
          through: formatDay(addDays(day, 90)),
          reason: 'x',
          grantedBy: 'x',
          grantedAt: at,
        },
      }),
    ),
}

describe('the kept book of coverage', () => {
  it('is mended for whatever happens to the facts, and then says what the rule says', { timeout: 180_000 }, async () => {
    const happening = fc.record({
      what: fc.constantFrom(...Object.keys(happenings)),
      person: fc.constantFrom(...people),
      unit: fc.constantFrom(...units),
      offset: fc.integer({ min: 0, max: 1_000 }),
    })
    let nth = 0
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 4 }), async (told) => {
        for (const { what, person, unit, offset } of told) {
          nth += 1
          await happenings[what]?.(nth, person, unit, addDays(dayOf('2024-01-01'), offset))
        }
        for (const on of days) expect(await byBook(on), formatDay(on)).toEqual(byRule(on))
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 40), endOnFailure: true },
    )
  })

  it('says nothing of a post that its holder left before taking it up, nor of a unit closed before it opened', async () => {
    await addPost({ id: 'next', personId: 'two', unitId: 'school', position: 'welder', from: '2025-12-16' })
    await transact((tx) => tx.post.update({ where: { id: 'k-two' }, data: { to: '2025-11-15' } }))
    await transact((tx) => tx.post.update({ where: { id: 'next' }, data: { to: '2025-05-08' } }))
    await transact((tx) => tx.unit.update({ where: { id: 'clinic' }, data: { from: '2026-01-01', to: '2025-06-30' } }))
    for (const on of days) {
      const told = byRule(on)
      expect(told, formatDay(on)).not.toContain('')
      expect(await byBook(on), formatDay(on)).toEqual(told)
    }
    expect(byRule(today).filter((line) => line.includes('two'))).toEqual([])
  })

  it('forgets nothing when many ask at once while somebody passes', async () => {
    await warmCoverage(duties(), today)
    const asked = Promise.all(days.map(byBook))
    await passPaper('one', 'hotel', 'employee', '2026-02-01')
    await asked
    expect(await byBook(today)).toEqual(byRule(today))
  })

  it('is made anew when the command says so, and when changes are no longer all known', async () => {
    const before = await byBook(today)
    const database = new Database(settings().databaseFile)
    database.exec(`DROP TRIGGER "EvidenceEntry_insert_standing"`)
    await passPaper('one', 'hotel', 'employee', '2026-02-01')
    expect(await byBook(today)).toEqual(before)
    database.exec(`INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('all', '')`)
    database.close()
    expect(await byBook(today)).toEqual(byRule(today))
    expect(await byBook(today)).not.toEqual(before)
  })

  it('hears of every fact: each table that a standing is worked out from has its triggers', () => {
    const database = new Database(settings().databaseFile, { readonly: true })
    const triggers = database.prepare<[], { tbl_name: string }>(`SELECT "tbl_name" FROM sqlite_master WHERE "type" = 'trigger'`).all()
    database.close()
    const of = (table: string) => triggers.filter(({ tbl_name }) => tbl_name === table).length
    expect(['EvidenceEntry', 'Post', 'UnitTrait', 'Waiver', 'DutyAdoption', 'Unit'].map(of)).toEqual([3, 3, 3, 3, 3, 4])
    expect(['Person', 'Place'].map(of)).toEqual([1, 4])
  })

  it('reaches to the end of the year after next', () => {
    expect(formatDay(reachOf(today))).toBe('2028-12-31')
  })
})
