import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { askCoverage } from '~/data/duties/coverage-book.server'
import { parseDay } from '~/domain/shared/day'
import { settings } from '~/env.server'
import { rebuildCoverage } from '~/usecases/duties/rebuild-coverage.server'
import { keepCoverage } from '~/usecases/duties/warm-coverage.server'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, buildStreet, passPaper } from '../../routes/duties-pages/street-corner'

const today = parseDay('2026-03-10')
const metAtTheHotel = () => {
  if (today === null) throw new Error('no such day')
  const duties = [...catalogue().duties.values()].map(({ rule }) => rule)
  return askCoverage(
    { units: ['hotel'], duties, today, on: today },
    (book) => book.figures(['hotel'], today, { duties: null, position: null }).total.met,
  )
}

beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  await addPerson('one', '一号')
  await addPost({ id: 'k-one', personId: 'one', unitId: 'hotel', position: 'employee', from: '2026-03-02' })
})

describe('npm run standing:rebuild', () => {
  it('says that what is kept is what the rule says', async () => {
    await passPaper('one', 'hotel', 'employee', '2026-03-01')
    await keepCoverage()
    const told: string[] = []
    const { units, lines, differences } = await rebuildCoverage((line) => told.push(line))
    expect({ units, differences, told }).toEqual({ units: 3, differences: 0, told: [] })
    expect(lines).toBeGreaterThan(0)
  })

  it('puts right in a running process what it kept wrongly', async () => {
    const before = await metAtTheHotel()
    const database = new Database(settings().databaseFile)
    database.exec(`DROP TRIGGER "EvidenceEntry_insert_standing"`)
    database.close()
    await passPaper('one', 'hotel', 'employee', '2026-03-01')
    expect(await metAtTheHotel()).toBe(before)
    await rebuildCoverage(() => undefined)
    expect(await metAtTheHotel()).toBeGreaterThan(before)
  })
})
