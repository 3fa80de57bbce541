import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { factsOfUnits } from '~/data/duties/facts.server'
import { mayWork } from '~/domain/duties/may-work'
import { indexFacts, standingOf } from '~/domain/duties/standing'
import { parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { endWaiver } from '~/usecases/duties/end-waiver.server'
import { grantWaiver } from '~/usecases/duties/grant-waiver.server'
import { addTrait } from '~/usecases/org/change-traits.server'
import { actsSoFar, makeAdministered } from '../../factories/administration'
import { acting, grant, makeEmployee, makeUnit } from '../../factories/unit-people'

const dutyId = 'staff-training-half-year'
let world: Awaited<ReturnType<typeof makeAdministered>>
let unit: Awaited<ReturnType<typeof makeUnit>>
let worker: Awaited<ReturnType<typeof makeEmployee>>
let manager: Awaited<ReturnType<typeof makeEmployee>>

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  world = await makeAdministered()
  unit = await makeUnit('河西大酒店', 'HXJD')
  await addTrait(world.asAdministrator(), { unitId: unit.id, trait: 'public-assembly', from: '2026-01-01', to: null })
  worker = await makeEmployee(unit, '老李')
  manager = await makeEmployee(unit, '王经理')
  await grant(manager.accountId, unit)
})

const grants = (change: Partial<Parameters<typeof grantWaiver>[1]> = {}, as = world.asAdministrator()) =>
  grantWaiver(as, {
    unitId: unit.id,
    dutyId,
    subjectId: worker.personId,
    from: '2026-03-10',
    through: '2026-06-30',
    reason: ' 产假 ',
    ...change,
  })

function standing(on: string): string {
  const day = parseDay(on)
  if (day === null) throw new Error(on)
  const rules = [...catalogue().duties.values()].map(({ rule }) => rule)
  const index = indexFacts(factsOfUnits([unit.id], rules))
  expect(mayWork(index, worker.postId, day).mayWork).toBe(false)
  return standingOf(index, dutyId, worker.personId, day).standing
}

describe('a waiver', () => {
  it('lifts one duty from one person for its days, excuses the period it ends in, and never clears for work', async () => {
    expect(standing('2026-07-01')).toBe('overdue')
    expect(await grants()).toEqual({ kind: 'granted' })
    expect([standing('2026-03-10'), standing('2026-06-30'), standing('2026-07-01')]).toEqual(['waived', 'waived', 'due'])
    expect(await actsSoFar()).toContain('duties.waiverGranted')
    expect(await db().waiver.findMany({ select: { reason: true } })).toEqual([{ reason: '产假' }])
  })

  it.each([
    ['pre-job training', { dutyId: 'pre-job-employee' }, 'duties:waive.refusal.notWaivable', 'dutyId'],
    ['a duty that is not there', { dutyId: 'nothing' }, 'duties:waive.refusal.notWaivable', 'dutyId'],
    ['somebody who is not there', { subjectId: 'nobody' }, 'duties:waive.refusal.notBound', 'subjectId'],
    ['days that have passed', { from: '2026-03-09' }, 'duties:waive.refusal.past', 'from'],
    ['an end before the beginning', { through: '2026-03-09' }, 'duties:waive.refusal.backwards', 'through'],
    ['a day that does not exist', { through: '2026-06-31' }, 'org:error.day.notADay', 'through'],
    ['no reason', { reason: ' \u200b ' }, 'org:error.reasonMissing', 'reason'],
  ])('is refused for %s', async (_what, change, reason, field) => {
    expect(await grants(change)).toMatchObject({ kind: 'refused', reason, field })
    expect(await db().waiver.count()).toBe(0)
  })

  it('is not granted twice for the same days', async () => {
    await grants()
    expect(await grants({ from: '2026-06-30', through: '2026-12-31' })).toMatchObject({ reason: 'duties:waive.refusal.already' })
    expect(await grants({ from: '2026-07-01', through: '2026-12-31' })).toEqual({ kind: 'granted' })
  })

  it('is the street’s to grant and to take back: to the unit’s manager and to other streets it is not there', async () => {
    await expect(grants({}, acting(manager.accountId))).rejects.toThrow(NotFound)
    await expect(grants({ unitId: 'nowhere' })).rejects.toThrow(NotFound)
    await grants()
    const [waiver] = await db().waiver.findMany()
    const end = { unitId: unit.id, waiverId: waiver?.id ?? '' }
    await expect(endWaiver(acting(manager.accountId), end)).rejects.toThrow(NotFound)
    await expect(endWaiver(world.asAdministrator(), { ...end, unitId: world.brigade.id })).rejects.toThrow(NotFound)
    expect(await db().waiver.count()).toBe(1)
  })

  it('taken back on its first day leaves nothing of it but the log', async () => {
    await grants()
    const [waiver] = await db().waiver.findMany()
    await endWaiver(world.asAdministrator(), { unitId: unit.id, waiverId: waiver?.id ?? '' })
    expect(standing('2026-03-10')).toBe('due')
    expect(await db().waiver.count()).toBe(0)
    expect(await actsSoFar()).toEqual(expect.arrayContaining(['duties.waiverGranted', 'duties.waiverEnded']))
  })
})
