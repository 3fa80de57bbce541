import { z } from 'zod'
import type { Day } from '../shared/day'
import { readIdNumber } from './id-number'
import { readName, readStartDay } from './joining'
import { isMaskedPhone, readPhone } from './phone'

const name = z
  .string('people:error.nameMissing')
  .max(60, 'people:error.nameLong')
  .transform(readName)
  .refine((read) => read !== '', 'people:error.nameMissing')
  .refine((read) => read.length <= 60, 'people:error.nameLong')

const phone = z.string('people:error.phoneMissing').transform((typed, context) => {
  const read = readPhone(typed)
  if (read !== null) return read
  context.addIssue({ code: 'custom', message: 'people:error.phone' })
  return z.NEVER
})

const startDay = (today: Day) =>
  z.string('people:error.startMissing').transform((typed, context): Day => {
    const read = readStartDay(typed, today)
    if (typeof read !== 'string') return read
    context.addIssue({ code: 'custom', message: `people:error.start.${read}` })
    return z.NEVER
  })

const position = (known: ReadonlySet<string>) =>
  z.string('people:error.positionMissing').refine((id) => known.has(id), 'people:error.positionUnknown')

/** What a joiner fills in. `once` is made with the page, so that the same page sent twice asks once. */
export const joinForm = (today: Day, positions: ReadonlySet<string>) =>
  z.object({ name, phone, position: position(positions), from: startDay(today), once: z.string().max(60).default('') })

/** The same from somebody whose name we know. */
export const joinFormOfKnown = (today: Day, positions: ReadonlySet<string>) => joinForm(today, positions).omit({ name: true })

/** What a manager fills in to add somebody by hand. `same` answers "is it the same person?": a person's id, or `other`. */
export const personForm = (today: Day, positions: ReadonlySet<string>) =>
  z.object({
    name,
    phone: phone.optional(),
    position: position(positions),
    from: startDay(today),
    idNumber: z
      .string()
      .transform((typed, context) => {
        const read = readIdNumber(typed, today)
        if (read !== null) return read
        context.addIssue({ code: 'custom', message: 'people:error.idNumber' })
        return z.NEVER
      })
      .optional(),
    same: z.string().max(60).optional(),
  })

/** A telephone number as typed, or as our own pages show it in part: then it stays the one it was. */
const phoneOrSame = z.string().transform((typed, context): string | { same: string } => {
  const plain = typed.replace(/\s/g, '')
  if (isMaskedPhone(plain)) return { same: plain }
  const read = readPhone(typed)
  if (read !== null) return read
  context.addIssue({ code: 'custom', message: 'people:error.phone' })
  return z.NEVER
})

/** What a manager may put right about somebody. */
export const correctionForm = z.object({ name, phone: phoneOrSame.optional() })
