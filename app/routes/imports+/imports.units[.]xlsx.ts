import { serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { mustImport } from '~/usecases/imports/reached-import.server'
import { workbookAnswer } from '../classes+/workbook-answer.server'
import { templateSheets } from './template-sheets.server'

/** A blank sheet for units. */
export const loader = serve('person', (ctx) => {
  mustImport(ctx, 'units')
  return workbookAnswer(translator(ctx.locale).t('imports:file.name.units'), 'units', templateSheets('units', ctx.locale, null))
})
