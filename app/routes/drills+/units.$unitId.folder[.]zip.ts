import type { PaperPart } from '~/documents/drills/paper-parts'
import { param, serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { type Folder, folderFiles } from '~/usecases/drills/make-folder.server'
import { folderAnswer } from './paper-answer.server'
import { seenFolder } from './seen-folder.server'

function* partsOf(folder: Folder): Generator<PaperPart> {
  yield { kind: 'pack', zipped: true }
  yield* folderFiles(folder)
}

/** The whole folder, on its way out while it is made. */
export const loader = serve('person', async (ctx, { request, params }) => {
  const folder = await seenFolder(ctx, param(params, 'unitId'), request)
  const { unit, year } = folder.print
  return folderAnswer(translator(ctx.locale).t('drillpapers:folder.title', { unit, year }), partsOf(folder))
})
