import { redirect } from '@remix-run/node'
import { type Sheet, workbookParts } from '~/documents/duties/workbook-parts'
import { csvOf } from '~/documents/org/csv'
import { exportReasons, needsReason } from '~/domain/personal/export-limit'
import { bytesFromWorker } from '~/gateways/workers.server'
import type { Asked } from '~/http/asked.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import { noteListTaken } from '~/usecases/personal/note-list-taken.server'

/** A file under two names: as the reader's language has it, and in letters that every program can keep. */
type Named = { title: string; plain: string }

const headersFor = (type: string, ending: string, { title, plain }: Named) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${encodeURIComponent(`${title}.${ending}`)}`,
  'Cache-Control': 'private, no-store',
})

/** Sends whoever takes more than the limit to say why first; writes down what he said. */
async function admitList(ctx: Signed, request: Asked, rows: number): Promise<void> {
  if (!needsReason(rows)) return
  const url = new URL(request.url)
  const list = url.pathname
  const why = readQuery(request).oneOf('why', exportReasons)
  if (why === null) throw redirect(`/export-reason?list=${encodeURIComponent(list + url.search)}&rows=${rows}`, 303)
  await noteListTaken(ctx, { list, rows, why })
}

/** The one door by which lists leave as .xlsx. Over 500 rows it asks why, and writes it down. */
export async function sheetsLeave(ctx: Signed, request: Asked, named: Named, sheets: readonly Sheet[]): Promise<Response> {
  await admitList(
    ctx,
    request,
    sheets.reduce((sum, { rows }) => sum + rows.length, 0),
  )
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new Response(bytesFromWorker('workbook', workbookParts(sheets)), { headers: headersFor(type, 'xlsx', named) })
}

type TextFile = { ending: string; type: string; text: string; rows: number }

/** The same for a list written as text. rows: how many entries are in it. */
export async function textLeaves(ctx: Signed, request: Asked, named: Named, { ending, type, text, rows }: TextFile): Promise<Response> {
  await admitList(ctx, request, rows)
  return new Response(text, { headers: headersFor(type, ending, named) })
}

/** The same for .csv. */
export async function csvLeaves(
  ctx: Signed,
  request: Asked,
  named: Named,
  heads: readonly string[],
  lines: readonly (readonly string[])[],
): Promise<Response> {
  return textLeaves(ctx, request, named, {
    ending: 'csv',
    type: 'text/csv; charset=utf-8',
    text: csvOf([heads, ...lines]),
    rows: lines.length,
  })
}
