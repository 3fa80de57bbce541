import { recordAudit } from '~/data/accounts/audit.server'
import { type CurrentKey, currentKey, type NewKey, recordKey } from '~/data/credentials/signing-keys.server'
import { type Tx, transact } from '~/data/transact.server'
import { toText } from '~/domain/credentials/statement-bytes'
import { newId, seal } from '~/gateways/secrets.server'
import { kidOf, newKeyPair } from '~/gateways/signing.server'

/** A key that nobody has seen yet; its private half sealed. */
export function makeKey(now: Date, madeBy: string): NewKey {
  const { publicKey, secretKey } = newKeyPair()
  return { id: newId(now), kid: kidOf(publicKey), publicKey: toText(publicKey), sealed: seal(toText(secretKey)), from: now, madeBy }
}

/** Puts a key in use after the one of this generation, with its audit entry; false where another came first. */
export async function putInUse(tx: Tx, key: NewKey, generation: number, auditId: string): Promise<boolean> {
  if (!(await recordKey(tx, key, generation))) return false
  await recordAudit(tx, {
    id: auditId,
    at: key.from,
    actor: key.madeBy,
    act: 'verify.keyMade',
    target: { kind: 'signingKey', id: key.id },
    detail: { number: key.kid },
  })
  return true
}

/** The key to sign with; the first is made when it is first needed. */
export async function ensureSigningKey(now: Date): Promise<CurrentKey> {
  const found = currentKey()
  if (found) return found
  const key = makeKey(now, 'system')
  const auditId = newId(now)
  await transact((tx) => putInUse(tx, key, 0, auditId))
  const made = currentKey()
  if (!made) throw new Error('a signing key was made, yet there is none')
  return made
}
