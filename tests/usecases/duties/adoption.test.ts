import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { findAdoptions } from '~/data/duties/adoptions.server'
import { factsOfUnits } from '~/data/duties/facts.server'
import { indexFacts, standingOf } from '~/domain/duties/standing'
import { parseDay } from '~/domain/shared/day'
import { Forbidden, NotFound } from '~/domain/shared/faults'
import { adoptDuty } from '~/usecases/duties/adopt-duty.server'
import { endAdoption } from '~/usecases/duties/end-adoption.server'
import { addPlace } from '~/usecases/org/add-place.server'
import { actsSoFar, makeAdministered } from '../../factories/administration'
import { acting, makeEmployee, makeUnit } from '../../factories/unit-people'

const dutyId = 'unit-staff-training-annual'
let world: Awaited<ReturnType<typeof makeAdministered>>
let unit: Awaited<ReturnType<typeof makeUnit>>
let worker: Awaited<ReturnType<typeof makeEmployee>>

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  world = await makeAdministered()
  unit = await makeUnit('河西五金店', 'HXWJ')
  worker = await makeEmployee(unit, '老李')
})

const rules = () => [...catalogue().duties.values()].map(({ rule }) => rule)
const adopt = (change: { dutyId?: string; placeId?: string; from?: string } = {}) =>
  adoptDuty(world.asAdministrator(), { dutyId, placeId: 'street', from: '2026-01-01', ...change })

/** How the worker stands towards the duty on a day; null where the duty is in force at none of her units. */
function standing(on: string): string | null {
  const facts = factsOfUnits([unit.id], rules())
  const day = parseDay(on)
  if (day === null || !facts.duties.some(({ id }) => id === dutyId)) return null
  return standingOf(indexFacts(facts), dutyId, worker.personId, day).standing
}

describe('a duty that a place has to switch on', () => {
  it('binds nobody before', () => expect(standing('2026-12-01')).toBeNull())

  it('binds below that place from the first day of records, and misses nothing before it', async () => {
    expect(await adopt()).toEqual({ kind: 'adopted' })
    expect(standing('2025-12-31')).toBe('unbound')
    expect(standing('2026-01-01')).toBe('due')
    expect(standing('2027-01-01')).toBe('overdue')
    expect(await actsSoFar()).toEqual(['duties.dutyAdopted'])
  })

  it('does not bind a unit that lies elsewhere', async () => {
    const added = await addPlace(world.asAdministrator(), { parentId: 'street', kind: 'community', name: '柳树社区' })
    expect(await adopt({ placeId: added.kind === 'added' ? added.id : '' })).toEqual({ kind: 'adopted' })
    expect(standing('2026-12-01')).toBeNull()
    await adopt({ placeId: 'county' })
    expect(standing('2026-12-01')).toBe('due')
  })

  it('is switched on once at a place and, after it ended, again later', async () => {
    await adopt()
    expect(await adopt({ from: '2026-06-01' })).toMatchObject({ kind: 'refused', reason: 'duties:adopt.refusal.already' })
    const [first] = await findAdoptions(dutyId)
    const end = (lastDay: string) => endAdoption(world.asAdministrator(), { adoptionId: first?.id ?? '', lastDay })
    expect(await end('2025-12-31')).toMatchObject({ reason: 'duties:adopt.refusal.beforeFirst' })
    expect(await end('2026-06-30')).toEqual({ kind: 'ended' })
    expect(await end('2026-07-31')).toMatchObject({ reason: 'duties:adopt.refusal.ended' })
    expect(standing('2026-06-30')).not.toBe('unbound')
    expect(standing('2026-07-01')).toBe('unbound')
    expect(await adopt({ from: '2026-06-30' })).toMatchObject({ reason: 'duties:adopt.refusal.already' })
    expect(await adopt({ from: '2026-07-01' })).toEqual({ kind: 'adopted' })
    expect((await actsSoFar()).sort()).toEqual(['duties.adoptionEnded', 'duties.dutyAdopted', 'duties.dutyAdopted'])
  })

  it.each([
    ['a day that does not exist', { from: '2026-02-30' }, 'org:error.day.notADay'],
    ['a place that is not there', { placeId: 'moon' }, 'duties:adopt.refusal.noPlace'],
  ])('is not switched on for %s', async (_what, change, reason) => {
    expect(await adopt(change)).toMatchObject({ kind: 'refused', reason })
    expect(await findAdoptions()).toEqual([])
  })

  it('is switched on by administrators only, and only if it is one of these', async () => {
    await expect(adoptDuty(acting(worker.accountId), { dutyId, placeId: 'street', from: '2026-01-01' })).rejects.toThrow(Forbidden)
    await expect(adopt({ dutyId: 'pre-job-welder' })).rejects.toThrow(NotFound)
    await expect(adopt({ dutyId: 'nothing' })).rejects.toThrow(NotFound)
    await expect(endAdoption(world.asAdministrator(), { adoptionId: 'nothing', lastDay: '2026-06-30' })).rejects.toThrow(NotFound)
  })
})
