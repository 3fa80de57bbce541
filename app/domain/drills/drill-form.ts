import { z } from 'zod'
import { parseDay } from '../shared/day'
import type { Refused } from '../shared/refusal'
import { refuse } from '../shared/refusal'
import { type DrillBody, groupNames, type Named, type PlanBody, type Zone } from './drill-body'
import { type Roster, readNames } from './read-names'

/** So many zones a form has rows for. */
export const mostZones = 20

const line = (most: number, missing: string) => z.string(missing).trim().min(1, missing).max(most, 'drills:refusal.tooLong')
const optional = (most: number) => z.string().trim().max(most, 'drills:refusal.tooLong').default('')
const zoneRows: Record<string, z.ZodDefault<z.ZodString>> = Object.fromEntries(
  Array.from({ length: mostZones }, (_, nth) => [
    [`zone${nth}`, optional(60)],
    [`marshals${nth}`, optional(400)],
  ]).flat(),
)

/** What the form of a plan says, as it is typed: people by name. */
export const planForm = z.object({
  assembly: line(600, 'drills:refusal.noAssembly'),
  commander: line(60, 'drills:refusal.noCommander'),
  attack: optional(2000),
  contact: optional(2000),
  evacuation: optional(2000),
  care: optional(2000),
  partners: optional(200),
  volunteers: optional(200),
})
export const planRows = z.object(zoneRows)
export type PlanForm = z.output<typeof planForm>

export const drillForm = z.object({
  ...planForm.shape,
  template: line(40, 'drills:refusal.noTemplate'),
  scenario: optional(60),
  title: line(80, 'drills:refusal.noTitle'),
  kind: line(40, 'drills:refusal.noKind'),
  unannounced: z.literal('yes').optional(),
  target: line(80, 'drills:refusal.noTarget'),
  story: optional(1000),
  on: z.string('drills:refusal.noDay').refine((text) => parseDay(text) !== null, 'drills:refusal.noDay'),
  startsAt: z.string('drills:refusal.noTime').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'drills:refusal.noTime'),
  place: line(80, 'drills:refusal.noPlace'),
  notice: optional(1000),
  /** The drill that this one practises again; '' where there is none. */
  answers: optional(60),
})
export type DrillForm = z.output<typeof drillForm>

type Read<T> = { kind: 'read'; value: T } | Refused

function people(typed: string, field: string, roster: Roster): Read<Named[]> {
  const read = readNames(typed, roster)
  return read.kind === 'read'
    ? { kind: 'read', value: read.people }
    : refuse(`drills:refusal.name.${read.kind}`, field, { name: read.name })
}

function zonesOf(rows: Record<string, string>, roster: Roster): Read<Zone[]> {
  const zones: Zone[] = []
  for (let nth = 0; nth < mostZones; nth += 1) {
    const name = rows[`zone${nth}`] ?? ''
    const marshals = people(rows[`marshals${nth}`] ?? '', `marshals${nth}`, roster)
    if (marshals.kind === 'refused') return marshals
    if (name === '' && marshals.value.length > 0) return refuse('drills:refusal.zoneWithoutName', `zone${nth}`)
    if (zones.some((zone) => zone.name === name)) return refuse('drills:refusal.zoneTwice', `zone${nth}`, { name })
    if (name !== '') zones.push({ name, marshals: marshals.value })
  }
  return zones.length === 0 ? refuse('drills:refusal.noZone', 'zone0') : { kind: 'read', value: zones }
}

/** The plan that a form says. Refuses names that are nobody's or several people's, zones twice or without a name, and no zone at all. */
export function planFrom(form: PlanForm, rows: Record<string, string>, roster: Roster): Read<PlanBody> {
  const zones = zonesOf(rows, roster)
  if (zones.kind === 'refused') return zones
  const commander = people(form.commander, 'commander', roster)
  if (commander.kind === 'refused') return commander
  const [head, other] = commander.value
  if (head === undefined || other !== undefined) return refuse('drills:refusal.noCommander', 'commander')
  const groups: PlanBody['groups'] = { attack: [], contact: [], evacuation: [], care: [] }
  for (const group of groupNames) {
    const members = people(form[group], group, roster)
    if (members.kind === 'refused') return members
    groups[group] = members.value
  }
  const assembly = form.assembly
    .split(/\n+/)
    .map((one) => one.trim())
    .filter(Boolean)
  if (assembly.length > 10 || assembly.some((one) => one.length > 60)) return refuse('drills:refusal.tooLong', 'assembly')
  return {
    kind: 'read',
    value: { zones: zones.value, assembly, commander: head, groups, partners: form.partners, volunteers: form.volunteers },
  }
}

/** The drill that a form says; what it refuses, see planFrom. */
export function drillFrom(form: DrillForm, rows: Record<string, string>, roster: Roster): Read<DrillBody> {
  const plan = planFrom(form, rows, roster)
  if (plan.kind === 'refused') return plan
  const { template, scenario, title, kind, target, story, on, startsAt, place, notice } = form
  const unannounced = form.unannounced === 'yes'
  return {
    kind: 'read',
    value: { ...plan.value, template, scenario, title, kind, unannounced, target, story, on, startsAt, place, notice },
  }
}
