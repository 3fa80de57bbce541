import { recordAudit } from '~/data/accounts/audit.server'
import {
  membersInside,
  type ProgrammeFacts,
  programmeReachedInside,
  recordMemberEnd,
  recordMembers,
} from '~/data/classes/programmes.server'
import { registeredPosts, registeredUnits } from '~/data/classes/register.server'
import { recordTraitAdded, recordTraitClosed } from '~/data/org/trait-writers.server'
import { type Tx, transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import type { Why } from '~/domain/classes/draw-list'
import { type LeavingReason, leavingReasons, type Member } from '~/domain/classes/members'
import { firstDayOf, lastDayOf, listStateOf, listTrait } from '~/domain/classes/programme-body'
import { addDays, type Day, formatDay, holdsDay, laterOf, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getProgramme } from './reached-class.server'

type Changed = { kind: 'changed' }
const changed: Changed = { kind: 'changed' }
export type Leaving = { memberId: string; on: string; why: string; reason: string }
export type Joining = { unitId: string; personId: string; on: string; reason: string }

const isLeaving = (why: string): why is LeavingReason => leavingReasons.some((known) => known === why)

/**
 * Takes a line off the list. In the review that is a correction; of a frozen list it is a change, on a day, of a kind and with words that
 * say why, and the unit's trait ends with it. Refused without words, for days to come, and before the line came on.
 */
export async function takeOff(acting: Acting, programmeId: string, wish: Leaving): Promise<Changed | Refused> {
  const { now, today, actor } = acting
  const scope = scopeFor(actor.grants, 'supervise', today)
  const reason = wish.reason.trim()
  if (reason.length < 2) return refuse('classes:refusal.noReason', 'reason')
  const on = parseDay(wish.on)
  const auditId = newId(now)
  return transact(async (tx) => {
    const programme = await programmeReachedInside(tx, scope, programmeId)
    const member = programme && (await membersInside(tx, programmeId)).find(({ id }) => id === wish.memberId)
    if (programme === null || member === null || member === undefined) throw new NotFound()
    if (member.end !== null) return refuse('classes:refusal.offAlready')
    const isFrozen = listStateOf(programme.steps) === 'frozen'
    if (isFrozen && !isLeaving(wish.why)) return refuse('classes:refusal.noKind', 'why')
    if (isFrozen && (on === null || on > today || on < member.from)) return refuse('classes:refusal.offDay', 'on')
    const last = isFrozen && on !== null ? on : member.from
    const why = isFrozen ? wish.why : 'dropped'
    await recordMemberEnd(tx, { memberId: member.id, on: formatDay(last), why, reason, at: now, by: actor.accountId })
    if (isFrozen && programme.body.binds === 'unit') await endTrait(tx, programme, member, last)
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: isFrozen ? 'classes.memberLeft' : 'classes.memberDropped',
      target: { kind: 'programme', id: programmeId },
      placeId: programme.place.id,
      unitId: member.unitId,
      detail: { why, on: formatDay(last) },
    })
    return changed
  })
}

const endTrait = (tx: Tx, { slug, body }: ProgrammeFacts, { unitId }: Member, on: Day): Promise<void> =>
  recordTraitClosed(tx, unitId, listTrait(slug), laterOf(addDays(on, -1), firstDayOf(body.year)))

/** Puts a unit, or a person with a unit, on the list, with words that say why. Refused twice, out of the place, and for days to come. */
export async function putOn(acting: Acting, programmeId: string, wish: Joining): Promise<Changed | Refused> {
  const { now, today, actor } = acting
  const programme = await getProgramme(acting, programmeId)
  const words = wish.reason.trim()
  if (words.length < 2) return refuse('classes:refusal.noReason', 'reason')
  const on = parseDay(wish.on) ?? today
  if (on > today) return refuse('classes:refusal.drawnAhead', 'on')
  const { binds, audience } = programme.body
  const unit = registeredUnits(programme.place.path).find(({ id }) => id === wish.unitId)
  if (unit === undefined || !holdsDay(unit.from, unit.to, on)) return refuse('classes:refusal.noUnit', 'unitId')
  const posts = registeredPosts([unit.id], audience.positions)
  if (binds === 'person' && !posts.some(({ person, from, to }) => person === wish.personId && holdsDay(from, to, on)))
    return refuse('classes:refusal.noPerson', 'personId')
  const subjectId = binds === 'unit' ? unit.id : wish.personId
  const why: Why = { sector: unit.sector, traits: [], positions: [], words }
  const ids = { member: newId(now), trait: newId(now), audit: newId(now) }
  return transact(async (tx) => {
    const there = await programmeReachedInside(tx, scopeFor(actor.grants, 'supervise', today), programmeId)
    if (there === null) throw new NotFound()
    const members = await membersInside(tx, programmeId)
    const stands = ({ end }: Member): boolean => end === null || (end.why !== 'dropped' && end.on > on)
    if (members.some((one) => one.subjectId === subjectId && stands(one))) return refuse('classes:refusal.onAlready', 'unitId')
    const isFrozen = listStateOf(there.steps) === 'frozen'
    const way = isFrozen ? 'joined' : 'added'
    const row = { id: ids.member, programmeId, subjectKind: binds, subjectId, unitId: unit.id, way, from: formatDay(on), why } as const
    await recordMembers(tx, [{ ...row, addedAt: now, addedBy: actor.accountId }])
    const { year } = there.body
    const from = on > lastDayOf(year) ? on : firstDayOf(year)
    const trait = { id: ids.trait, unitId: unit.id, trait: listTrait(there.slug), to: null }
    if (isFrozen && binds === 'unit' && !(await recordTraitAdded(tx, { ...trait, from })))
      await recordTraitAdded(tx, { ...trait, from: on })
    await recordAudit(tx, {
      id: ids.audit,
      at: now,
      actor: actor.accountId,
      act: isFrozen ? 'classes.memberJoined' : 'classes.memberAdded',
      target: { kind: 'programme', id: programmeId },
      placeId: there.place.id,
      unitId: unit.id,
      detail: { on: formatDay(on) },
    })
    return changed
  })
}
