import { recordAudit } from '~/data/accounts/audit.server'
import { currentKey, publishedKeys, recordTheft } from '~/data/credentials/signing-keys.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { formatDay, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { makeKey, putInUse } from './signing-key.server'

type Done = { kind: 'done' }

const confirms = (typed: string, kid: string): boolean => typed.trim().toLowerCase() === kid

/** An administrator puts a new key in use. What the old one signed stays good. `typed` is the name of the key in use. */
export async function rotateSigningKey(acting: Acting, wish: { typed: string }): Promise<Done | Refused> {
  mustAdminister(acting)
  const { actor, now } = acting
  const current = currentKey()
  if (current && !confirms(wish.typed, current.kid)) return refuse('verify:keys.error.confirm', 'confirm')
  const key = makeKey(now, actor.accountId)
  const auditId = newId(now)
  const isFirst = await transact((tx) => putInUse(tx, key, current?.generation ?? 0, auditId))
  return isFirst ? { kind: 'done' } : refuse('verify:keys.error.other')
}

/**
 * An administrator reports that a key may have been in other hands from a day on: what it signed from then on is refused. A key in use
 * is replaced by a new one in the same step. Refuses days to come.
 */
export async function reportStolenKey(
  acting: Acting,
  wish: { kid: string; from: string; reason: string; typed: string },
): Promise<Done | Refused> {
  mustAdminister(acting)
  const { actor, now, today } = acting
  const stolen = (await publishedKeys()).find(({ kid }) => kid === wish.kid)
  if (!stolen) throw new NotFound()
  const from = parseDay(wish.from)
  if (from === null) return refuse('verify:keys.error.day', 'from')
  if (from > today) return refuse('verify:keys.error.dayToCome', 'from')
  if (!confirms(wish.typed, stolen.kid)) return refuse('verify:keys.error.confirm', 'confirm')
  const current = currentKey()
  const key = makeKey(now, actor.accountId)
  const [theftAudit, keyAudit] = [newId(now), newId(now)]
  await transact(async (tx) => {
    await recordTheft(tx, { keyId: stolen.id, from: formatDay(from), reason: wish.reason, at: now, by: actor.accountId })
    await recordAudit(tx, {
      id: theftAudit,
      at: now,
      actor: actor.accountId,
      act: 'verify.keyStolen',
      target: { kind: 'signingKey', id: stolen.id },
      detail: { number: stolen.kid, from: formatDay(from) },
    })
    if (current?.id === stolen.id) await putInUse(tx, key, current.generation, keyAudit)
  })
  return { kind: 'done' }
}
