import { z } from 'zod'
import { bankKinds, questionFaults } from './question'

/** A question as it is kept and handed on. */
export const questionBody = z.object({
  id: z.string().nullable(),
  kind: z.enum(bankKinds),
  stem: z.string(),
  options: z.array(z.string()).readonly(),
  right: z.array(z.number()).readonly(),
  explanation: z.string(),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  point: z.string(),
})

/** What a reader made of a question of a file. */
export const readBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), line: z.number(), question: questionBody }),
  z.object({ kind: z.literal('refused'), line: z.number(), fault: z.enum(questionFaults), said: z.string() }),
])
