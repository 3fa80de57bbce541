import { readPermit } from '~/data/hotwork/permits.server'
import { timeOf } from '~/domain/hotwork/hours'
import { civilDay } from '~/domain/shared/civil-day'
import { addDays, laterOf, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId, unseal } from '~/gateways/secrets.server'
import { type Requested, requestPermit } from './request-permit.server'
import { type ActingPerson, getSite } from './site.server'

/**
 * Asks for the same again on the next day: a new request with its own number. The approval, the checks, the guard's word and the notice
 * are never copied, nor that a place stayed closed: where that matters it is said anew. `id` is made with the button.
 */
export async function repeatPermit(
  acting: ActingPerson,
  asked: { unitId: string; permitId: string; id: string },
): Promise<Requested | Refused> {
  const site = await getSite(acting, asked.unitId)
  const permit = await readPermit(site.reach, asked.permitId)
  if (permit === null) throw new NotFound()
  const outside = permit.workers.filter(({ way }) => way === 'card')
  if (outside.length > 1 || permit.workers.filter(({ way }) => way === 'seen').length > 1) return refuse('hotwork:refusal.again')
  const { place, work, kind, opens, closes, isOpen, isHidden, hasGas, machine, guardPostId, measures } = permit
  const seen = permit.workers.find(({ way }) => way === 'seen')
  const day = addDays(laterOf(civilDay(permit.from), acting.today), 1)
  return requestPermit(acting, asked.unitId, {
    id: /^[0-9a-f-]{36}$/.test(asked.id) ? asked.id : newId(acting.now),
    ...{ place, work, kind, day, from: timeOf(permit.from), to: timeOf(permit.until), opens, closes, isOpen, isHidden, hasGas, machine },
    isClosed: false,
    guardPostId,
    measures,
    workerPostIds: permit.workers.flatMap(({ way, postId }) => (way === 'post' && postId !== null ? [postId] : [])),
    card: null,
    cardPostId: outside[0]?.postId ?? null,
    seen: seen === undefined ? null : seenAgain(seen),
    repeatOf: permit.id,
  })
}

type SeenRow = {
  name: string
  employer: string | null
  licenceKind: string | null
  numberSealed: string | null
  validTo: string | null
  reviewDue: string | null
  issuer: string | null
}

function seenAgain({ name, employer, licenceKind, numberSealed, validTo, reviewDue, issuer }: SeenRow) {
  const until = validTo === null ? null : parseDay(validTo)
  if (licenceKind === null || numberSealed === null || until === null) return null
  const review = reviewDue === null ? null : parseDay(reviewDue)
  return { name, employer, licenceKind, number: unseal(numberSealed), validTo: until, reviewDue: review, issuer }
}
