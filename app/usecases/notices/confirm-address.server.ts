import { recordAudit } from '~/data/accounts/audit.server'
import { addressInside, choiceOf, recordAddressStep, recordChoice } from '~/data/notices/mail-addresses.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { codeLength, isCodeGood, type Often } from '~/domain/notices/mail-address'
import { readCode } from '~/domain/shared/codes'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { count, forget } from '~/gateways/limits.server'
import { hashOf, newId } from '~/gateways/secrets.server'
import type { Locale } from '~/i18n/config'

type Wish = { code: string; often: Exclude<Often, 'never'>; locale: Locale }

/** The code came back, and with it the wish how often: from now on digests are sent. Refuses wrong and old codes, and guessing. */
export async function confirmAddress({ now, actor }: Acting, wish: Wish): Promise<{ kind: 'confirmed' } | Refused> {
  const { accountId } = actor
  const { admitted, minutes } = await count('mailCode', accountId)
  if (!admitted) return refuse('inbox:refusal.guessed', 'code', { minutes })
  const code = readCode(wish.code, codeLength)
  const known = choiceOf(accountId)
  const [choiceId, auditId] = [newId(now), newId(now)]
  const outcome = await transact(async (tx) => {
    const address = await addressInside(tx, accountId)
    if (address?.state !== 'waiting') return refuse('inbox:refusal.nothingAsked')
    if (!isCodeGood(address.at, now)) return refuse('inbox:refusal.codeOld', 'code')
    if (code === null || hashOf(code) !== address.codeHash) return refuse('inbox:refusal.code', 'code')
    await recordAddressStep(tx, address.id, 'confirmed', now)
    const { often, locale } = wish
    if (known.often !== often || known.locale !== locale) await recordChoice(tx, { id: choiceId, accountId, often, locale, at: now })
    const target = { kind: 'account', id: accountId }
    await recordAudit(tx, { id: auditId, at: now, actor: accountId, act: 'notices.addressConfirmed', target })
    return { kind: 'confirmed' as const }
  })
  if (outcome.kind === 'confirmed') await forget('mailCode', accountId)
  return outcome
}
