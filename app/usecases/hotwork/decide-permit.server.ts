import { approvingBy } from '~/domain/hotwork/who-may'
import { withoutUnseen } from '~/domain/shared/plain-text'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { notTaken, unlawful } from './permit-law.server'
import type { ActingPerson } from './site.server'
import { type Asked, getPermitFor, rolesOf, type Taken, takeStep } from './take-step.server'

/** A reason as typed, without what cannot be seen. */
export const reasonOf = (typed: string): string => withoutUnseen(typed).trim().slice(0, 300)

/**
 * Approves a request: by a position that its level names, never one's own request or work, and not what law refuses. Who signs for the
 * responsible person says so. Of two approvals at once the first counts.
 */
export async function approvePermit(acting: ActingPerson, asked: Asked & { isDelegated: boolean }): Promise<Taken | Refused> {
  const { site, permit, own } = await getPermitFor(acting, asked, 'approved')
  if (own !== null) return own
  const approver = approvingBy(site.who, permit.named, rolesOf(permit).approvers)
  if (approver?.delegated === true && !asked.isDelegated) return refuse('hotwork:refusal.delegation', 'isDelegated')
  const refusal = unlawful(site, permit, acting.today)
  if (refusal !== null) return refusal
  const detail = { level: permit.level, position: approver?.position ?? null, delegated: approver?.delegated === true }
  const free = notTaken(permit, permit.from, acting.now)
  return takeStep(acting, site, permit.id, { act: 'approved', once: 'decision', detail }, free)
}

/** Turns a request down, with the reason. */
export async function refusePermit(acting: ActingPerson, asked: Asked & { reason: string }): Promise<Taken | Refused> {
  const { site, permit } = await getPermitFor(acting, asked, 'refused')
  const reason = reasonOf(asked.reason)
  if (reason === '') return refuse('hotwork:error.reason', 'reason')
  return takeStep(acting, site, permit.id, { act: 'refused', once: 'decision', detail: { reason } })
}

/** Takes a request back before the work begins. */
export async function cancelPermit(acting: ActingPerson, asked: Asked & { reason: string }): Promise<Taken | Refused> {
  const { site, permit } = await getPermitFor(acting, asked, 'cancelled')
  const reason = reasonOf(asked.reason)
  if (reason === '') return refuse('hotwork:error.reason', 'cancelReason')
  return takeStep(acting, site, permit.id, { act: 'cancelled', once: 'cancelled', detail: { reason } })
}
