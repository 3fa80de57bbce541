import { type ClassPart, instantOf, readPartSubject } from '~/domain/classes/class-body'
import { civilDay } from '~/domain/shared/civil-day'
import { formatDay } from '~/domain/shared/day'
import { type ClassNow, classNow } from '../classes/class-now.server'

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

/** The classroom of whoever shows the code; '' where he organises none. */
export const classroomOf = (subjectId: string, organiserId: string): string =>
  partNow(subjectId)?.held.body.classrooms.find(({ organiser }) => organiser.id === organiserId)?.name ?? ''
