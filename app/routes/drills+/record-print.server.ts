import type { RecordPrint } from '~/documents/drills/record-print'
import { NotFound } from '~/domain/shared/faults'
import type { Asked } from '~/http/asked.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import { recordPage } from './record-page.server'

/** What the page shows, as it is printed; `?version=` is an earlier signature. A drill that is not over has no record yet. */
export async function recordPrint(ctx: Signed, drillId: string, request: Asked): Promise<RecordPrint> {
  const { unit, state, record, later, gaps, mustReport, version, isNewest, signed, isOver } = await recordPage(
    ctx,
    drillId,
    readQuery(request).text('version'),
  )
  if (!isOver) throw new NotFound()
  return { locale: ctx.locale, unit: unit.name, state, record, later, gaps, mustReport, version, isNewest, signed }
}
