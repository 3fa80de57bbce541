import { findScannedCode } from '~/data/outreach/poster-codes.server'
import { isReportedAlready, recordPosterReport } from '~/data/outreach/poster-reports.server'
import { transact } from '~/data/transact.server'
import { readPosterCode, shownCode } from '~/domain/outreach/poster-code'
import { longestNote, type PosterFault, readNote } from '~/domain/outreach/report'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { count, networkOf } from '~/gateways/limits.server'
import { newId } from '~/gateways/secrets.server'

/** Takes from anybody that a poster is damaged; nothing is kept about who says so, and what is waiting to be seen to
 * is not written twice. Refuses floods from one address. */
export async function reportPoster(
  { now, address }: { now: Date; address: string },
  wish: { code: string; fault: PosterFault; note: string },
): Promise<{ kind: 'reported' } | Refused> {
  if ([...wish.note].length > longestNote) return refuse('outreach:poster.report.noteLong', 'note', { most: longestNote })
  const { admitted, minutes } = await count('report', networkOf(address))
  if (!admitted) return refuse('outreach:poster.report.tooMany', undefined, { minutes })
  const read = readPosterCode(wish.code)
  const found = read.kind === 'code' ? findScannedCode(read.code) : null
  const fact = {
    id: newId(now),
    code: found?.code ?? shownCode(wish.code),
    siteId: found?.siteId ?? null,
    fault: wish.fault,
    note: readNote(wish.note),
    at: now,
  }
  await transact(async (tx) => {
    if (!(await isReportedAlready(tx, fact))) await recordPosterReport(tx, fact)
  })
  return { kind: 'reported' }
}
