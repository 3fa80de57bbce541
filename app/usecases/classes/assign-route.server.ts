import { otherRoutes } from '~/content/other-routes.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordProgrammeStep } from '~/data/classes/programmes.server'
import { transact } from '~/data/transact.server'
import { scopeFor } from '~/domain/accounts/scope'
import { type Route, routedLines } from '~/domain/classes/other-routes'
import { listStateOf } from '~/domain/classes/programme-body'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { openMembers } from './missing-members.server'
import { type ActingPerson, getProgramme, programmeReached } from './reached-class.server'

export type RouteWish = Route & { programmeId: string; memberId: string | null }

/**
 * Tells one line of a frozen list, or (null) everybody who is missing, to go another way that the duty of the programme accepts as well.
 * Whoever has what the duty asks for, or was told the same before, is passed over. Refused where the duty accepts the class alone.
 */
export async function assignRoute(acting: ActingPerson, wish: RouteWish): Promise<{ kind: 'routed'; count: number } | Refused> {
  const { actor, now: at, today } = acting
  const seen = await getProgramme(acting, wish.programmeId)
  if (listStateOf(seen.steps) !== 'frozen') return refuse('classcover:refusal.notFrozen')
  const route = otherRoutes(seen.body).find(({ kind, topic }) => kind === wish.kind && topic === wish.topic)
  if (route === undefined) return refuse('classcover:refusal.noRoute')
  const open = openMembers(seen, today).open.filter(({ id }) => wish.memberId === null || id === wish.memberId)
  const scope = scopeFor(actor.grants, 'supervise', today)
  return transact(async (tx) => {
    const { id: programmeId, place, steps } = await programmeReached(tx, scope, wish.programmeId)
    const told = routedLines(steps)
    const isTold = (id: string): boolean => told.get(id)?.kind === route.kind && told.get(id)?.topic === route.topic
    const members = open.map(({ id }) => id).filter((id) => !isTold(id))
    if (members.length === 0) return refuse('classcover:refusal.nobodyToRoute')
    const by = actor.accountId
    await recordProgrammeStep(tx, { id: newId(at), programmeId, kind: 'routed', at, by, detail: { members, ...route } })
    await recordAudit(tx, {
      id: newId(at),
      at,
      actor: by,
      act: 'classcover.routeAssigned',
      target: { kind: 'programme', id: programmeId },
      placeId: place.id,
      detail: { count: members.length, ...route },
    })
    return { kind: 'routed', count: members.length }
  })
}
