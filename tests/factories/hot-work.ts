import { recordEvidence } from '~/data/duties/evidence.server'
import { storedDay } from '~/data/stored-day.server'
import { transact } from '~/data/transact.server'
import type { PermitWish } from '~/domain/hotwork/wish'
import { civilDay } from '~/domain/shared/civil-day'
import { newId } from '~/gateways/secrets.server'
import type { ActingPerson } from '~/usecases/hotwork/site.server'
import { addLicence } from './held-licences'
import { acting, type MadePerson, type MadeUnit, makeEmployee, makeUnit } from './unit-people'

export type Person = MadePerson & { name: string }
export type HotSite = { unit: MadeUnit; chief: Person; manager: Person; approver: Person; guard: Person; welder: Person; clerk: Person }

/** Civil time of 10 March 2026 as an instant. */
export const at = (time: string, day = '2026-03-10'): Date => new Date(`${day}T${time}:00.000+08:00`)

/** Somebody with a post who has passed the paper before it. */
export async function makeCleared(unit: MadeUnit, name: string, position: string): Promise<Person> {
  const made = await makeEmployee(unit, name, { position, from: '2025-03-01' })
  for (const topic of [`pre-job-${position}`, 'basics'])
    await transact((tx) =>
      recordEvidence(tx, {
        id: newId(),
        kind: 'course',
        topic,
        subjectKind: 'person',
        subjectId: made.personId,
        unitId: unit.id,
        position,
        on: storedDay('2025-02-20'),
        passed: true,
        validThrough: null,
        sourceKind: 'attempt',
        sourceId: 'attempt',
        recordedBy: 'system',
        recordedAt: at('09:00', '2025-02-20'),
      }),
    )
  return { ...made, name }
}

/** A unit with everybody whom hot work needs; the welder's licence runs to the last day of March. */
export async function makeHotSite(name: string, code: string, traits: readonly string[] = []): Promise<HotSite> {
  const unit = await makeUnit(name, code)
  await transact(async (tx) => {
    for (const trait of traits) await tx.unitTrait.create({ data: { id: newId(), unitId: unit.id, trait, from: '2020-01-01' } })
  })
  const site = {
    unit,
    chief: await makeCleared(unit, '钱总', 'responsible-person'),
    manager: await makeCleared(unit, '孙经理', 'fire-manager'),
    approver: await makeCleared(unit, '李审批', 'hot-work-approver'),
    guard: await makeCleared(unit, '周看火', 'hot-work-guard'),
    welder: await makeCleared(unit, '韩志强', 'welder'),
    clerk: await makeCleared(unit, '吴申请', 'employee'),
  }
  await giveLicence(site.welder, '2026-03-31')
  return site
}

export const giveLicence = ({ personId }: Person, validTo: string, kind = 'hot-work-special') =>
  addLicence({ id: newId(), personId, kind, validTo, checkedOn: '2026-01-05', topic: kind })

/** This person doing something at a time of day. */
export function actingAs({ accountId, personId, name }: Person, now: Date): ActingPerson {
  const { actor } = acting(accountId, now)
  return { now, today: civilDay(now), actor: { ...actor, personId, name } }
}

/** A request as somebody would type it: two hours of welding this morning. */
export const wishFor = ({ guard, welder }: HotSite, change: Partial<PermitWish> = {}): PermitWish => ({
  id: newId(),
  place: '一层厨房后墙',
  work: '电焊风管两道环缝',
  kind: 'hot-work-general',
  day: civilDay(at('09:00')),
  from: '10:00',
  to: '12:00',
  opens: null,
  closes: null,
  isOpen: false,
  isClosed: false,
  isHidden: false,
  hasGas: false,
  machine: null,
  guardPostId: guard.postId,
  workerPostIds: [welder.postId],
  card: null,
  seen: null,
  measures: ['cleared', 'separated', 'extinguishers'],
  repeatOf: null,
  ...change,
})
