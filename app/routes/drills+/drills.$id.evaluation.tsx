import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { evaluationOf } from '~/domain/drills/evaluation'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import type { EvaluationPage } from '~/ui/drills/evaluation'
import { EvaluationView } from '~/ui/drills/evaluation-view'
import { titled } from '~/ui/shell/title'
import { evaluateDrill, questionsFor } from '~/usecases/drills/evaluate-drill.server'
import { draftOf } from './record-page.server'

const phases = ['before', 'alarm', 'evacuation', 'attack', 'roll', 'after']

export const loader = serve('person', async (ctx, { params }): Promise<EvaluationPage> => {
  const { facts, commands, manages, unitName, draft, myName } = await draftOf(ctx, param(params, 'id'))
  if (!commands && !manages) throw new NotFound()
  const before = evaluationOf(facts.steps)
  const questions = questionsFor(facts.body).map(({ id, phase, asks }) => {
    const said = before?.questions.find((one) => one.id === id)
    return { id, phase, asks: asks[ctx.locale], answer: said?.answer ?? null, note: said?.note ?? '' }
  })
  return {
    id: facts.id,
    unit: unitName,
    on: draft.record.on,
    kind: draft.record.kindName[ctx.locale],
    way: facts.way,
    isOver: draft.isOver,
    isSigned: draft.state === 'signed',
    evaluator: before?.evaluator ?? myName,
    summary: before?.summary ?? '',
    redrill: before?.redrill === true,
    phases: phases
      .map((phase) => ({ phase, questions: questions.filter((one) => one.phase === phase) }))
      .filter((one) => one.questions.length > 0),
  }
})

const judged = z.object({
  evaluator: z
    .string('drillrecord:refusal.noEvaluator')
    .trim()
    .min(1, 'drillrecord:refusal.noEvaluator')
    .max(60, 'drillrecord:refusal.tooLong'),
  summary: z.string().trim().max(1000, 'drillrecord:refusal.tooLong').default(''),
  redrill: z.literal('yes').optional(),
})

/** Saves the sheet; where something fell short it goes on to what has to be put right. */
export const action = serve('person', async (ctx, { request, params }) => {
  const drillId = param(params, 'id')
  const form = await formOf(request)
  const read = parseForm(form, judged)
  if (!read.ok) return formRefused(read.answer)
  const typed = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const said = (question: string) => ({ answer: typed(`answer-${question}`), note: typed(`note-${question}`) })
  const outcome = await evaluateDrill(ctx, drillId, { ...read.value, redrill: read.value.redrill === 'yes', said })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/drills/${drillId}/findings?done=evaluated`, 303)
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('drillrecord:evaluation.title')} · ${unit}`)

export default function EvaluateDrill() {
  return <EvaluationView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
