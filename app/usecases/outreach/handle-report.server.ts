import { recordAudit } from '~/data/accounts/audit.server'
import { findReport, recordReportHandled } from '~/data/outreach/poster-reports.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { seesWholePlace } from '~/domain/org/place-scope'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'

/** Somebody has seen to a poster that was reported. A report of a code that nobody knows is the administrator's. */
export async function handleReport(acting: Acting, reportId: string): Promise<void> {
  const { now, today, actor } = acting
  const report = findReport(reportId)
  if (report === null || !seesWholePlace(scopeFor(actor.grants, 'supervise', today), report.placePath ?? '')) throw new NotFound()
  const auditId = newId(now)
  await transact(async (tx) => {
    if (!(await recordReportHandled(tx, reportId, actor.accountId, now))) throw new NotFound()
    const target = { kind: 'posterReport', id: reportId }
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'outreach.reportHandled',
      target,
      detail: { code: report.code, fault: report.fault },
    })
  })
}
