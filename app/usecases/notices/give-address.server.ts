import { recordAudit } from '~/data/accounts/audit.server'
import { addressOf, recordAddressGiven, recordAddressStep } from '~/data/notices/mail-addresses.server'
import { openNotices, recordNoticesOver } from '~/data/notices/notices.server'
import { recordMail } from '~/data/notices/outbox.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { codeLength, readAddress } from '~/domain/notices/mail-address'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { count } from '~/gateways/limits.server'
import { mailIsSetUp } from '~/gateways/mail.server'
import { hashOf, matchHash, newCode, newId, seal } from '~/gateways/secrets.server'
import type { Locale } from '~/i18n/config'
import { codeText } from './mail-words.server'

/**
 * An address to send digests to. Nothing is sent there but one code, until it comes back. Refuses what is no address, and more letters
 * in a day than somebody who mistypes needs, to one address from everybody or from one account to all.
 */
export async function giveAddress(acting: Acting, wish: { address: string; locale: Locale }): Promise<{ kind: 'asked' } | Refused> {
  const { now, today, actor } = acting
  const { accountId } = actor
  if (!mailIsSetUp()) return refuse('inbox:refusal.noServer', 'address')
  const address = readAddress(wish.address)
  if (address === null) return refuse('inbox:refusal.address', 'address')
  const match = matchHash(`mail ${address}`)
  for (const [name, key] of [
    ['mailAsk', accountId],
    ['mailTo', match],
  ] as const) {
    const { admitted, minutes } = await count(name, key)
    if (!admitted) return refuse('inbox:refusal.tooMany', 'address', { minutes })
  }
  const before = addressOf(accountId)
  const failed = openNotices([accountId]).filter(({ body }) => body.kind === 'mail')
  const code = newCode(codeLength)
  const [addressId, mailId, auditId] = [newId(now), newId(now), newId(now)]
  const sealed = seal(JSON.stringify(codeText(code, wish.locale)))
  await transact(async (tx) => {
    if (before !== null) await recordAddressStep(tx, before.id, 'withdrawn', now)
    await recordAddressGiven(tx, { id: addressId, accountId, sealed: seal(address), match, codeHash: hashOf(code), at: now })
    const mail = { id: mailId, accountId, addressId, kind: 'code' as const, on: today, once: `code ${addressId}`, sealed, at: now }
    await recordMail(tx, mail, [])
    await recordNoticesOver(
      tx,
      failed.map(({ id }) => id),
      now,
    )
    const target = { kind: 'account', id: accountId }
    await recordAudit(tx, { id: auditId, at: now, actor: accountId, act: 'notices.addressGiven', target })
  })
  return { kind: 'asked' }
}
