import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import { positionName } from '~/content/duty-lines.server'
import { allChecklists } from '~/content/practicals.server'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { assessmentsOfUnit } from '~/data/practicals/assessments.server'
import { peopleAtUnit } from '~/data/practicals/candidates.server'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { NewPracticalView } from '~/ui/practicals/new-practical-view'
import type { NewPractical } from '~/ui/practicals/unit-practicals'
import { titled } from '~/ui/shell/title'
import { setUpAssessment } from '~/usecases/practicals/set-up-assessment.server'
import { checklistShown } from './practical-lines.server'
import { observerOptions } from './unit-practicals.server'

export const loader = serve('manager', async (ctx, { request, params }): Promise<NewPractical> => {
  const unit = await findUnit(actorScope(ctx, 'manage'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  const query = readQuery(request)
  const { t } = translator(ctx.locale)
  const people = peopleAtUnit(unit, ctx.today)
  const asked = query.text('person') ?? ''
  const person = people.find(({ family, positions, coming }) => family.includes(asked) && positions.length + coming.length > 0)
  const checklist = catalogue().practicals.get(query.text('checklist') ?? '')
  const open = (await assessmentsOfUnit(unit)).find(
    (facts) => facts.checklist === checklist?.id && person?.family.includes(facts.personId) && facts.outcome === null && facts.end === null,
  )
  const words = { manager: t('practicals:may.manager'), assessed: t('practicals:may.assessed') }
  return {
    unit: { id: unit.id, name: unit.name },
    people: people
      .filter(({ positions, coming }) => positions.length + coming.length > 0)
      .map(({ id, name, positions, coming }) => ({
        value: id,
        label: `${name} · ${[...new Set([...positions, ...coming])].map((position) => positionName(position, ctx.locale)).join('、')}`,
      })),
    checklists: allChecklists().map(({ id, title }) => ({ value: id, label: title[ctx.locale] })),
    person: person ? { id: person.id, name: person.name } : null,
    checklist: checklist ? checklistShown(checklist, ctx.locale, words) : null,
    observers: person && checklist ? observerOptions(checklist, people, person.id, ctx, t('practicals:right.manager')) : [],
    open: open?.id ?? null,
  }
})

const naming = z.object({
  personId: z.string('practicals:refusal.noPerson').max(60, 'practicals:refusal.noPerson'),
  checklist: z.string('practicals:refusal.noChecklist').max(60, 'practicals:refusal.noChecklist'),
  first: z.string('practicals:refusal.observers1').max(60, 'practicals:refusal.observers1'),
  second: z.string().max(60, 'practicals:refusal.observers2').optional(),
})

export const action = serve('manager', async (ctx, { request, params }) => {
  const form = await formOf(request)
  const read = parseForm(form, naming)
  if (!read.ok) return formRefused(read.answer)
  const { first, second = '', ...wish } = read.value
  const outcome = await setUpAssessment(ctx, { ...wish, unitId: param(params, 'unitId'), observers: [first, second] })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/practicals/${outcome.id}?done=set-up`, 303)
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('practicals:new.title')} · ${unit.name}`)

export default function NewPracticalPage() {
  return <NewPracticalView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
