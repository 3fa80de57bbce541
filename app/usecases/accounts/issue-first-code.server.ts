import { recordFirstCode } from '~/data/accounts/first-code.server'
import { hadAdministrator } from '~/data/accounts/grant-writers.server'
import { transact } from '~/data/transact.server'
import { slipText } from '~/domain/accounts/slip'
import { settings } from '~/env.server'
import { readClock } from '~/gateways/clock.server'
import { log } from '~/gateways/log.server'
import { hashOf, newCode, newId } from '~/gateways/secrets.server'

export const firstCodeLength = 12

/** Makes the one-time code of an installation that never had an administrator; null where it had. Codes of earlier starts are void. */
export async function issueFirstCode(now: Date): Promise<string | null> {
  const code = newCode(firstCodeLength)
  const fact = { id: newId(now), codeHash: hashOf(code), now }
  return transact(async (tx) => {
    if (await hadAdministrator(tx)) return null
    await recordFirstCode(tx, fact)
    return code
  })
}

/** At the start of a live installation without an administrator: writes the code and where to use it into the log, once. */
export async function announceFirstCode(): Promise<void> {
  const { mode, publicUrl } = settings()
  if (mode !== 'live') return
  const code = await issueFirstCode(readClock())
  if (code === null) return
  log.warn(
    { setupAddress: `${publicUrl}/setup`, oneTimeCode: slipText(code) },
    'no administrator yet: open setupAddress and use oneTimeCode; it works once, and the next start makes a new one',
  )
}
