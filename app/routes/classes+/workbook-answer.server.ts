import { type Sheet, workbookParts } from '~/documents/duties/workbook-parts'
import { bytesFromWorker } from '~/gateways/workers.server'

/** An .xlsx file under two names: as the reader's language has it, and in letters that every program can keep. */
export const workbookAnswer = (title: string, plain: string, sheets: readonly Sheet[]): Response =>
  new Response(bytesFromWorker('workbook', workbookParts(sheets)), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${plain}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${title}.xlsx`)}`,
      'Cache-Control': 'private, no-store',
    },
  })
