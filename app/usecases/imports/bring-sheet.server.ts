import { recordAudit } from '~/data/accounts/audit.server'
import { listImports, recordImportAsked, recordLinesForgotten } from '~/data/imports/roster-imports.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { ImportKind } from '~/domain/imports/heading-words'
import { importState, keptDays } from '~/domain/imports/import-state'
import { inOneLine } from '~/domain/shared/plain-text'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getImportableUnit, mustImport } from './reached-import.server'

/** unitId: the one unit of which rows are brought; null where each row names its own. */
export type SheetWish = { kind: ImportKind; unitId: string | null; fileName: string }

/** Opens a sheet that is to be read; nothing of it is in the register before it is confirmed. Rows of old sheets are forgotten. */
export async function bringSheet(
  acting: Acting,
  { kind, unitId, fileName }: SheetWish,
): Promise<{ kind: 'brought'; id: string } | Refused> {
  mustImport(acting, kind)
  const { actor, now } = acting
  const [latest] = await listImports(actor.accountId, 1)
  if (latest !== undefined && importState(latest, now) === 'reading') return refuse('imports:refusal.busy', 'file')
  const unit = kind !== 'units' && unitId !== null ? getImportableUnit(acting, unitId, kind) : null
  const [id, auditId] = [newId(now), newId(now)]
  const sheet = { id, kind, unitId: unit?.id ?? null, fileName: inOneLine(fileName).slice(0, 120), askedBy: actor.accountId, askedAt: now }
  await transact(async (tx) => {
    await recordLinesForgotten(tx, new Date(now.getTime() - keptDays * 86_400_000))
    await recordImportAsked(tx, sheet)
    await recordAudit(tx, {
      ...{ id: auditId, at: now, actor: actor.accountId, act: 'imports.sheetBrought' },
      ...{ target: { kind: 'rosterImport', id }, unitId: sheet.unitId, detail: { importKind: kind } },
    })
  })
  return { kind: 'brought', id }
}
