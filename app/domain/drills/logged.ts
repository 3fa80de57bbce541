import { z } from 'zod'
import { parseDay } from '../shared/day'
import { type Refused, refuse } from '../shared/refusal'
import type { DrillBody, Named, PlanBody } from './drill-body'
import { type Roster, readNames } from './read-names'

const line = (most: number, missing: string) => z.string(missing).trim().min(1, missing).max(most, 'drillrecord:refusal.tooLong')
const optional = (most: number) => z.string().trim().max(most, 'drillrecord:refusal.tooLong').default('')

/** What is said of a drill that was held: `id` is made with the form, so that sending it twice makes one drill. */
export const heldForm = z.object({
  id: z.uuid('shell:fieldUnreadable'),
  kind: line(40, 'drillrecord:refusal.noKind'),
  on: z.string('drillrecord:refusal.noDay').refine((text) => parseDay(text) !== null, 'drillrecord:refusal.noDay'),
  startsAt: z.string('drillrecord:refusal.noTime').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'drillrecord:refusal.noTime'),
  place: line(80, 'drillrecord:refusal.noPlace'),
  target: line(80, 'drillrecord:refusal.noTarget'),
  commander: line(60, 'drillrecord:refusal.noCommander'),
  story: optional(1000),
  names: optional(4000),
  guests: z
    .string()
    .trim()
    .regex(/^\d{0,5}$/, 'drillrecord:refusal.notNumber')
    .default(''),
  notice: optional(200),
  sign: optional(200),
  again: z.literal('yes').optional(),
  /** The drill that this one practised again; '' where there is none. */
  answers: optional(60),
})
export type HeldForm = z.output<typeof heldForm>

/** One spelling of a name: what the roll call takes for the same. */
const spelled = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/**
 * Names as they are typed: those of the roster as people, others as guests by name, each once. Refuses a name that several of the roster
 * have.
 */
export function takingPart(typed: string, roster: Roster): { kind: 'read'; people: Named[]; others: string[] } | Refused {
  const people = new Map<string, Named>()
  const others = new Map<string, string>()
  for (const name of typed.split(/[、,，;；\n]+/).map((one) => one.trim())) {
    if (name === '') continue
    if (name.length > 40) return refuse('drillrecord:refusal.nameTooLong', 'names', { name: name.slice(0, 20) })
    const read = readNames(name, roster)
    if (read.kind === 'several') return refuse('drillrecord:refusal.severalNames', 'names', { name })
    if (read.kind === 'read') for (const person of read.people) people.set(person.id, person)
    else others.set(spelled(name), name)
  }
  return { kind: 'read', people: [...people.values()], others: [...others.values()] }
}

/**
 * The drill that was held. Of the unit's plan it takes the names of zones and places only: who was in which group was not asked, and is
 * not said.
 */
export function heldBody(form: HeldForm, title: string, commander: Named, plan: (PlanBody & { template: string }) | null): DrillBody {
  const { kind, on, startsAt, place, target, story } = form
  const nobody = { attack: [], contact: [], evacuation: [], care: [] }
  return {
    zones: (plan?.zones ?? [{ name: place.slice(0, 60) }]).map(({ name }) => ({ name, marshals: [] })),
    assembly: plan?.assembly ?? [place.slice(0, 60)],
    commander,
    groups: nobody,
    partners: '',
    volunteers: '',
    template: plan?.template ?? '',
    scenario: '',
    unannounced: false,
    notice: '',
    ...{ title, kind, on, startsAt, place, target, story },
  }
}

/** Of whoever commanded: an id or a name of the roster, or the one who writes this down. Null where it is somebody else. */
export function commanderIn(said: string, roster: Roster, writer: Named): Named | null {
  if (said === writer.id) return writer
  const found = roster.find(({ id, label, name }) => id === said || label === said || name === said)
  return found === undefined ? null : { id: found.id, name: found.name }
}
