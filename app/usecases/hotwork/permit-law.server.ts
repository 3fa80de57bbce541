import { hotWorkRules } from '~/content/hot-work.server'
import type { StoredPermit } from '~/data/hotwork/permits.server'
import { familyOf } from '~/data/hotwork/site-people.server'
import type { Tx } from '~/data/transact.server'
import { banned, planOf, type Request, situationOf } from '~/domain/hotwork/request-rule'
import { civilDay } from '~/domain/shared/civil-day'
import { type Day, laterOf } from '~/domain/shared/day'
import type { Refused } from '~/domain/shared/refusal'
import { clashOf } from './busy.server'
import { checkableOf } from './crew.server'
import type { Site } from './site.server'
import { type Checked, checkGuard, checkWorker } from './worker-fitness.server'

/** The days that a permit touches, from today on. */
export function daysOf({ from, until }: Pick<StoredPermit, 'from' | 'until'>, today: Day): Day[] {
  const first = laterOf(civilDay(from), today)
  const last = laterOf(civilDay(new Date(until.getTime() - 1)), first)
  return first === last ? [first] : [first, last]
}

const requestIn = (permit: StoredPermit): Request => ({
  window: { from: permit.from, until: permit.until },
  hours: permit.opens === null || permit.closes === null ? null : { from: permit.opens, to: permit.closes },
  isOpen: permit.isOpen,
  isClosed: permit.opens === null && !permit.isOpen,
  isHidden: permit.isHidden,
  hasGas: permit.hasGas,
  measures: permit.measures,
})

/** What a permit's place asks for, with the unit's traits of today. */
export function placeRules(site: Site, permit: StoredPermit) {
  const rules = hotWorkRules()
  const situation = situationOf(requestIn(permit), site.unit.traits, rules.night)
  const { required } = planOf(rules, situation)
  const notices = rules.notice.places.flatMap(({ id, traits = [], optional }) => {
    const isAsked = optional !== true && (traits.length === 0 || traits.some((trait) => situation.traits.has(trait)))
    return isAsked ? [id] : []
  })
  return { situation, measures: [...new Set([...required, ...permit.measures])], notices }
}

/** One worker of a permit, checked as of today. */
export function workerNow(permit: StoredPermit, worker: StoredPermit['workers'][number], today: Day): Checked | null {
  const checkable = checkableOf(worker)
  return checkable === null ? null : checkWorker(checkable, permit.kind, daysOf(permit, today), today)
}

/** What law refuses as the permit stands today: the open place, a worker without the licence for it, a guard not cleared. */
export function unlawful(site: Site, permit: StoredPermit, today: Day): Refused | null {
  const ban = banned(hotWorkRules(), placeRules(site, permit).situation)
  if (ban !== null) return ban
  for (const worker of permit.workers) {
    const refusal = workerNow(permit, worker, today)?.refusal ?? null
    if (refusal !== null) return refusal
  }
  const guard = { name: permit.guardName, postId: permit.guardPostId, personId: permit.guardPersonId }
  return checkGuard(guard, daysOf(permit, today))
}

/** Looks inside the transaction whether a worker or the guard is taken elsewhere, from `from` until the permit's end. */
export function notTaken(permit: StoredPermit, from: Date, now: Date): (tx: Tx) => Promise<Refused | null> {
  const workers = permit.workers.map(({ name, personId, numberHash }) => ({
    name,
    numberHash,
    people: personId === null ? [] : familyOf([personId]),
  }))
  const guard = { name: permit.guardName, people: familyOf([permit.guardPersonId]) }
  return (tx) => clashOf(tx, { workers, guard }, { from, until: permit.until }, now, permit.id)
}
