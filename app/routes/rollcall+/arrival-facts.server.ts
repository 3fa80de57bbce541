import { familyIds } from '~/data/org/family.server'
import { arrivalPlace, isSubjectClosed, subjectKind } from '~/data/rollcall/arrival-subjects.server'
import { type Arrival, claimedEntry, findArrival } from '~/data/rollcall/arrivals.server'
import { listedNow } from '~/data/rollcall/arrivals-list.server'
import { heldUntil, isHeld, toldOf } from '~/domain/rollcall/arrival'
import type { Said } from '~/domain/rollcall/event'
import { hashOf } from '~/gateways/secrets.server'
import type { Asked } from '~/http/asked.server'
import { browserMark } from '~/http/browser.server'
import type { Ctx } from '~/http/context.server'
import type { ArrivalShown } from '~/ui/rollcall/arrival'
import { arrivalToken } from './arrival-cookie.server'

/** What this browser holds, for whoever is signed in here. Nobody's name is said before that. */
export function arrivalShown({ actor, now }: Ctx, request: Asked): ArrivalShown {
  const token = arrivalToken(request)
  const arrival = token === null || browserMark(request) === null ? null : findArrival(hashOf(token))
  const of = arrival === null ? null : subjectKind(arrival.kind)
  if (arrival === null || of === null) return { state: 'unreadable' }
  const family = actor === null ? [] : familyIds(actor.personId)
  const entered = actor === null ? null : claimedEntry(arrival.callId, family)
  if (actor !== null && entered !== null && !mayComeAgain(arrival, entered.said, family)) {
    const at = entered.at.toISOString()
    return { state: 'done', name: actor.name, at, told: toldOf(entered.said), of, where: arrivalPlace(arrival) }
  }
  if (arrival.claimedBy !== null) return { state: 'used' }
  if (!isHeld(arrival.at.getTime(), now.getTime())) return { state: 'late' }
  if (isSubjectClosed(arrival)) return { state: 'closed', of }
  const until = heldUntil(arrival.at).toISOString()
  if (actor === null) return { state: 'sign-in', until }
  return { state: 'ready', name: actor.name, at: arrival.at.toISOString(), until, where: arrivalPlace(arrival) }
}

/** She came as a stranger, is on the list by now, and has scanned anew. */
const mayComeAgain = ({ callId, claimedBy }: Arrival, { kind }: Said, family: readonly string[]): boolean =>
  kind === 'walk-in' && claimedBy === null && family.some((id) => listedNow(callId).people.has(id))
