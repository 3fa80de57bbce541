import { recordLoginPhone } from '~/data/accounts/account-writers.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { type HeldPasses, recordHeldPasses } from '~/data/credentials/passes.server'
import { findClashes, findHeldPost, getSurvivor } from '~/data/org/clashes.server'
import { joinForDecision, recordJoinDecided, recordMerged } from '~/data/org/joins.server'
import { recordPostBegun } from '~/data/org/newcomers.server'
import { recordPersonCorrected } from '~/data/org/people.server'
import { type Tx, transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { mayBeSame, type SameAs } from '~/domain/org/joining'
import { parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId, newToken } from '~/gateways/secrets.server'
import { getManagedUnit } from './managed-unit.server'

type Asked = {
  unitId: string
  joinId: string
  /** The position as the manager puts it right; null keeps the joiner's. */
  position: string | null
  same: SameAs
  passes: Pick<HeldPasses, 'gives' | 'makeNumber'>
}

export type Confirmed = { kind: 'confirmed'; postId: string; personId: string; accountId: string | null; merged: boolean; passes: number }

/**
 * Makes a waiting request a post, in one transaction with everything that follows from it: the provisional person goes into the known
 * one where they are the same, what he passed while waiting becomes evidence, the phone becomes a login name where it is free.
 * Confirmed again, it answers the same post. Refuses an unanswered clash and a declined request.
 */
export async function confirmJoin(acting: Acting, asked: Asked): Promise<Confirmed | Refused> {
  await getManagedUnit(acting, asked.unitId)
  const fresh = { postId: newId(acting.now), cardToken: newToken(), auditId: newId(acting.now) }
  return transact(async (tx) => {
    const request = await joinForDecision(tx, asked.joinId, asked.unitId)
    if (!request) throw new NotFound()
    if (request.decision === 'confirmed' && request.postId !== null) return alreadyConfirmed(tx, request.personId, request.postId)
    if (request.decidedAt !== null) return refuse('people:refusal.decided')
    const joiner = await getSurvivor(tx, request.personId)
    const holder = await holderOf(tx, asked, { ...request, personId: joiner.id, isProvisional: joiner.posts.length === 0 })
    if (isRefused(holder)) return holder
    const merged = holder.personId !== joiner.id
    if (merged) await recordMerged(tx, joiner.id, holder.personId)
    const accountId = await keepPhone(tx, holder.personId, request.phone)
    const postId = await beginPost(tx, acting, asked, { ...request, holderId: holder.personId }, fresh)
    await recordJoinDecided(tx, { id: request.id, at: acting.now, by: acting.actor.accountId, decision: 'confirmed', postId })
    const passes = await recordHeldPasses(tx, {
      ...asked.passes,
      makeId: () => newId(acting.now),
      makeToken: newToken,
      provisionalPersonId: request.personId,
      personId: holder.personId,
      unitId: asked.unitId,
      position: request.position,
      postId,
      at: acting.now,
      by: acting.actor.accountId,
    })
    await recordAudit(tx, {
      id: fresh.auditId,
      at: acting.now,
      actor: acting.actor.accountId,
      act: 'people.joinConfirmed',
      target: { kind: 'person', id: holder.personId },
      unitId: asked.unitId,
      detail: { joinId: request.id, postId, position: asked.position ?? request.position, merged, passes },
    })
    return { kind: 'confirmed', postId, personId: holder.personId, accountId, merged, passes }
  })
}

type Request = { personId: string; name: string; phone: string; position: string; from: string }

async function holderOf(tx: Tx, { unitId, same }: Asked, { personId, name, phone, isProvisional }: Request & { isProvisional: boolean }) {
  if (!isProvisional) return { kind: 'holder' as const, personId }
  const clashes = await findClashes(tx, { unitId, personId, name, phone, idHash: null })
  if (clashes.length === 0 || same === 'other') return { kind: 'holder' as const, personId }
  if (same === null) return refuse('people:refusal.clash')
  const chosen = clashes.find((clash) => clash.personId === same.personId)
  if (!chosen) return refuse('people:refusal.clash')
  return mayBeSame(chosen) ? { kind: 'holder' as const, personId: chosen.personId } : refuse('people:refusal.otherName')
}

/** The phone on the person where none is known, and as a login name where it is free. */
async function keepPhone(tx: Tx, personId: string, phone: string): Promise<string | null> {
  const { account, phone: known } = await getSurvivor(tx, personId)
  if (known === null) await recordPersonCorrected(tx, personId, { phone })
  if (account && account.phone === null && (known === null || known === phone)) await recordLoginPhone(tx, account.id, phone)
  return account?.id ?? null
}

type Fresh = { postId: string; cardToken: string }

async function beginPost(tx: Tx, { now }: Acting, asked: Asked, request: Request & { holderId: string }, fresh: Fresh): Promise<string> {
  const from = parseDay(request.from)
  if (from === null) throw new Error(`a join request begins on ${request.from}`)
  const post = { personId: request.holderId, unitId: asked.unitId, position: asked.position ?? request.position, from }
  const held = await findHeldPost(tx, post)
  if (held) return held.id
  await recordPostBegun(tx, { ...post, id: fresh.postId, cardToken: fresh.cardToken, now })
  return fresh.postId
}

async function alreadyConfirmed(tx: Tx, personId: string, postId: string): Promise<Confirmed> {
  const person = await getSurvivor(tx, personId)
  return {
    kind: 'confirmed',
    postId,
    personId: person.id,
    accountId: person.account?.id ?? null,
    merged: person.id !== personId,
    passes: 0,
  }
}
