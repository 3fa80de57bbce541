import { recordAudit } from '~/data/accounts/audit.server'
import { type NewMark, recordMarks } from '~/data/classes/marks.server'
import { transact } from '~/data/transact.server'
import { instantOf } from '~/domain/classes/class-body'
import { type MarkState, markStatesOf } from '~/domain/classes/class-record'
import { isClassClosed } from '~/domain/classes/class-state'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { drawClass } from './class-drawn.server'
import { type ActingPerson, classReached, classReachOf } from './reached-class.server'

/** By person what the sheet says of him, '' where it says nothing; rest: what it says of everybody in the classroom of whom nothing is written. */
export type SheetWish = { classId: string; key: string; room: string; states: ReadonlyMap<string, string>; rest: string }

/**
 * What the signature sheet of a classroom says, or how its test went. What was written before stays, the newest counts; it goes before what
 * the roll call says. Local organisers write for their own classrooms. Refused before the part begins and while the class is closed.
 */
export async function enterSheet(acting: ActingPerson, wish: SheetWish): Promise<{ kind: 'entered'; people: number } | Refused> {
  const { now: at, actor } = acting
  const reach = classReachOf(acting)
  return transact(async (tx) => {
    const { facts, programme, leads, rooms } = await classReached(tx, reach, wish.classId)
    const part = facts.body.parts.find(({ key }) => key === wish.key)
    const isOwn = leads ? facts.body.classrooms.some(({ id }) => id === wish.room) : rooms.includes(wish.room)
    if (part === undefined || !isOwn) throw new NotFound()
    if (isClassClosed(facts.steps)) return refuse('classcall:refusal.closed')
    if (at.getTime() < instantOf(part.on, part.from)) return refuse('classcall:refusal.notBegun')
    const known = markStatesOf(part.kind)
    const asked = [...wish.states.values(), wish.rest].filter(Boolean)
    if (asked.some((state) => !known.some((one) => one === state))) return refuse('classcall:refusal.state')
    const stateOf = (said: string): MarkState | null => known.find((one) => one === said) ?? null
    const { comers, marks } = await drawClass(tx, facts)
    const before = new Map(marks.flatMap(({ part: key, person, state }) => (key === part.key ? [[person, state] as const] : [])))
    const people = [...new Set(comers.flatMap(({ person, classroom }) => (classroom === wish.room ? [person] : [])))]
    const written = people.flatMap((person): NewMark[] => {
      const earlier = before.get(person) ?? 'roll'
      const own = stateOf(wish.states.get(person) ?? '')
      const state = own ?? (earlier === 'roll' ? stateOf(wish.rest) : null)
      if (state === null || state === earlier) return []
      return [{ id: newId(at), classId: facts.id, part: part.key, person, state, at, by: actor.accountId }]
    })
    if (written.length === 0) return refuse('classcall:refusal.nothingWritten')
    await recordMarks(tx, written)
    await recordAudit(tx, {
      id: newId(at),
      at,
      actor: actor.accountId,
      act: 'classcall.sheetEntered',
      target: { kind: 'class', id: facts.id },
      placeId: programme.place.id,
      detail: { part: part.name, people: written.length },
    })
    return { kind: 'entered', people: written.length }
  })
}
