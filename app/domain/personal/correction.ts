import { z } from 'zod'
import { readIdNumber } from '../org/id-number'
import { readName } from '../org/joining'
import { readPhone } from '../org/phone'
import type { Day } from '../shared/day'

/** What somebody may ask to have put right. */
export const correctable = ['name', 'phone', 'idNumber'] as const
export type Correctable = (typeof correctable)[number]

/** What it should be, as typed, in the form in which it is kept; null where it cannot be that. */
export function readCorrection(field: Correctable, typed: string, today: Day): string | null {
  switch (field) {
    case 'name': {
      const name = readName(typed)
      return name === '' || name.length > 60 ? null : name
    }
    case 'phone':
      return readPhone(typed)
    case 'idNumber':
      return readIdNumber(typed, today)
  }
}

/** What a person fills in to ask for it. */
export const correctionAsked = (today: Day) =>
  z
    .object({
      field: z.enum(correctable, 'personal:correct.error.field'),
      value: z.string('personal:correct.error.value').max(100, 'personal:correct.error.value'),
      why: z.string().trim().max(500, 'personal:correct.error.why').default(''),
    })
    .transform(({ field, value, why }, context) => {
      const read = readCorrection(field, value, today)
      if (read !== null) return { field, value: read, why }
      context.addIssue({ code: 'custom', path: ['value'], message: `personal:correct.error.${field}` })
      return z.NEVER
    })

/** An answer to it. What is declined needs a reason, which the person reads (个人信息保护法 art. 50). */
export const correctionAnswered = z
  .object({
    requestId: z.string().max(60),
    kind: z.enum(['done', 'declined']),
    reason: z.string().trim().max(500, 'personal:correct.error.why').default(''),
  })
  .refine(({ kind, reason }) => kind === 'done' || reason !== '', { path: ['reason'], message: 'personal:correct.error.reasonMissing' })
