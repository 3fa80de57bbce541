import * as z from 'zod'

/**
 * Who is expected. person: by name. class: so many pupils, never named. visitors, residents: counted place by place; `count` is what is
 * thought, null where nobody knows.
 */
export const expectedEntry = z.strictObject({
  id: z.string().min(1).max(60),
  kind: z.enum(['person', 'class', 'visitors', 'residents']),
  name: z.string().min(1).max(80),
  department: z.string().max(80),
  /** Where they are at work: floor or zone; '' where that is not known. */
  zone: z.string().max(60),
  count: z.number().int().min(0).max(99_999).nullable(),
  /** Needs help to get out, and what: said by the unit, shown to marshals. */
  help: z.string().max(120),
})
export type Expected = z.output<typeof expectedEntry>

export const expectedList = z.array(expectedEntry).max(20_000)

/** Who may do what at a call: ids of persons, joined records included. */
export type Roles = { commanders: readonly string[]; marshals: readonly string[] }
