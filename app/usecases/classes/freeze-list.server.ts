import { recordAudit } from '~/data/accounts/audit.server'
import { membersInside, programmeReachedInside, recordProgrammeStep } from '~/data/classes/programmes.server'
import { recordAdopted } from '~/data/duties/adoptions.server'
import { recordTraitAdded } from '~/data/org/trait-writers.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { firstDayOf, listStateOf, listTrait } from '~/domain/classes/programme-body'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'

/**
 * The list is what it is from now on: every later change is recorded with its reason and person. Each unit on it is given the trait
 * programme-<slug> from the first day of the year, and the duty that the programme answers is switched on at its place from that day, so
 * that a unit that is missed stays overdue until it is made up. Refuses an empty list.
 */
export async function freezeList(acting: Acting, programmeId: string): Promise<{ kind: 'frozen'; members: number } | Refused> {
  const { now, today, actor } = acting
  const scope = scopeFor(actor.grants, 'supervise', today)
  const ids = { step: newId(now), adoption: newId(now), audit: newId(now) }
  const by = actor.accountId
  return transact(async (tx) => {
    const programme = await programmeReachedInside(tx, scope, programmeId)
    if (programme === null) throw new NotFound()
    if (listStateOf(programme.steps) === 'frozen') return refuse('classes:refusal.frozen')
    const members = (await membersInside(tx, programmeId)).filter(({ end }) => end === null)
    if (members.length === 0) return refuse('classes:refusal.emptyList')
    const { body, slug, place } = programme
    const from = firstDayOf(body.year)
    await recordProgrammeStep(tx, {
      id: ids.step,
      programmeId,
      kind: 'frozen',
      at: now,
      by,
      once: 'frozen',
      detail: { members: members.length },
    })
    if (body.binds === 'unit')
      for (const { unitId } of members) await recordTraitAdded(tx, { id: newId(now), unitId, trait: listTrait(slug), from, to: null })
    if (body.duty !== '')
      await recordAdopted(tx, { id: ids.adoption, dutyId: body.duty, placeId: place.id, from, adoptedBy: by, createdAt: now })
    await recordAudit(tx, {
      id: ids.audit,
      at: now,
      actor: by,
      act: 'classes.listFrozen',
      target: { kind: 'programme', id: programmeId },
      placeId: place.id,
      detail: { slug, members: members.length },
    })
    return { kind: 'frozen' as const, members: members.length }
  })
}
