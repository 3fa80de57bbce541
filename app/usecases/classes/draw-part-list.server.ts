import { classLeaders } from '~/data/classes/class-leaders.server'
import type { ClassNow } from '~/data/classes/class-now.server'
import { seatsInside } from '~/data/classes/seats.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { recordCall, recordList } from '~/data/rollcall/call-writers.server'
import { callInside } from '~/data/rollcall/calls.server'
import type { Tx } from '~/data/transact.server'
import { partSubject } from '~/domain/classes/class-body'
import { comersOf } from '~/domain/classes/comers'
import { partList, partRoles } from '~/domain/classes/part-list'
import type { Day } from '~/domain/shared/day'
import { newId } from '~/gateways/secrets.server'

export type ListWords = { names: ReadonlyMap<string, string>; leaders: readonly string[] }

/** Who leads and what everybody with a seat is called; to be read before a transaction begins. */
export const listWords = (held: ClassNow, ids: readonly string[], today: Day): ListWords => ({
  names: findSubjectNames(ids),
  leaders: classLeaders(held.place, today),
})

type Drawing = { at: Date; by: string }

/**
 * Draws the list of a part from the seats as they are now: `opens` also where its roll was never called. Returns how many are expected,
 * null where nothing was drawn. Boards that are open are told that the list is newer.
 */
export async function drawPartList(
  tx: Tx,
  { held, key, words, opens }: { held: ClassNow; key: string; words: ListWords; opens: boolean },
  { at, by }: Drawing,
): Promise<number | null> {
  const subjectId = partSubject(held.id, key)
  const known = await callInside(tx, 'class', subjectId)
  if (known === null && !opens) return null
  const { classrooms } = held.body
  const comers = comersOf(await seatsInside(tx, held.id), classrooms)
  const entries = partList(comers, classrooms, words.names)
  const roles = partRoles(words.leaders, classrooms, known?.roles ?? null)
  const callId = known?.id ?? newId(at)
  if (known === null) await recordCall(tx, { id: callId, kind: 'class', subjectId, unitId: held.place.id, createdAt: at, createdBy: by })
  await recordList(tx, { id: newId(at), callId, entries, roles, at, by })
  return entries.length
}
