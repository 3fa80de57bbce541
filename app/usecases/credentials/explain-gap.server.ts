import { recordAudit } from '~/data/accounts/audit.server'
import { findMissingSerials, lastSerial, listGaps, recordGapExplained } from '~/data/credentials/gaps.server'
import { recordSerialsGiven } from '~/data/credentials/serials.server'
import { transact } from '~/data/transact.server'
import { type Acting, mustAdminister } from '~/domain/accounts/acting'
import { serialGaps } from '~/domain/credentials/serial-gaps'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/** Serials that one statement may pass over at most: more would be a slip of the finger. */
export const mostPassedOver = 100_000

type Explanation = Acting & { why: string }

/** An administrator says why no certificate is held under these serials. Refuses where one is held, or they were explained before. */
export async function explainGap(request: Explanation & { first: number; last: number }): Promise<{ kind: 'done' } | Refused> {
  mustAdminister(request)
  const { first, last, why, now, actor } = request
  const { open } = serialGaps(findMissingSerials(), await listGaps())
  if (!open.some((run) => run.first <= first && last <= run.last && first <= last)) return refuse('credentials:register.refusal.noGap')
  await transact(async (tx) => {
    await recordGapExplained(tx, { id: newId(now), first, last, why, at: now, by: actor.accountId })
    await recordAudit(tx, auditOf(request, { first, last }))
  })
  return { kind: 'done' }
}

const auditOf = ({ now, actor }: Acting, { first, last }: { first: number; last: number }) => ({
  id: newId(now),
  at: now,
  actor: actor.accountId,
  act: 'credentials.gapExplained',
  target: { kind: 'installation', id: '1' },
  detail: { serials: first === last ? String(first) : `${first}–${last}` },
})

/**
 * After an old backup was put back: serials up to this one were given before, on paper that this database no longer knows. They are passed
 * over, so that none of them is given twice, and the hole is explained at once.
 */
export async function passOverSerials(request: Explanation & { upTo: number }): Promise<{ kind: 'done' } | Refused> {
  mustAdminister(request)
  const { upTo, why, now, actor } = request
  const before = lastSerial()
  if (upTo <= before) return refuse('credentials:register.refusal.notAhead', 'upTo', { last: before })
  if (upTo - before > mostPassedOver) return refuse('credentials:register.refusal.tooFarAhead', 'upTo', { most: mostPassedOver })
  const gap = { first: before + 1, last: upTo }
  const moved = await transact(async (tx) => {
    if (!(await recordSerialsGiven(tx, upTo, before))) return false
    await recordGapExplained(tx, { ...gap, why, id: newId(now), at: now, by: actor.accountId })
    await recordAudit(tx, auditOf(request, gap))
    return true
  })
  return moved ? { kind: 'done' } : refuse('credentials:register.refusal.notAhead', 'upTo', { last: lastSerial() })
}
