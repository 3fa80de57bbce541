import { addressAnywhere, choiceOf, type MailAddress, recordAddressStep } from '~/data/notices/mail-addresses.server'
import { recordTold } from '~/data/notices/notices.server'
import { recordMailOver, recordTryBegun, recordTryEnded, type WaitingMail, waitingMail } from '~/data/notices/outbox.server'
import { transact } from '~/data/transact.server'
import { isCodeGood } from '~/domain/notices/mail-address'
import { type MailStop, nextTry } from '~/domain/notices/mail-tries'
import { noticeDay } from '~/domain/notices/notice-day'
import { readClock } from '~/gateways/clock.server'
import { registerJob } from '~/gateways/jobs.server'
import { type Handed, handOver, type Letter, mailIsSetUp, messageIdOf, type Patience } from '~/gateways/mail.server'
import { newId, unseal } from '~/gateways/secrets.server'
import { letterText, unsubscribeUrl } from './mail-words.server'

type Clock = () => Date

const letterOf = ({ id, sealed, kind, at }: WaitingMail, address: MailAddress): Letter => ({
  ...letterText.parse(JSON.parse(unseal(sealed))),
  to: unseal(address.sealed),
  messageId: messageIdOf(id),
  date: at,
  unsubscribeUrl: kind === 'digest' ? unsubscribeUrl(address.id) : null,
})

/** The letter is not tried any more. What did not arrive for sure is told in the app; an address that is refused gets no more letters. */
async function endMail({ id, accountId, addressId }: WaitingMail, why: MailStop | 'withdrawn', now: Date): Promise<void> {
  const noticeId = newId(now)
  await transact(async (tx) => {
    if (!(await recordMailOver(tx, id, why, now)) || why === 'taken' || why === 'withdrawn') return
    const told = { id: noticeId, accountId, subject: addressId, step: why, body: { kind: 'mail' as const, why } }
    await recordTold(tx, [told], noticeDay(now), now)
    if (why === 'refused') await recordAddressStep(tx, addressId, 'refused', now)
  })
}

/** One try: that it begins is written before, what became of it after. Null where another process has it. */
async function tryOnce(mail: WaitingMail, address: MailAddress, clock: Clock, patience?: Patience): Promise<Handed | null> {
  const beganAt = clock()
  const id = newId(beganAt)
  const isOurs = await transact((tx) => recordTryBegun(tx, { id, mailId: mail.id, nth: mail.tries.length + 1, beganAt }))
  if (!isOurs) return null
  const handed = await handOver(letterOf(mail, address), patience)
  await transact((tx) => recordTryEnded(tx, { tryId: id, kind: handed.kind, said: handed.said, at: clock() }))
  return handed
}

async function sendOne(mail: WaitingMail, clock: Clock, patience?: Patience): Promise<Handed | null> {
  const now = clock()
  const address = addressAnywhere(mail.addressId)
  const isWanted =
    mail.kind === 'code'
      ? address?.state === 'waiting' && isCodeGood(address.at, now)
      : address?.state === 'confirmed' && choiceOf(mail.accountId).often !== 'never'
  const next = nextTry(mail.at.getTime(), mail.tries, now.getTime())
  if (next.kind === 'stop') await endMail(mail, next.why, now)
  else if (address === null || !isWanted) await endMail(mail, 'withdrawn', now)
  else if (next.kind === 'now') {
    const handed = await tryOnce(mail, address, clock, patience)
    if (handed?.kind === 'taken' || handed?.kind === 'refused') await endMail(mail, handed.kind, clock())
    return handed
  }
  return null
}

/** Sends what waits in the outbox, one letter after the other. Where nobody answers at all, the rest waits for the next time. */
export async function sendMail(clock: Clock = readClock, patience?: Patience): Promise<void> {
  if (!mailIsSetUp()) return
  for (const mail of waitingMail()) {
    const handed = await sendOne(mail, clock, patience)
    if (handed?.reached === false) return
  }
}

registerJob({ name: 'send mail', everySeconds: 20, run: () => sendMail() })
