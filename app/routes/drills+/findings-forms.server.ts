import { z } from 'zod'
import { planForm, planRows } from '~/domain/drills/drill-form'
import { closingForm } from '~/domain/drills/finding'
import type { FormAnswer, Refused } from '~/domain/shared/refusal'
import { parseForm } from '~/http/forms.server'
import { addFinding } from '~/usecases/drills/add-finding.server'
import { closeFinding } from '~/usecases/drills/close-finding.server'
import { keepSheet, noteNotice, noteSign } from '~/usecases/drills/note-step.server'
import type { ActingPerson } from '~/usecases/drills/reached-drill.server'
import { reportDrill } from '~/usecases/drills/report-drill.server'
import { revisePlan } from '~/usecases/drills/revise-plan.server'

const tooLong = 'drillrecord:refusal.tooLong'
const line = (most: number, missing: string) => z.string(missing).trim().min(1, missing).max(most, tooLong)
const day = z.string('drillrecord:refusal.noDay').min(1, 'drillrecord:refusal.noDay')

const findingForm = z.object({
  what: line(300, 'drillrecord:refusal.noWhat'),
  owner: line(60, 'drillrecord:refusal.noOwner'),
  due: day,
  question: z.string().max(60).default(''),
  redrill: z.literal('yes').optional(),
})
const reportForm = z.object({
  reportOn: day,
  reportReceiver: line(100, 'drillrecord:refusal.noReceiver'),
  reportMeans: line(100, 'drillrecord:refusal.noMeans'),
})
const noticeForm = z.object({
  noticeMeans: line(200, 'drillrecord:refusal.noMeans'),
  noticeOn: z.string().max(10).default(''),
  noticeTime: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'drillrecord:refusal.noTime')
    .default(''),
})
const signForm = z.object({ signWhere: line(200, 'drillrecord:refusal.noWhere') })
const revisionForm = z.object({
  ...planForm.shape,
  changed: line(1000, 'drillrecord:refusal.noChanged'),
  version: z.coerce.number('drillrecord:refusal.otherPlan').int(),
})

const typedRows = z.record(z.string(), z.string())

type Outcome = { kind: 'written' } | Refused | { kind: 'unread'; answer: FormAnswer }

/** Reads a form by its shape and does with it what is said; what cannot be read comes back. */
async function reading<S extends z.ZodType>(form: FormData, shape: S, act: (value: z.output<S>) => Promise<Outcome>): Promise<Outcome> {
  const read = parseForm(form, shape)
  return read.ok ? act(read.value) : { kind: 'unread', answer: read.answer }
}

/** Does what one of the forms of the page asks; null where none of them is meant. */
export function handled(acting: ActingPerson, drillId: string, form: FormData, photo: Uint8Array | null): Promise<Outcome> | null {
  switch (form.get('intent')) {
    case 'finding':
      return reading(form, findingForm, ({ redrill, ...wish }) => addFinding(acting, drillId, { ...wish, redrill: redrill === 'yes' }))
    case 'close':
      return reading(form, closingForm.omit({ drill: true }), (wish) => closeFinding(acting, drillId, wish))
    case 'report':
      return reading(form, reportForm, ({ reportOn: on, reportReceiver: receiver, reportMeans: means }) =>
        reportDrill(acting, drillId, { on, receiver, means }),
      )
    case 'notice':
      return reading(form, noticeForm, ({ noticeMeans: means, noticeOn: on, noticeTime: time }) =>
        noteNotice(acting, drillId, { means, on, time }),
      )
    case 'sign':
      return reading(form, signForm, ({ signWhere: where }) => noteSign(acting, drillId, { where }))
    case 'plan':
      return reading(form, revisionForm, ({ changed, version, ...plan }) =>
        reading(form, planRows.pipe(typedRows), (rows) => revisePlan(acting, drillId, { form: plan, rows, changed, version })),
      )
    case 'sheet':
      return keepSheet(acting, drillId, photo)
    default:
      return null
  }
}
