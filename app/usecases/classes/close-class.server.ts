import { recordAudit } from '~/data/accounts/audit.server'
import { recordClassStep } from '~/data/classes/classes.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { transact } from '~/data/transact.server'
import { beginsAt, endsAt } from '~/domain/classes/class-body'
import { countsOf } from '~/domain/classes/class-record'
import { classStateOf } from '~/domain/classes/class-state'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { idFrom } from '../drills/reached-drill.server'
import { type ClassDrawn, drawClass } from './class-drawn.server'
import { writeClassEvidence, writeSittings } from './close-inside.server'
import { type ActingPerson, classReached, classReachOf } from './reached-class.server'

export type ClosedClass = { kind: 'closed'; version: number; written: number; revoked: number }

/** Why a class that is over cannot be closed yet; null where it can. */
export function unready({ comers, undecided, gaps }: ClassDrawn, nameOf: (part: string) => string): Refused | null {
  const [doubted] = undecided
  if (doubted !== undefined) return refuse('classcall:refusal.undecided', '', { part: nameOf(doubted[0]), count: doubted[1] })
  if (comers.length === 0) return refuse('classcall:refusal.nobody')
  const [gap] = gaps
  return gap === undefined ? null : refuse(`classcall:refusal.${gap.kind}`, '', { part: nameOf(gap.part), count: gap.count })
}

/**
 * Whoever leads a class closes it when it is over: who sat in which part is kept, and is evidence for everybody who by now attended all parts
 * and for each unit that is covered. Closing twice is refused. Closing anew supersedes.
 */
export async function closeClass(acting: ActingPerson, classId: string): Promise<ClosedClass | Refused> {
  const { now: at, today, actor } = acting
  const reach = classReachOf(acting)
  const signer = findSubjectNames([actor.personId]).get(actor.personId) ?? ''
  return transact(async (tx) => {
    const { facts, programme, leads } = await classReached(tx, reach, classId)
    if (!leads) throw new NotFound()
    const state = classStateOf(facts.steps, beginsAt(facts.body), endsAt(facts.body), at.getTime())
    if (state === 'closed') return refuse('classcall:refusal.closedAlready')
    if (state === 'called-off') return refuse('classcall:refusal.calledOff')
    if (state === 'ahead' || state === 'running') return refuse('classcall:refusal.notOver')
    const drawn = await drawClass(tx, facts)
    const refusal = unready(drawn, (key) => facts.body.parts.find((part) => part.key === key)?.name ?? key)
    if (refusal !== null) return refusal
    const version = facts.steps.filter(({ kind }) => kind === 'closed').length + 1
    const closing = { id: idFrom(classId, 'closed', version), version, by: actor.accountId, at, today }
    const counts = countsOf(facts.body, drawn.sats)
    await recordClassStep(tx, {
      id: closing.id,
      classId,
      kind: 'closed',
      at,
      by: actor.accountId,
      once: `closed-${version}`,
      detail: { version, signer, ...counts },
    })
    await writeSittings(tx, facts, drawn.sats, closing)
    const { written, revoked } = await writeClassEvidence(tx, programme, classId, closing)
    await recordAudit(tx, {
      id: newId(at),
      at,
      actor: actor.accountId,
      act: 'classcall.classClosed',
      target: { kind: 'class', id: classId },
      placeId: programme.place.id,
      detail: { version, people: counts.people, complete: counts.complete, written, revoked },
    })
    return { kind: 'closed', version, written, revoked }
  })
}
