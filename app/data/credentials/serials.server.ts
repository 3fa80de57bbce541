import type { Tx } from '../transact.server'

const kind = 'certificate'

/**
 * The next serial of the installation: 1, 2, 3 …. It is counted up in the transaction that writes the certificate, so that both are there
 * or neither is: a crash leaves no hole, and no serial is given twice, by however many processes.
 */
export async function nextSerial(tx: Tx): Promise<number> {
  const { last } = await tx.serialCounter.upsert({
    where: { kind },
    create: { kind, last: 1 },
    update: { last: { increment: 1 } },
    select: { last: true },
  })
  return last
}

/**
 * Serials up to this one count as given, though no certificate is held for them. The counter never goes back. False, and nothing is done,
 * where the serial given last is not `before` any more.
 */
export async function recordSerialsGiven(tx: Tx, last: number, before = 0): Promise<boolean> {
  const known = await tx.serialCounter.findUnique({ where: { kind }, select: { last: true } })
  if ((known?.last ?? 0) !== before || last <= before) return false
  await tx.serialCounter.upsert({ where: { kind }, create: { kind, last }, update: { last } })
  return true
}
