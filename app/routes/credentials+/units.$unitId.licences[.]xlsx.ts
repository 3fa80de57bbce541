import { findManagedUnit } from '~/data/org/people.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import { translator } from '~/i18n/translator'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { listed, type ShownRow, shownRows, unitRows } from './licence-list.server'

const columns = [
  'name',
  'kind',
  'level',
  'direction',
  'item',
  'number',
  'firstIssuedOn',
  'validFrom',
  'validTo',
  'reviewDue',
  'issuer',
  'state',
  'next',
] as const

/** Exactly the licences that the page lists for the same question, all of them. */
export const loader = serve('manager', async (ctx, { request, params }) => {
  const scope = actorScope(ctx, 'manage')
  const unit = await findManagedUnit(scope, param(params, 'unitId'))
  if (!unit) throw new NotFound()
  const { t } = translator(ctx.locale)
  const { rows } = listed(ctx, request, unitRows(ctx, scope, unit.id))
  const cell = ({ view, wrong }: ShownRow, column: (typeof columns)[number]): string => {
    switch (column) {
      case 'name':
        return view.holder
      case 'kind':
        return view.short
      case 'number':
        return view.number
      case 'state':
        return [t(`licences:state.${view.state}`), wrong === null ? '' : t(`licences:wrong.${wrong}`)].filter(Boolean).join('；')
      case 'next':
        return view.nextDue === null ? '' : dayText(view.nextDue, ctx.locale)
      default: {
        const printed = view.printed.find(({ field }) => field === column)
        if (printed?.day) return dayText(printed.day, ctx.locale)
        return column === 'level' && printed?.text ? t(`licences:level.${printed.text}`) : (printed?.text ?? '')
      }
    }
  }
  const heads = columns.map((column) =>
    column === 'name' || column === 'kind' || column === 'state' || column === 'next'
      ? t(`licences:list.${column}`)
      : t(`licences:field.${column}`),
  )
  const name = t('licences:list.file', { unit: unit.name })
  const sheet = {
    name: t('licences:unit.title'),
    heads,
    rows: shownRows(ctx, rows, false).map((row) => columns.map((column) => cell(row, column))),
  }
  return sheetsLeave(ctx, request, { title: name, plain: 'licences' }, [sheet])
})
