import { z } from 'zod'
import { inOneLine } from '../shared/plain-text'
import { type Refused, refuse } from '../shared/refusal'

/** none: not answered. waiting: comes or sends a deputy, and has no seat yet. */
export const replies = ['none', 'comes', 'deputy', 'waiting', 'declined'] as const
export type Reply = (typeof replies)[number]

/** How an invitation stands: what was answered last, and whether whoever comes has a seat. */
export function replyOf(answer: { kind: 'comes' | 'deputy' | 'declined' } | null, isWaiting: boolean): Reply {
  if (answer === null) return 'none'
  return isWaiting && answer.kind !== 'declined' ? 'waiting' : answer.kind
}

export const answerForm = z.object({
  kind: z.enum(['comes', 'deputy', 'declined'], 'classroom:refusal.noAnswer'),
  person: z.string().trim().max(60).default(''),
  deputy: z.string().trim().max(60).default(''),
  classroom: z.string().trim().max(60).default(''),
  why: z.string().transform(inOneLine).pipe(z.string().max(300, 'classroom:refusal.tooLong')).default(''),
})
export type AnswerForm = z.output<typeof answerForm>

/** What may be answered to an invitation: who answers for it, who may come as deputy (nobody where none may), and the classrooms. */
export type Choices = {
  responsible: readonly { id: string; name: string }[]
  deputies: readonly { id: string; name: string }[]
  classrooms: readonly { id: string }[]
}
export type Answered =
  | { kind: 'declined'; why: string }
  | { kind: 'comes' | 'deputy'; person: { id: string; name: string }; classroom: string }

/**
 * The answer that a form gives. Refuses to decline without a reason, somebody who does not answer for the invitation, a deputy where none may
 * come, and a classroom that the class does not have. Where only one can be meant, nobody has to choose.
 */
export function answerFrom(form: AnswerForm, { responsible, deputies, classrooms }: Choices): Answered | Refused {
  if (form.kind === 'declined') return form.why.length < 2 ? refuse('classroom:refusal.noWhy', 'why') : { kind: 'declined', why: form.why }
  if (form.kind === 'deputy' && deputies.length === 0) return refuse('classroom:refusal.noDeputies', 'deputy')
  const among = form.kind === 'comes' ? responsible : deputies
  const field = form.kind === 'comes' ? 'person' : 'deputy'
  const named = form[field]
  const person = among.find(({ id }) => id === named) ?? (named === '' && among.length === 1 ? among[0] : undefined)
  if (person === undefined) return refuse(among.length === 0 ? 'classroom:refusal.nobody' : 'classroom:refusal.notThem', field)
  const classroom = classrooms.find(({ id }) => id === form.classroom) ?? (classrooms.length === 1 ? classrooms[0] : undefined)
  if (classroom === undefined) return refuse('classroom:refusal.noClassroom', 'classroom')
  return { kind: form.kind, person, classroom: classroom.id }
}
