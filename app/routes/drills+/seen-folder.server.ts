import { findUnit, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import { folderYear } from '~/domain/drills/year-folder'
import { NotFound } from '~/domain/shared/faults'
import type { Asked } from '~/http/asked.server'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import { type Folder, folderOf } from '~/usecases/drills/make-folder.server'

/** A unit's folder of the year that is asked for: for whoever manages it, and for whoever supervises it. */
export async function seenFolder(ctx: Signed, unitId: string, request: Asked): Promise<Folder> {
  const find = (right: 'manage' | 'see'): Promise<ScopedUnit | null> => findUnit(actorScope(ctx, right), unitId, ctx.today)
  const unit = (await find('manage')) ?? (await find('see'))
  if (unit === null) throw new NotFound()
  return folderOf(unit, folderYear(readQuery(request).text('year'), ctx.today), ctx.today, ctx.locale)
}
