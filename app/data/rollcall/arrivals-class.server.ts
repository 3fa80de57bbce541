import { type ClassPart, instantOf, readPartSubject } from '~/domain/classes/class-body'
import { civilDay } from '~/domain/shared/civil-day'
import { formatDay } from '~/domain/shared/day'
import { leadsClassesAt } from '../classes/class-leaders.server'
import { type ClassNow, classNow } from '../classes/class-now.server'
import { familyIds } from '../org/family.server'

/** A part of a class with the class, by the name of its roll call; null where there is none. */
export function partNow(subjectId: string): { held: ClassNow; part: ClassPart } | null {
  const named = readPartSubject(subjectId)
  const held = named && classNow(named.classId)
  const part = held?.body.parts.find(({ key }) => key === named?.key)
  return held && part ? { held, part } : null
}

/** Whether a part takes arrivals by code now: on its own day, until its end. */
export function takesCodes(subjectId: string, now: Date): boolean {
  const found = partNow(subjectId)
  if (found === null) return false
  const { on, to } = found.part
  return formatDay(civilDay(now)) === on && now.getTime() <= instantOf(on, to)
}

/** Whether somebody may show codes at a part still: he organises one of its classrooms, or leads its class. */
export function showsCodes(subjectId: string, personId: string, now: Date): boolean {
  const found = partNow(subjectId)
  if (found === null) return false
  const family = familyIds(personId)
  const organises = found.held.body.classrooms.some(({ organiser }) => family.includes(organiser.id))
  return organises || leadsClassesAt(found.held.place, family, civilDay(now))
}

/** The classroom of whoever shows the code; '' where he organises none. */
export const classroomOf = (subjectId: string, organiserId: string): string =>
  partNow(subjectId)?.held.body.classrooms.find(({ organiser }) => organiser.id === organiserId)?.name ?? ''
