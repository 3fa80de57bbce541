import type { CertificateRow } from '~/data/credentials/certificates.server'
import { certificateIssuedAt } from '~/data/credentials/signing-keys.server'
import { maskedName } from '~/domain/credentials/masked-name'
import { bodyOf, signedBytes, statementText } from '~/domain/credentials/statement'
import { fromText } from '~/domain/credentials/statement-bytes'
import { nameMarkOf } from '~/domain/credentials/statement-verdict'
import { settings } from '~/env.server'
import { readClock } from '~/gateways/clock.server'
import { unseal } from '~/gateways/secrets.server'
import { signWith, statementCrypto } from '~/gateways/signing.server'
import { printed } from '~/paths'
import { ensureSigningKey } from './signing-key.server'

const opened = new Map<string, Uint8Array>()

/** The private half of a sealed key; opened once. */
export function secretOf({ id, sealed }: { id: string; sealed: string }): Uint8Array {
  const secret = opened.get(id) ?? fromText(unseal(sealed))
  if (secret === null) throw new Error('a signing key cannot be opened')
  opened.set(id, secret)
  return secret
}

/** What the paper says, as it is signed: by the key in use now, also for a certificate of the time of another. */
export async function statementOf(certificate: CertificateRow): Promise<string> {
  const { id, serial, number, name, unitName, position, course, passedOn } = certificate
  const key = await ensureSigningKey(readClock())
  const body = bodyOf({
    kid: key.kid,
    serial,
    number,
    maskedName: maskedName(name),
    nameMark: nameMarkOf(number, name, statementCrypto),
    position,
    course,
    unit: unitName,
    passedOn,
    issuedAt: certificateIssuedAt(id),
  })
  return statementText(body, signWith(secretOf(key), signedBytes(body)))
}

/** The address in the second code of a certificate. What stands behind # stays in the reader's phone. */
export const statementUrl = async (certificate: CertificateRow): Promise<string> =>
  `${settings().publicUrl}${printed.verify}#${await statementOf(certificate)}`
