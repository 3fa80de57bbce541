import type { ClassFacts } from '~/data/classes/classes.server'
import { marksInside } from '~/data/classes/marks.server'
import { seatsInside } from '~/data/classes/seats.server'
import { callInside } from '~/data/rollcall/calls.server'
import { entriesInside } from '~/data/rollcall/entries.server'
import type { Tx } from '~/data/transact.server'
import type { Seen } from '~/domain/classes/attendance'
import { partSubject } from '~/domain/classes/class-body'
import { type DrawnRecord, drawnRecord, type Mark } from '~/domain/classes/class-record'
import { type Comer, comersOf } from '~/domain/classes/comers'
import { rollOf } from '~/domain/rollcall/presence'
import { seenLeftOf } from '~/domain/rollcall/seen-left'

/** A name that somebody wrote at the door and that belongs to no seat. */
export type Guest = { part: string; name: string }
export type ClassDrawn = DrawnRecord & {
  comers: readonly Comer[]
  marks: readonly Mark[]
  /** Doubts of each part that wait for whoever leads the class. */
  undecided: ReadonlyMap<string, number>
  guests: readonly Guest[]
  called: ReadonlySet<string>
}

/** The record of a class as this transaction sees it, with what keeps it from being closed. */
export async function drawClass(tx: Tx, { id, body }: Pick<ClassFacts, 'id' | 'body'>): Promise<ClassDrawn> {
  const comers = comersOf(await seatsInside(tx, id), body.classrooms)
  const marks = await marksInside(tx, id)
  const calls = new Map<string, ReadonlyMap<string, Seen>>()
  const undecided = new Map<string, number>()
  const guests: Guest[] = []
  for (const { key } of body.parts) {
    const call = await callInside(tx, 'class', partSubject(id, key))
    if (call === null) continue
    const entries = await entriesInside(tx, call.id)
    const { doubts, walkIns } = rollOf(call.expected, entries, call.roles, null)
    calls.set(key, seenLeftOf(call.expected, entries, call.roles, null))
    const waiting = doubts.filter(({ decided }) => decided === null).length
    if (waiting > 0) undecided.set(key, waiting)
    guests.push(...walkIns.map(({ name }) => ({ part: key, name })))
  }
  return { ...drawnRecord(body, { comers, calls, marks }), comers, marks, undecided, guests, called: new Set(calls.keys()) }
}
