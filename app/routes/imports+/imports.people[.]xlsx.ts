import { rosterOf } from '~/data/imports/unit-roster.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { getImportableUnit, mustImport } from '~/usecases/imports/reached-import.server'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { templateSheets } from './template-sheets.server'

/** A blank sheet for people; of a unit, its present roster to edit and hand back. */
export const loader = serve('person', (ctx, { request }) => {
  mustImport(ctx, 'people')
  const unitId = readQuery(request).text('unit')
  const unit = unitId === null ? null : getImportableUnit(ctx, unitId, 'people')
  const { t } = translator(ctx.locale)
  const name = t('imports:file.name.people')
  const sheets = templateSheets('people', ctx.locale, unit && { name: unit.name, posts: rosterOf(unit.id, ctx.today) })
  const title = unit === null ? name : t('imports:file.of', { name, unit: unit.name })
  return sheetsLeave(ctx, request, { title, plain: 'people' }, sheets)
})
