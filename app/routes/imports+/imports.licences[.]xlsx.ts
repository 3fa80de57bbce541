import { serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { mustImport } from '~/usecases/imports/reached-import.server'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { templateSheets } from './template-sheets.server'

/** A blank sheet for licences. */
export const loader = serve('person', (ctx, { request }) => {
  mustImport(ctx, 'licences')
  const title = translator(ctx.locale).t('imports:file.name.licences')
  return sheetsLeave(ctx, request, { title, plain: 'licences' }, templateSheets('licences', ctx.locale, null))
})
