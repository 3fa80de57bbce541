import { hotWorkRules } from '~/content/hot-work.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordPermitStep } from '~/data/hotwork/permit-writers.server'
import { findPermit, readPermit, type StoredPermit } from '~/data/hotwork/permits.server'
import { type Tx, transact } from '~/data/transact.server'
import type { PermitAct } from '~/domain/hotwork/permit'
import { mayFollow, permitState } from '~/domain/hotwork/permit-state'
import { approvingBy, mayDo, type Roles } from '~/domain/hotwork/who-may'
import { Forbidden, NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type ActingPerson, getSite, type Site } from './site.server'

export type Taken = { kind: 'taken' }
export type Asked = { unitId: string; permitId: string }
type Step = { act: PermitAct; workerId?: string; good?: boolean; once: string | null; detail: Record<string, unknown> }

/** What is asked again inside the transaction, where others can no longer come between. */
type Last = (tx: Tx, permit: StoredPermit) => Promise<Refused | null>

/** The roles of a permit, by its level. */
export function rolesOf({ level }: Pick<StoredPermit, 'level'>): Roles {
  const { levels, people } = hotWorkRules()
  const approvers = (levels.find(({ id }) => id === level) ?? levels[0])?.approvers ?? []
  return { approvers, checkers: people.checkers }
}

/** A permit within the actor's reach, for the act: not found outside it, forbidden where the act is not his. */
export async function getPermitFor(acting: ActingPerson, { unitId, permitId }: Asked, act: PermitAct) {
  const site = await getSite(acting, unitId)
  const permit = await readPermit(site.reach, permitId)
  if (permit === null) throw new NotFound()
  const isOwn = act === 'approved' && approvingBy(site.who, permit.named, rolesOf(permit).approvers) === null
  if (isOwn && approvingBy(site.who, { ...permit.named, applicant: '', workers: [] }, rolesOf(permit).approvers) !== null)
    return { site, permit, own: refuse('hotwork:refusal.ownApproval', '', { rests: hotWorkRules().refusals.ownApproval.join(' ') }) }
  if (!mayDo(site.who, act, permit.named, rolesOf(permit), permitState(permit.facts, acting.now))) throw new Forbidden()
  return { site, permit, own: null }
}

/** Clocks of two processes may differ: a step is never written before the last one. */
const notBefore = ({ steps }: StoredPermit, now: Date): Date => {
  const last = steps.at(-1)?.at
  return last !== undefined && last > now ? last : now
}

const twiceWithin = 120_000

/** Was this very act the last one, by the same person, moments ago? Then it is the same tap again. */
function isSameTap({ steps }: StoredPermit, { act, workerId, good = true }: Step, { who }: Site, now: Date): boolean {
  const last = steps.at(-1)
  if (last === undefined || now.getTime() - last.at.getTime() > twiceWithin) return false
  return last.kind === act && last.workerId === (workerId ?? null) && last.good === good && who.people.has(last.personId)
}

/** Writes a step of a permit where its state allows it: one transaction, one audit entry. The same tap twice writes once. */
export async function takeStep(acting: ActingPerson, site: Site, permitId: string, step: Step, last?: Last): Promise<Taken | Refused> {
  const { actor, now } = acting
  const [id, auditId] = [newId(now), newId(now)]
  return transact(async (tx) => {
    const permit = await findPermit(tx, site.reach, permitId)
    if (permit === null) throw new NotFound()
    if (isSameTap(permit, step, site, now)) return { kind: 'taken' }
    if (!mayDo(site.who, step.act, permit.named, rolesOf(permit), permitState(permit.facts, now))) throw new Forbidden()
    const instant = notBefore(permit, now)
    const why = mayFollow(permit.facts, step.act, instant, step.good ?? true)
    if (why !== null) return refuse(`hotwork:notNow.${why}`, '', { rests: (notNowRests()[why] ?? []).join(' ') })
    const refusal = (await last?.(tx, permit)) ?? null
    if (refusal !== null) return refusal
    await recordPermitStep(tx, {
      id,
      permitId,
      kind: step.act,
      at: instant,
      by: actor.accountId,
      personId: actor.personId,
      name: actor.name,
      position: positionFor(site, permit, step.act),
      workerId: step.workerId ?? null,
      good: step.good ?? true,
      once: step.once,
      detail: step.detail,
    })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: `hotwork.${acts[step.act]}`,
      target: { kind: 'permit', id: permitId },
      unitId: site.unit.id,
      detail: { number: permit.number, good: step.good ?? true },
    })
    return { kind: 'taken' }
  })
}

/** The clauses behind what cannot be done yet. */
function notNowRests(): Partial<Record<string, readonly string[]>> {
  const { refusals } = hotWorkRules()
  return { notApproved: refusals.noApproval, notReady: refusals.noGuard, tooEarly: refusals.hours, expired: refusals.hours }
}

const positionFor = ({ who }: Site, permit: StoredPermit, act: PermitAct): string =>
  (act === 'approved' ? approvingBy(who, permit.named, rolesOf(permit).approvers)?.position : null) ?? who.positions[0] ?? ''

const acts: Record<PermitAct, string> = {
  approved: 'approved',
  refused: 'refused',
  cancelled: 'cancelled',
  'worker-checked': 'workerChecked',
  'guard-present': 'guardConfirmed',
  'notice-posted': 'noticePosted',
  started: 'started',
  ended: 'ended',
  stopped: 'stopped',
  looked: 'looked',
}
