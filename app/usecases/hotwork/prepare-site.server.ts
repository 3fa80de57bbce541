import { hotWorkRules } from '~/content/hot-work.server'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { reasonOf } from './decide-permit.server'
import { daysOf, placeRules, workerNow } from './permit-law.server'
import type { ActingPerson } from './site.server'
import { type Asked, getPermitFor, type Taken, takeStep } from './take-step.server'
import { checkGuard } from './worker-fitness.server'

/** isSame: the face and name are those on the card; null where that was not answered. isOfficial: found on the official page (seen licences). */
type WorkerCheck = Asked & { workerId: string; isSame: boolean | null; isOfficial: boolean }

/**
 * Checks one worker on the spot: the person against the card, and the licence for this work on the day. Somebody else's card stops the
 * permit (2025 通告 第三项); a licence that does not answer is refused and nothing is written. Keeps the licence as it stood.
 */
export async function checkPermitWorker(acting: ActingPerson, asked: WorkerCheck): Promise<Taken | Refused> {
  const { site, permit } = await getPermitFor(acting, asked, 'worker-checked')
  const worker = permit.workers.find(({ id }) => id === asked.workerId)
  const checked = worker && workerNow(permit, worker, acting.today)
  if (!worker || !checked) throw new NotFound()
  if (asked.isSame === null) return refuse('hotwork:error.isSame', 'isSame')
  const step = { act: 'worker-checked', workerId: worker.id, once: null } as const
  if (!asked.isSame) return takeStep(acting, site, permit.id, { ...step, good: false, detail: { same: false, ...checked.snapshot } })
  if (checked.refusal !== null) return checked.refusal
  if (worker.way === 'seen' && !asked.isOfficial)
    return refuse('hotwork:refusal.official', 'isOfficial', { name: worker.name, rests: hotWorkRules().refusals.unlicensed.join(' ') })
  const detail = { same: true, official: asked.isOfficial, ...checked.snapshot }
  return takeStep(acting, site, permit.id, { ...step, good: true, detail })
}

/** The guard is there, with everything done that the place asks for (61号令 第二十条). gas: what was read, where gas is tested. */
export async function confirmGuard(acting: ActingPerson, asked: Asked & { measures: readonly string[]; gas: string }) {
  const { site, permit } = await getPermitFor(acting, asked, 'guard-present')
  const { measures } = placeRules(site, permit)
  const missing = measures.filter((id) => !asked.measures.includes(id))
  const rests = hotWorkRules().refusals.measures.join(' ')
  if (missing.length > 0) return refuse('hotwork:refusal.measures', 'measures', { measures: missing.join(' '), rests })
  const gas = reasonOf(asked.gas)
  if (measures.includes('gas') && gas === '') return refuse('hotwork:refusal.gasReading', 'gas')
  const guard = { name: permit.guardName, postId: permit.guardPostId, personId: permit.guardPersonId }
  const unfit = checkGuard(guard, daysOf(permit, acting.today))
  if (unfit !== null) return unfit
  return takeStep(acting, site, permit.id, { act: 'guard-present', once: 'guard', detail: { measures, gas: gas === '' ? null : gas } })
}

type Notice = Asked & { places: readonly string[]; means: readonly string[]; text: string }

/** People have been told: where, and by what means (2025 通告 第二项; 部令5号 第十五条). */
export async function postNotice(acting: ActingPerson, asked: Notice): Promise<Taken | Refused> {
  const { site, permit } = await getPermitFor(acting, asked, 'notice-posted')
  const { notice, refusals } = hotWorkRules()
  const rests = refusals.noNotice.join(' ')
  const missing = placeRules(site, permit).notices.filter((id) => !asked.places.includes(id))
  if (missing.length > 0) return refuse('hotwork:refusal.noticePlaces', 'places', { places: missing.join(' '), rests })
  const means = notice.means.map(({ id }) => id).filter((id) => asked.means.includes(id))
  if (means.length === 0) return refuse('hotwork:refusal.noticeMeans', 'means')
  const places = notice.places.map(({ id }) => id).filter((id) => asked.places.includes(id))
  return takeStep(acting, site, permit.id, { act: 'notice-posted', once: 'notice', detail: { places, means, text: reasonOf(asked.text) } })
}
