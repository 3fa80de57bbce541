import { hotWorkRules } from '~/content/hot-work.server'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { reasonOf } from './decide-permit.server'
import { notTaken, unlawful } from './permit-law.server'
import type { ActingPerson } from './site.server'
import { type Asked, getPermitFor, type Taken, takeStep } from './take-step.server'

/** The work begins: approved, checked, guarded, announced, within the hours, and nobody lost a licence or is taken since. */
export async function startWork(acting: ActingPerson, asked: Asked): Promise<Taken | Refused> {
  const { site, permit } = await getPermitFor(acting, asked, 'started')
  const refusal = unlawful(site, permit, acting.today)
  if (refusal !== null) return refusal
  return takeStep(acting, site, permit.id, { act: 'started', once: 'start', detail: {} }, notTaken(permit, acting.now, acting.now))
}

/** The fire is out: from here the watch is counted. */
export async function endWork(acting: ActingPerson, asked: Asked): Promise<Taken | Refused> {
  const { site, permit } = await getPermitFor(acting, asked, 'ended')
  return takeStep(acting, site, permit.id, { act: 'ended', once: 'end', detail: {} })
}

/** Anybody of the unit stops it at any time, with a reason. What burned is watched all the same; it does not begin again. */
export async function stopWork(acting: ActingPerson, asked: Asked & { reason: string }): Promise<Taken | Refused> {
  const { site, permit } = await getPermitFor(acting, asked, 'stopped')
  const reason = reasonOf(asked.reason)
  if (reason === '') return refuse('hotwork:error.reason', 'stopReason')
  return takeStep(acting, site, permit.id, { act: 'stopped', once: 'end', detail: { reason } })
}

/** isClear: nothing glows, smokes or is warm; null where that was not answered. looks: the places that were looked at. */
type Look = Asked & { isClear: boolean | null; looks: readonly string[]; sign: string; note: string }

/**
 * A look after the work, signed with one's own name. The last one closes the permit; one that finds something has them all begin again
 * (部令5号 第十五条: 全面检查，消除遗留火种).
 */
export async function lookAfter(acting: ActingPerson, asked: Look): Promise<Taken | Refused> {
  const { site, permit } = await getPermitFor(acting, asked, 'looked')
  if (asked.isClear === null) return refuse('hotwork:error.isClear', 'isClear')
  const places = hotWorkRules().watch.looks.map((_, nth) => String(nth))
  if (asked.isClear && places.some((nth) => !asked.looks.includes(nth))) return refuse('hotwork:error.allLooks', 'looks')
  if (reasonOf(asked.sign).replace(/\s/g, '') !== acting.actor.name.replace(/\s/g, '')) return refuse('hotwork:error.sign', 'sign')
  const note = reasonOf(asked.note)
  if (!asked.isClear && note === '') return refuse('hotwork:error.note', 'note')
  return takeStep(acting, site, permit.id, { act: 'looked', good: asked.isClear, once: null, detail: { note: note === '' ? null : note } })
}
