import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { documentTitle } from '~/content/document-names.server'
import { responsibilityPlans } from '~/content/responsibility.server'
import { findPlanAdoptions } from '~/data/duties/plan-adoptions.server'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { GivenList } from '~/ui/duties/responsibility/given-list'
import { SubPage } from '~/ui/duties/responsibility/sub-page'
import { Field, Select } from '~/ui/kit/field'
import { ActForm } from '~/ui/org/act-form'
import { titled } from '~/ui/shell/title'
import { adoptPlan } from '~/usecases/duties/adopt-plan.server'
import { endPlan } from '~/usecases/duties/end-plan.server'
import { responsibilityQuestion } from './responsibility-frame.server'
import { givenOf } from './responsibility-given.server'

const day = z.string('org:error.day.missing').max(20, 'org:error.day.notADay')
const taken = z.object({ document: z.string('duties:responsibility.refusal.noPlan'), from: day })
const ended = z.object({ lastDay: day })

export const loader = serve('supervisor', async (ctx, { request }) => {
  const { place, frame } = responsibilityQuestion(ctx, request)
  if (place === null || !frame.isWhole) throw new NotFound()
  const adoptions = await findPlanAdoptions(place.path)
  return {
    frame,
    place: { id: place.id, name: place.name },
    plans: [...responsibilityPlans().keys()].map((id) => ({ value: id, label: documentTitle(id, ctx.locale) })),
    given: givenOf(
      adoptions.filter((row) => row.place.id === place.id),
      ctx.today,
      (row) => ({ what: documentTitle(row.document, ctx.locale), more: null, by: row.adoptedBy }),
    ),
    above: adoptions
      .filter((row) => row.place.id !== place.id && (row.to === null || row.to >= frame.today))
      .map((row) => ({ id: row.id, title: documentTitle(row.document, ctx.locale), place: row.place.name })),
    ending: readQuery(request).text('end'),
  }
})

export const action = serve('supervisor', async (ctx, { request }) => {
  const { place } = responsibilityQuestion(ctx, request)
  if (place === null) throw new NotFound()
  const adoptionId = readQuery(request).text('end')
  const form = await formOf(request)
  if (adoptionId !== null) {
    const read = parseForm(form, ended)
    if (!read.ok) return formRefused(read.answer)
    const outcome = await endPlan(ctx, { placeId: place.id, adoptionId, lastDay: read.value.lastDay })
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/street/responsibility?place=${place.id}&done=planEnded`)
  }
  const read = parseForm(form, taken)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await adoptPlan(ctx, { placeId: place.id, ...read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/street/responsibility?place=${place.id}&done=planAdopted`)
})

export const handle = titled<typeof loader>((t, { place }) => `${place.name} · ${t('duties:responsibility.plan.title')}`)

export default function PlanChoice() {
  const { frame, place, plans, given, above, ending } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('duties')
  const search = `place=${place.id}`
  const current = given.filter(({ isOver }) => !isOver).length
  return (
    <SubPage
      search={search}
      back={{ href: `/street/responsibility?${search}`, label: t('responsibility.tasks.back') }}
      about={place.name}
      title={t(current === 0 ? 'responsibility.plan.none' : 'responsibility.plan.some', { n: current })}
    >
      {above.map((row) => (
        <p key={row.id} className="mt-2 text-ink2">
          {t('responsibility.plan.above', row)}
        </p>
      ))}
      <GivenList given={given} ending={ending} search={search} answer={answer} isOurs />
      {ending === null && (
        <section aria-labelledby="take" className="mt-8">
          <h2 id="take" className="mb-4 text-18">
            {t('responsibility.plan.take')}
          </h2>
          <ActForm answer={answer} submit={t('responsibility.plan.submit')}>
            <Select
              name="document"
              label={t('responsibility.plan.which')}
              hint={t('responsibility.plan.hint')}
              options={plans}
              answer={answer}
              required
            />
            <Field name="from" type="date" label={t('responsibility.from')} value={frame.today} answer={answer} required />
          </ActForm>
        </section>
      )}
    </SubPage>
  )
}
