import { addressOf, choiceOf, everyReader, type MailAddress, type MailChoice } from '~/data/notices/mail-addresses.server'
import { noticesToMail } from '~/data/notices/notices.server'
import { lastDigestOf, recordMail } from '~/data/notices/outbox.server'
import { isDigestDue } from '~/domain/notices/digest-day'
import { inOrder } from '~/domain/notices/notice'
import { type Day, formatDay } from '~/domain/shared/day'
import { mailIsSetUp } from '~/gateways/mail.server'
import { newId, seal } from '~/gateways/secrets.server'
import { digestText } from './mail-words.server'
import type { Writing } from './tell-everybody.server'

/** One letter with all that is new to the reader and still to be done; none where there is nothing. */
async function makeDigest(address: MailAddress, { locale }: MailChoice, on: Day, now: Date, write: Writing): Promise<void> {
  const { accountId, id: addressId } = address
  const notices = [...noticesToMail(accountId)].sort((one, other) => inOrder(one.body, other.body))
  if (notices.length === 0) return
  const bodies = notices.map(({ body }) => body)
  const sealed = seal(JSON.stringify(digestText(bodies, addressId, locale)))
  const mail = { id: newId(now), accountId, addressId, kind: 'digest' as const, on, sealed, at: now }
  const ids = notices.map(({ id }) => id)
  await write((tx) => recordMail(tx, { ...mail, once: `digest ${accountId} ${formatDay(on)}` }, ids))
}

/** Puts the digests of a day into the outbox, for those who confirmed an address and asked for them. */
export async function makeDigests(on: Day, now: Date, write: Writing): Promise<void> {
  if (!mailIsSetUp()) return
  for (const accountId of everyReader()) {
    const address = addressOf(accountId)
    const choice = choiceOf(accountId)
    if (address?.state !== 'confirmed' || !isDigestDue(choice.often, lastDigestOf(accountId), on)) continue
    await makeDigest(address, choice, on, now, write)
  }
}
