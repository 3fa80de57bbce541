import { recordAddressGiven, recordAddressStep, recordChoice } from '~/data/notices/mail-addresses.server'
import { transact } from '~/data/transact.server'
import type { Often } from '~/domain/notices/mail-address'
import { hashOf, matchHash, newId, seal } from '~/gateways/secrets.server'

/** Somebody who gave and confirmed an address. Returns its id. */
export async function confirmedReader(accountId: string, address: string, often: Often, locale: 'zh' | 'en' = 'zh'): Promise<string> {
  const id = newId()
  const at = new Date('2026-03-01T02:00:00Z')
  await transact(async (tx) => {
    await recordAddressGiven(tx, { id, accountId, sealed: seal(address), match: matchHash(address), codeHash: hashOf('code'), at })
    await recordAddressStep(tx, id, 'confirmed', at)
    await recordChoice(tx, { id: newId(), accountId, often, locale, at })
  })
  return id
}
