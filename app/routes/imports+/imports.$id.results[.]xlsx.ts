import { findLines } from '~/data/imports/roster-imports.server'
import { columnsOf } from '~/domain/imports/headings'
import { param, serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { openedLines } from '~/usecases/imports/drafts.server'
import { reachedImport } from '~/usecases/imports/reached-import.server'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { columnName, notesOf, shownCell } from './line-views.server'

/** Every row of a sheet with its result, to be put right in a spreadsheet and handed in again. */
export const loader = serve('person', async (ctx, { request, params }) => {
  const { id, kind } = await reachedImport(ctx, param(params, 'id'))
  const { t } = translator(ctx.locale)
  const words = { kind, locale: ctx.locale, today: ctx.today }
  const columns = columnsOf[kind]
  const heads = [
    ...[t('imports:result.col.line'), ...columns.map((column) => columnName(column, words))],
    ...[t('imports:result.col.what'), t('imports:result.col.why')],
  ]
  const rows = (await openedLines(findLines(id))).map((draft) => [
    ...[draft.line, ...columns.map((column) => shownCell(column, draft.cells[column] ?? '', ctx.today))],
    ...[t(`imports:is.${draft.result.kind}`), notesOf(draft, words).join('\n')],
  ])
  const name = t('imports:file.name.results')
  return sheetsLeave(ctx, request, { title: name, plain: 'results' }, [{ name, heads, rows }])
})
