import { familyIds } from '~/data/org/family.server'
import { isSubjectClosedInside, subjectKind, zoneAt } from '~/data/rollcall/arrival-subjects.server'
import { type Arrival, claimsInside, findArrival, recordClaim, walkInsInside } from '~/data/rollcall/arrivals.server'
import { listedNow } from '~/data/rollcall/arrivals-list.server'
import { recordEntries } from '~/data/rollcall/call-writers.server'
import { transactTogether } from '~/data/transact-together.server'
import { arrivalDevice, isHeld, saidOf, type Told, toldOf } from '~/domain/rollcall/arrival'
import type { Entry, Said } from '~/domain/rollcall/event'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { hashOf, newId } from '~/gateways/secrets.server'

/** Who claims, as the session says; `browser`: the mark of the browser in hand. */
export type Claimant = { now: Date; actor: { accountId: string; personId: string; name: string }; browser: string }
export type Claimed = { kind: 'checked-in'; told: Told } | { kind: 'before' }

/**
 * Somebody signs for an arrival that his browser holds. What is entered is the instant at which the code arrived, however long the sign-in
 * took; he says it of himself, so the entry is by him. Once per person and call: again is answered as before, unless she came
 * as a stranger and is on the list by now; then she counts, and what said that she was a stranger is taken back. Nothing is dropped: a browser
 * that was used for somebody else, and a name that nobody expected, are entered for the commander to decide.
 */
export async function claimArrival({ now, actor, browser }: Claimant, token: string): Promise<Claimed | Refused> {
  const arrival = findArrival(hashOf(token))
  if (arrival === null || subjectKind(arrival.kind) === null) return refuse('rollcall:refusal.none')
  const family = familyIds(actor.personId)
  const { people } = listedNow(arrival.callId)
  const zone = zoneAt(arrival, arrival.marshalId)
  const mark = hashOf(browser)
  return transactTogether(async (tx) => {
    const claims = await claimsInside(tx, { callId: arrival.callId, arrivalId: arrival.id, browser: mark, family })
    const own = claims.filter(({ personId }) => family.includes(personId))
    const listed = family.filter((id) => people.has(id))
    const strange =
      own.length > 0 && listed.length > 0
        ? await walkInsInside(
            tx,
            own.map(({ eventId }) => eventId),
          )
        : []
    const isHers = own.some(({ arrivalId }) => arrivalId === arrival.id)
    if (isHers || (own.length > 0 && strange.length < own.length)) return { kind: 'before' }
    if (claims.some(({ arrivalId }) => arrivalId === arrival.id)) return refuse('rollcall:refusal.used')
    if (!isHeld(arrival.at.getTime(), now.getTime())) return refuse('rollcall:refusal.late')
    if (await isSubjectClosedInside(tx, arrival)) return refuse('rollcall:refusal.closed')
    const isShared = claims.some((claim) => claim.browser === mark && !own.includes(claim))
    const taken = strange.map(({ id, by }) => entryOf(arrival, { kind: 'undo', of: id }, by, now))
    const seen = saidOf({ name: actor.name, zone, listed, isShared }).map((one) => entryOf(arrival, one, actor.personId, now))
    const entries = [...taken, ...seen]
    const [first] = seen
    if (first === undefined) throw new Error('an arrival that says nothing')
    await recordEntries(
      tx,
      entries.map((entry) => ({ callId: arrival.callId, accountId: actor.accountId, entry, received: now })),
    )
    const claim = { arrivalId: arrival.id, callId: arrival.callId, personId: actor.personId, eventId: first.id, browser: mark, at: now }
    await recordClaim(tx, claim)
    return { kind: 'checked-in', told: toldOf(first.said) }
  })
}

function entryOf({ code, at }: Arrival, said: Said, by: string, now: Date): Entry {
  const id = newId(now)
  const arrived = at.getTime()
  return {
    id,
    device: arrivalDevice(code, id),
    nth: 0,
    clock: arrived,
    offset: 0,
    heard: arrived,
    at: arrived,
    received: now.getTime(),
    by,
    said,
  }
}
