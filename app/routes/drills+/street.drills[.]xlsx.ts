import type { Sheet } from '~/documents/duties/workbook-parts'
import type { MonthCell } from '~/domain/drills/drill-year'
import { serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import type { StreetDrills } from '~/ui/drills/attendance-street'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { nextCell } from './attendance-sheets.server'
import { streetDrills } from './street-drills.server'

type Words = (key: string, values?: Record<string, string | number>) => string
const heads = ['unit', 'place', 'sector', 'held', 'last', 'next', 'standing', 'duty', 'dutyDay', 'people', 'there', 'notThere'] as const

/** Exactly what the page shows for the same question, all pages of it. */
export const loader = serve('supervisor', async (ctx, { request }) => {
  const page = await streetDrills(ctx, request, null)
  const { t } = translator(ctx.locale)
  const words: Words = (key, values = {}) => t(`drillyear:${key}`, values)
  const title = words('street.title', { year: page.year })
  return sheetsLeave(ctx, request, { title, plain: `drills-${page.year}` }, [sheetOf(page, words)])
})

const monthCell = ({ kind, held, paper, planned }: MonthCell, words: Words): string | number => {
  if (kind === 'planned') return words('month.planned')
  if (kind !== 'held') return kind === 'gap' ? words('month.gap') : ''
  return paper > 0 || planned
    ? [held, paper > 0 ? words('paper') : '', planned ? words('month.planned') : ''].filter(Boolean).join(' ')
    : held
}

const sheetOf = ({ rows }: StreetDrills, words: Words): Sheet => ({
  name: words('sheet.units'),
  heads: [...heads.map((key) => words(`col.${key}`)), ...Array.from({ length: 12 }, (_, nth) => words('month.name', { month: nth + 1 }))],
  rows: rows.map((row) => [
    ...[row.name, row.place, row.sector, row.held, row.last ?? '', nextCell(row.next, words), words(`standing.${row.standing}`)],
    ...[row.duty, row.day ?? '', row.people, row.there, row.people - row.there],
    ...row.months.map((cell) => monthCell(cell, words)),
  ]),
})
