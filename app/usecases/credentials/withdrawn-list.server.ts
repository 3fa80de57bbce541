import { createHash } from 'node:crypto'
import { withdrawnSerials, withdrawnVersion } from '~/data/credentials/withdrawn-serials.server'
import { listBody, signedListBytes } from '~/domain/credentials/revoked-list'
import { signWith } from '~/gateways/signing.server'
import { secretOf } from './sign-statement.server'
import { ensureSigningKey } from './signing-key.server'

type Made = { bytes: Uint8Array; etag: string; at: Date; committed: number; own: string }

const keptFor = 300_000
let made: Made | null = null

/** The list is as good as new for five minutes, unless a certificate was issued, revoked or corrected since. */
function isCurrent({
  at,
  committed,
  own,
  version,
  now,
  kid,
}: Made & { version: ReturnType<typeof withdrawnVersion>; now: Date; kid: string }) {
  const age = now.getTime() - at.getTime()
  if (age < 0 || age >= keptFor || !own.endsWith(kid)) return false
  return committed === version.committed || own === `${version.own()} ${kid}`
}

/** The signed list of what was revoked and superseded, by serial; it holds nothing else. */
export async function withdrawnList(now: Date): Promise<{ bytes: Uint8Array; etag: string }> {
  const key = await ensureSigningKey(now)
  const version = withdrawnVersion()
  if (made && isCurrent({ ...made, version, now, kid: key.kid })) return made
  const own = `${version.own()} ${key.kid}`
  const body = listBody({ kid: key.kid, at: now, ...withdrawnSerials() })
  const bytes = Uint8Array.from([...body, ...signWith(secretOf(key), signedListBytes(body))])
  made = {
    bytes,
    at: now,
    committed: version.committed,
    own,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
  }
  return made
}
