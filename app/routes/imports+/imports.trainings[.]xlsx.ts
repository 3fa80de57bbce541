import { serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { mustImport } from '~/usecases/imports/reached-import.server'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { templateSheets } from './template-sheets.server'

/** A blank sheet for past trainings. */
export const loader = serve('person', (ctx, { request }) => {
  mustImport(ctx, 'trainings')
  const title = translator(ctx.locale).t('imports:file.name.trainings')
  return sheetsLeave(ctx, request, { title, plain: 'trainings' }, templateSheets('trainings', ctx.locale, null))
})
