import { recordAudit } from '~/data/accounts/audit.server'
import {
  membersInside,
  type NewMember,
  programmeReachedInside,
  recordMemberEnd,
  recordMembers,
  recordProgrammeStep,
} from '~/data/classes/programmes.server'
import { registeredPosts, registeredUnits } from '~/data/classes/register.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { drawPeople, drawUnits } from '~/domain/classes/draw-list'
import { listStateOf } from '~/domain/classes/programme-body'
import { formatDay, parseDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getProgramme } from './reached-class.server'

export type DrawnList = { kind: 'drawn'; added: number; gone: number }

/**
 * Draws who is to be covered from the register as it was on a day. Drawn again in the review: what is new comes on, what is no longer of
 * the audience goes, what somebody added or took out by hand stays as he left it. Refused once the list is frozen, and for days to come.
 */
export async function drawList(acting: Acting, programmeId: string, typed: string): Promise<DrawnList | Refused> {
  const { now, today, actor } = acting
  const programme = await getProgramme(acting, programmeId)
  const on = parseDay(typed)
  if (on === null) return refuse('classes:refusal.noDay', 'on')
  if (on > today) return refuse('classes:refusal.drawnAhead', 'on')
  const { audience, binds } = programme.body
  const units = registeredUnits(programme.place.path)
  const ids = units.map(({ id }) => id)
  const drawn =
    binds === 'unit' ? drawUnits(units, audience, on) : drawPeople(units, registeredPosts(ids, audience.positions), audience, on)
  const scope = scopeFor(actor.grants, 'supervise', today)
  const by = actor.accountId
  const fresh = new Map(drawn.map((one) => [one.subjectId, newId(now)]))
  const own = { step: newId(now), audit: newId(now) }
  return transact(async (tx) => {
    const there = await programmeReachedInside(tx, scope, programmeId)
    if (there === null || listStateOf(there.steps) === 'frozen') return refuse('classes:refusal.frozen')
    const members = await membersInside(tx, programmeId)
    const wanted = new Set(drawn.map(({ subjectId }) => subjectId))
    const gone = members.filter(({ way, end, subjectId }) => way === 'drawn' && end === null && !wanted.has(subjectId))
    const known = new Set(members.filter(({ end }) => end === null || end.reason !== '').map(({ subjectId }) => subjectId))
    for (const { id } of gone) await recordMemberEnd(tx, { memberId: id, on: formatDay(on), why: 'dropped', reason: '', at: now, by })
    const added = drawn
      .filter(({ subjectId }) => !known.has(subjectId))
      .map(
        (one): NewMember => ({
          ...one,
          id: fresh.get(one.subjectId) ?? newId(now),
          programmeId,
          way: 'drawn',
          from: formatDay(on),
          addedAt: now,
          addedBy: by,
        }),
      )
    await recordMembers(tx, added)
    await recordProgrammeStep(tx, { id: own.step, programmeId, kind: 'drawn', at: now, by, detail: { on: formatDay(on) } })
    await recordAudit(tx, {
      id: own.audit,
      at: now,
      actor: by,
      act: 'classes.listDrawn',
      target: { kind: 'programme', id: programmeId },
      placeId: there.place.id,
      detail: { on: formatDay(on), added: added.length, gone: gone.length },
    })
    return { kind: 'drawn' as const, added: added.length, gone: gone.length }
  })
}
