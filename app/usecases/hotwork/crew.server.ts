import { hotWorkRules } from '~/content/hot-work.server'
import type { NewWorker } from '~/data/hotwork/permit-writers.server'
import { familyOf, postHeld, postOfCard, type SitePost, sitePosts } from '~/data/hotwork/site-people.server'
import type { PermitWish, SeenWorker } from '~/domain/hotwork/wish'
import { readCode, tokenLength } from '~/domain/shared/codes'
import { type Day, formatDay } from '~/domain/shared/day'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { matchHash, newId, seal } from '~/gateways/secrets.server'
import { type Checkable, checkGuard, checkWorker } from './worker-fitness.server'

export type Crew = { guard: { postId: string; personId: string; name: string }; workers: NewWorker[] }

/** The code of a card in what was typed or scanned: the code itself, or the address that it stands in. */
export const cardCode = (typed: string): string | null =>
  readCode(
    typed
      .trim()
      .replace(/^.*\/g\//i, '')
      .replace(/[?#].*$/, ''),
    tokenLength,
  )

const fromPost = (post: SitePost, way: 'post' | 'card', now: Date): NewWorker => ({
  id: newId(now),
  way,
  name: post.name,
  employer: way === 'card' ? post.unitName : null,
  postId: post.id,
  personId: post.personId,
})

function fromSeen(seen: SeenWorker, now: Date): NewWorker {
  const number = seen.number.toUpperCase().replace(/[\s-]/g, '')
  return {
    id: newId(now),
    way: 'seen',
    name: seen.name,
    employer: seen.employer,
    licenceKind: seen.licenceKind,
    numberSealed: seal(number),
    numberHash: matchHash(number),
    validTo: formatDay(seen.validTo),
    reviewDue: seen.reviewDue === null ? null : formatDay(seen.reviewDue),
    issuer: seen.issuer,
  }
}

/** Everybody whom a wish names, from this unit, by a card, and by a licence that was seen. */
function workersOf(posts: readonly SitePost[], wish: PermitWish, today: Day, now: Date): NewWorker[] | Refused {
  const own = wish.workerPostIds.map((id) => posts.find((post) => post.id === id))
  if (own.includes(undefined)) return refuse('hotwork:refusal.workerUnknown', 'worker')
  const token = wish.card === null ? null : cardCode(wish.card)
  const before = wish.cardPostId == null ? null : postHeld(wish.cardPostId, today)
  const shown = token === null ? before : postOfCard(token, today)
  if ((wish.card !== null || wish.cardPostId != null) && shown === null) return refuse('hotwork:refusal.cardUnknown', 'card')
  return [
    ...own.flatMap((post) => (post === undefined ? [] : [fromPost(post, 'post', now)])),
    ...(shown === null || wish.workerPostIds.includes(shown.id) ? [] : [fromPost(shown, 'card', now)]),
    ...(wish.seen === null ? [] : [fromSeen(wish.seen, now)]),
  ]
}

/** What checking needs of a worker's row; null where the row is not whole. */
export function checkableOf({ way, name, postId, personId, licenceKind, validTo, reviewDue }: NewWorker): Checkable | null {
  if (way === 'seen') return licenceKind ? { way, name, licenceKind, validTo: validTo ?? null, reviewDue: reviewDue ?? null } : null
  return postId && personId ? { way: way === 'card' ? 'card' : 'post', name, postId, personId } : null
}

/** The people of a request, each fit for the work on every day that it touches. Nobody watches his own work (安全生产法 第四十三条). */
export function crewOf(unitId: string, wish: PermitWish, days: readonly Day[], today: Day, now: Date): Crew | Refused {
  const { people, refusals } = hotWorkRules()
  const posts = sitePosts(unitId, today)
  const guard = posts.find(({ id }) => id === wish.guardPostId)
  if (guard === undefined) return refuse('hotwork:refusal.guardUnknown', 'guard')
  const workers = workersOf(posts, wish, today, now)
  if (isRefused(workers)) return workers
  if (workers.length === 0) return refuse('hotwork:refusal.noWorker', 'worker')
  if (workers.length > people.atMostWorkers) return refuse('hotwork:refusal.tooMany', 'worker', { count: people.atMostWorkers })
  const guarding = new Set(familyOf([guard.personId]))
  if (workers.some(({ personId }) => personId != null && guarding.has(personId)))
    return refuse('hotwork:refusal.guardIsWorker', 'guard', { rests: refusals.guardIsWorker.join(' ') })
  for (const worker of workers) {
    const checkable = checkableOf(worker)
    const refusal =
      checkable === null ? refuse('hotwork:refusal.workerUnknown', 'worker') : checkWorker(checkable, wish.kind, days, today).refusal
    if (refusal !== null) return refusal
  }
  const unfit = checkGuard({ name: guard.name, postId: guard.id, personId: guard.personId }, days)
  return unfit ?? { guard: { postId: guard.id, personId: guard.personId, name: guard.name }, workers }
}
