import { z } from 'zod'
import type { VisitForm } from '~/usecases/learn/answer-visit.server'

const sent = z.object({
  run: z.string().min(1).max(64),
  step: z.coerce.number().int().min(0).max(99),
  picks: z.array(z.string().max(3)).max(20),
})

/** What a form of a door hands in; null where it begins a visit. A form that is none of ours hands in nothing, for no visit. */
export function readVisitForm(form: FormData): VisitForm | null {
  if (!form.has('run')) return null
  const read = sent.safeParse({ run: form.get('run'), step: form.get('step'), picks: form.getAll('pick') })
  return read.success ? { runId: read.data.run, step: read.data.step, picks: read.data.picks } : { runId: '', step: 0, picks: [] }
}
