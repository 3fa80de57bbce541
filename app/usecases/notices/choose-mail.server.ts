import { recordAudit } from '~/data/accounts/audit.server'
import { addressAnywhere, addressOf, choiceOf, recordAddressStep, recordChoice } from '~/data/notices/mail-addresses.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { Often } from '~/domain/notices/mail-address'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import type { Locale } from '~/i18n/config'

type Chosen = { accountId: string; often: Often; locale: Locale; by: string; now: Date }

async function choose({ accountId, often, locale, by, now }: Chosen): Promise<void> {
  const [choiceId, auditId] = [newId(now), newId(now)]
  await transact(async (tx) => {
    await recordChoice(tx, { id: choiceId, accountId, often, locale, at: now })
    const target = { kind: 'account', id: accountId }
    await recordAudit(tx, { id: auditId, at: now, actor: by, act: 'notices.mailChosen', target })
  })
}

/** How often mail comes from now on, and in which language. Refuses where no address is confirmed. */
export async function chooseMail({ now, actor }: Acting, wish: { often: Often; locale: Locale }): Promise<{ kind: 'chosen' } | Refused> {
  const { accountId } = actor
  if (addressOf(accountId)?.state !== 'confirmed') return refuse('inbox:refusal.noAddress', 'often')
  await choose({ ...wish, accountId, by: accountId, now })
  return { kind: 'chosen' }
}

/** Takes the address back; what waits in the outbox for it is not sent. */
export async function withdrawAddress({ now, actor }: Acting): Promise<{ kind: 'withdrawn' } | Refused> {
  const { accountId } = actor
  const address = addressOf(accountId)
  if (address === null || address.state === 'none') return refuse('inbox:refusal.noAddress')
  const auditId = newId(now)
  await transact(async (tx) => {
    await recordAddressStep(tx, address.id, 'withdrawn', now)
    const target = { kind: 'account', id: accountId }
    await recordAudit(tx, { id: auditId, at: now, actor: accountId, act: 'notices.addressWithdrawn', target })
  })
  return { kind: 'withdrawn' }
}

/** Ends the digests by the link in one of them, for whoever has the letter. A second time changes nothing. False for an unknown address. */
export async function unsubscribe(addressId: string, now: Date): Promise<boolean> {
  const address = addressAnywhere(addressId)
  if (address === null) return false
  const { accountId } = address
  const { often, locale } = choiceOf(accountId)
  if (often !== 'never') await choose({ accountId, often: 'never', locale, by: 'system', now })
  return true
}
