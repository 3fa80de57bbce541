import { z } from 'zod'
import { inOneLine } from '../shared/plain-text'
import { type Refused, refuse } from '../shared/refusal'
import type { Audience, ProgrammeBody, ProgrammePart } from './programme-body'

/** So many parts a form has rows for. */
export const mostParts = 8

const optional = (most: number) => z.string().transform(inOneLine).pipe(z.string().max(most, 'classes:refusal.tooLong')).default('')
const rows: Record<string, ReturnType<typeof optional>> = Object.fromEntries(
  Array.from({ length: mostParts }, (_, nth) => [
    [`part${nth}`, optional(40)],
    [`kind${nth}`, optional(10)],
  ]).flat(),
)

export const programmeForm = z.object({
  placeId: z.string('classes:refusal.noPlace').min(1, 'classes:refusal.noPlace'),
  template: z.string('classes:refusal.noTemplate').min(1, 'classes:refusal.noTemplate'),
  year: z.coerce
    .number('classes:refusal.noYear')
    .int('classes:refusal.noYear')
    .min(2000, 'classes:refusal.noYear')
    .max(2100, 'classes:refusal.noYear'),
  title: z
    .string('classes:refusal.noTitle')
    .transform(inOneLine)
    .pipe(z.string().min(1, 'classes:refusal.noTitle').max(80, 'classes:refusal.tooLong')),
  hours: z.coerce.number('classes:refusal.noHours').min(0.5, 'classes:refusal.noHours').max(400, 'classes:refusal.noHours'),
  deputies: z.literal('yes').optional(),
})
export const partRows = z.object(rows)
export type ProgrammeForm = z.output<typeof programmeForm>

/** What a template lays down and no form changes. */
export type Fixed = Pick<ProgrammeBody, 'binds' | 'duty' | 'evidence' | 'topic'> & { parts: readonly ProgrammePart[] }

/** A key that no part has, nor had. */
function newKey(taken: readonly ProgrammePart[]): string {
  let nth = 1
  while (taken.some(({ key }) => key === `part-${nth}`)) nth += 1
  return `part-${nth}`
}

/** The parts that a form says: a part of the same name keeps its key, so that what was attended of it stays known. */
function partsFrom(typed: Record<string, string>, known: readonly ProgrammePart[]): ProgrammePart[] | Refused {
  const parts: ProgrammePart[] = []
  for (let nth = 0; nth < mostParts; nth += 1) {
    const name = typed[`part${nth}`] ?? ''
    if (name === '') continue
    if (parts.some((part) => part.name === name)) return refuse('classes:refusal.partTwice', `part${nth}`, { name })
    const same = known.find((part) => part.name === name && !parts.some(({ key }) => key === part.key))
    parts.push({ key: same?.key ?? newKey([...known, ...parts]), name, kind: typed[`kind${nth}`] === 'test' ? 'test' : 'lesson' })
  }
  return parts.length === 0 ? refuse('classes:refusal.noPart', 'part0') : parts
}

/** The programme that a form says. Refuses one without a part, a part twice, and an audience without a position. */
export function programmeFrom(
  form: ProgrammeForm,
  typed: Record<string, string>,
  audience: Audience,
  fixed: Fixed,
): { kind: 'read'; value: ProgrammeBody } | Refused {
  if (audience.positions.length === 0) return refuse('classes:refusal.noPosition', 'positions')
  const parts = partsFrom(typed, fixed.parts)
  if (!Array.isArray(parts)) return parts
  const { template, title, year, hours } = form
  const { binds, duty, evidence, topic } = fixed
  return {
    kind: 'read',
    value: {
      template,
      title,
      year,
      binds,
      audience,
      duty,
      evidence,
      topic,
      hours,
      parts,
      deputies: binds === 'unit' && form.deputies === 'yes',
    },
  }
}
