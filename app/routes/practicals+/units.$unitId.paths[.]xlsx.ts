import { findUnit } from '~/data/duties/unit-clearance.server'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { unitPaths } from './unit-paths.server'

/** Exactly what the page shows for the same question, with every step of everybody on a second sheet. */
export const loader = serve('manager', async (ctx, { request, params }) => {
  const unit = await findUnit(actorScope(ctx, 'manage'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  const { rows } = unitPaths(ctx, unit, request)
  const { t } = translator(ctx.locale)
  const words = (key: string) => t(`practicals:path.${key}`)
  const people = {
    name: words('sheet.people'),
    heads: ['name', 'position', 'path', 'done', 'of', 'next', 'acts', 'since', 'cleared'].map((key) => words(`col.${key}`)),
    rows: rows.map(({ person, position, path, done, steps, next, since, mayWork }) => [
      person.name,
      position,
      path.title,
      done,
      steps.length,
      next?.title ?? words('complete'),
      next === null ? '' : words(`acts.${next.acts}`),
      since ?? '',
      words(mayWork ? 'cleared.yes' : 'cleared.no'),
    ]),
  }
  const steps = {
    name: words('sheet.steps'),
    heads: ['name', 'path', 'step', 'state', 'on', 'through', 'asked'].map((key) => words(`col.${key}`)),
    rows: rows.flatMap(({ person, path, steps: own }) =>
      own.map(({ title, state, on, through, asked }) => [
        person.name,
        path.title,
        title,
        words(`state.${state}`),
        on ?? '',
        through ?? '',
        words(`asked.${asked}`),
      ]),
    ),
  }
  const day = formatDay(ctx.today)
  return sheetsLeave(ctx, request, { title: `${words('file')}-${day}`, plain: `paths-${day}` }, [people, steps])
})
