import { param, serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { getSite } from '~/usecases/hotwork/site.server'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { kindName } from './hot-work-words.server'
import { stepViews, workerViews } from './permit-steps.server'
import { registerOf } from './register-page.server'

const acts = ['approved', 'guard-present', 'notice-posted', 'started', 'ended', 'stopped'] as const

/** Exactly the permits that the page lists for the same question, all of them, with who did what when. */
export const loader = serve('person', async (ctx, { request, params }) => {
  const site = await getSite(ctx, param(params, 'unitId'))
  const { permits } = await registerOf(ctx, site, request)
  const { t } = translator(ctx.locale)
  const words = (key: string, values = {}) => t(`hotwork:${key}`, values)
  const columns = ['number', 'state', 'when', 'place', 'work', 'kind', 'applicant', 'worker', 'guard', 'machine']
  const heads = [...columns.map((key) => words(`field.${key}`)), ...acts.map((act) => words(`did.${act}`)), words('field.watch')]
  const rows = permits.map(({ permit, row }) => {
    const steps = stepViews(permit, ctx.locale)
    const done = (act: string) => steps.filter((step) => step.act === act && step.good).map(({ by, when }) => `${by} ${when}`)
    const workers = workerViews(permit, ctx.locale).map(({ name, employer, check }) =>
      [name, employer ?? '', words(check === null ? 'worker.unchecked' : check.good ? 'worker.wasChecked' : 'step.otherPerson')]
        .filter(Boolean)
        .join(' '),
    )
    return [
      row.number,
      words(`state.${row.state}`),
      row.when,
      row.place,
      row.work,
      kindName(permit.kind, ctx.locale),
      permit.applicantName,
      workers.join('；'),
      row.guard,
      permit.machine ?? '',
      ...acts.map((act) => done(act).join('；')),
      done('looked').join('；'),
    ]
  })
  const name = `${words('register.name')}-${site.unit.name}`
  return sheetsLeave(ctx, request, { title: name, plain: 'hot-work' }, [{ name: words('register.name'), heads, rows }])
})
