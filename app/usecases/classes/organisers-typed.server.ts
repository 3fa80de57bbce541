import { organisersTyped } from '~/data/classes/organisers.server'
import { type ClassRows, mostRooms } from '~/domain/classes/class-form'
import type { Candidate } from '~/domain/classes/read-organiser'
import type { Day } from '~/domain/shared/day'

type Organiser = { id: string; name: string }

/** Everybody who may be meant by the organisers in rows of a form; those who organise the class already stay, wherever they work by now. */
export function organisersMeant(place: { path: string }, on: Day, rows: ClassRows, known: readonly Organiser[]): Candidate[] {
  const typed = Array.from({ length: mostRooms }, (_, nth) => rows[`organiser${nth}`] ?? '').filter(Boolean)
  const found = organisersTyped(place, on, typed)
  const gone = known.filter(({ id }) => !found.some((one) => one.id === id))
  return [...found, ...gone.map(({ id, name }) => ({ id, name, phone: '', labels: [name] }))]
}

/** How an organiser is written in the form: with his unit, where he has a post. */
export function organiserWritten(place: { path: string }, on: Day, { id, name }: Organiser): string {
  const found = organisersTyped(place, on, [name]).find((one) => one.id === id)
  return found?.labels[0] ?? name
}
