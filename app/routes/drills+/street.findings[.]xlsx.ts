import type { Sheet } from '~/documents/duties/workbook-parts'
import { formatDay } from '~/domain/shared/day'
import { serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import type { StreetFindings } from '~/ui/drills/findings-street'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { streetFindings } from './street-findings.server'

type Words = (key: string) => string
const heads = ['unit', 'place', 'what', 'redrill', 'owner', 'due', 'state', 'closedOn', 'done', 'drill', 'drillOn', 'way'] as const

/** Exactly what the page shows for the same question, all pages of it. */
export const loader = serve('supervisor', async (ctx, { request }) => {
  const page = await streetFindings(ctx, request, null)
  const { t } = translator(ctx.locale)
  const words: Words = (key) => t(`drillrecord:street.${key}`)
  const title = `${words('title')} ${formatDay(ctx.today)}`
  return sheetsLeave(ctx, request, { title, plain: 'findings' }, [sheetOf(page, words)])
})

const sheetOf = ({ rows }: StreetFindings, words: Words): Sheet => ({
  name: words('title'),
  heads: heads.map((key) => words(`col.${key}`)),
  rows: rows.map(({ unit, drill, what, redrill, owner, due, state, closed }) => [
    ...[unit.name, unit.place, what, redrill ? words('redrill') : '', owner, due, words(`state.${state}`)],
    ...[closed?.on ?? '', closed?.done ?? '', drill.title, drill.on, drill.isPaper ? words('paper') : ''],
  ]),
})
