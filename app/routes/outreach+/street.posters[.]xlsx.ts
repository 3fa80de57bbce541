import { serve } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import { translator } from '~/i18n/translator'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { placeList } from './place-page.server'

/** Exactly the sites that the page lists for the same question, all of them. */
export const loader = serve('supervisor', (ctx, { request }) => {
  const { listed, question } = placeList(ctx, request)
  const { t } = translator(ctx.locale)
  const words = (key: string, values = {}) => t(`outreach:place.${key}`, values)
  const name = words('title', { place: question.place.name })
  const heads = ['site', 'place', 'kind', 'lessons', 'hung', 'last', 'opened', 'finished', 'capped'].map((key) => words(`column.${key}`))
  const rows = listed.map((row) => [
    row.name,
    row.place,
    words(`kind.${row.kind}`),
    row.lessons.map(({ title, code }) => `${title} ${code}`).join('；'),
    row.hungOn === null ? words('state.bare') : dayText(row.hungOn, ctx.locale),
    row.lastOn === null ? words('neverShort') : dayText(row.lastOn, ctx.locale),
    row.opened,
    row.finished,
    row.capped,
  ])
  return sheetsLeave(ctx, request, { title: name, plain: 'posters' }, [{ name: words('sites'), heads, rows }])
})
