import { readPartSubject } from '~/domain/classes/class-body'
import { isClassClosedInside, isClassClosedNow } from '../classes/class-now.server'
import { findSubjectNames } from '../duties/subject-names.server'
import type { Tx } from '../transact.server'
import { classroomOf, partNow, showsCodes, takesCodes } from './arrivals-class.server'
import { allClearAt, drillBodyNow, isClosedInside, isClosedNow } from './arrivals-drill.server'

/** What people arrive at: a drill, or a part of a class. */
export type ArrivalSubject = { kind: string; subjectId: string }
export type SubjectKind = 'drill' | 'class'
export const subjectKind = (kind: string): SubjectKind | null => (kind === 'drill' || kind === 'class' ? kind : null)

const classOf = (subjectId: string): string => readPartSubject(subjectId)?.classId ?? ''

/** Whether it takes nothing more: signed, closed or called off. */
export const isSubjectClosed = ({ kind, subjectId }: ArrivalSubject): boolean =>
  kind === 'class' ? isClassClosedNow(classOf(subjectId)) : isClosedNow(subjectId)

export const isSubjectClosedInside = (tx: Tx, { kind, subjectId }: ArrivalSubject): Promise<boolean> =>
  kind === 'class' ? isClassClosedInside(tx, classOf(subjectId)) : isClosedInside(tx, subjectId)

/** Whether no code is taken any more: of a drill after all clear, of a part of a class after its end and before its day. */
export function isOverFor({ kind, subjectId, callId }: ArrivalSubject & { callId: string }, now: Date): boolean {
  if (subjectKind(kind) === null) return true
  if (kind === 'class') return !takesCodes(subjectId, now)
  const ended = allClearAt(callId)
  return ended !== null && ended <= now.getTime()
}

/** Whether whoever showed the code may show it still: at a part of a class the right goes with the classroom, or with leading the class. */
export const mayShowCodes = ({ kind, subjectId, personId }: ArrivalSubject & { personId: string }, now: Date): boolean =>
  kind !== 'class' || showsCodes(subjectId, personId, now)

/** Where whoever shows the code stands. */
export const zoneAt = ({ kind, subjectId }: ArrivalSubject, marshalId: string): string =>
  kind === 'class'
    ? classroomOf(subjectId, marshalId)
    : (drillBodyNow(subjectId)?.zones.find(({ marshals }) => marshals.some(({ id }) => id === marshalId))?.name ?? '')

/** What it is called and where, for somebody who checks in to it. */
export function arrivalPlace(arrival: ArrivalSubject & { unitId: string; marshalId: string }): {
  unit: string
  title: string
  place: string
} {
  if (arrival.kind !== 'class') {
    const body = drillBodyNow(arrival.subjectId)
    return { unit: findSubjectNames([arrival.unitId]).get(arrival.unitId) ?? '', title: body?.title ?? '', place: body?.place ?? '' }
  }
  const found = partNow(arrival.subjectId)
  if (found === null) return { unit: '', title: '', place: '' }
  const { classrooms, title } = found.held.body
  const room = classrooms.find(({ organiser }) => organiser.id === arrival.marshalId)
  return {
    unit: found.held.place.name,
    title: `${title} · ${found.part.name}`,
    place: room === undefined ? '' : `${room.name} ${room.place}`,
  }
}
