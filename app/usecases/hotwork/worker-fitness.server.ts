import { hotWorkRules } from '~/content/hot-work.server'
import type { HotWorkRefusal } from '~/content/hot-work-schema'
import { jobRule } from '~/content/jobs.server'
import { allLicenceKinds, licenceTopic } from '~/content/licences.server'
import { licencesOfPeople, type StoredLicence } from '~/data/credentials/licences.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { licenceState } from '~/domain/credentials/licence'
import { type LicenceAsked, type LicenceGap, licenceGap } from '~/domain/credentials/licence-gap'
import { type Fitness, fitnessFor } from '~/domain/duties/job-fitness'
import { seenFault } from '~/domain/hotwork/seen-licence'
import { type Day, formatDay, parseDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { rulesNow } from '~/usecases/duties/duties-now.server'

/** Who does the work: somebody with a post, here or elsewhere, or a licence as it was seen. */
export type Checkable =
  | { way: 'post' | 'card'; name: string; postId: string; personId: string }
  | { way: 'seen'; name: string; licenceKind: string; validTo: string | null; reviewDue: string | null }

/** Whether somebody may do this work on all these days, and the licences and standing as they stood, for the row. */
export type Checked = { refusal: Refused | null; snapshot: Record<string, unknown> }

const dayOrNull = (day: Day | null): string | null => (day === null ? null : formatDay(day))

/** Checks a worker for a kind of work on each day that it touches. */
export function checkWorker(worker: Checkable, kind: string, days: readonly Day[], today: Day): Checked {
  return worker.way === 'seen' ? checkSeen(worker, kind, days) : checkHeld(worker, kind, days, today)
}

const because = (refusal: HotWorkRefusal): string => hotWorkRules().refusals[refusal].join(' ')

function checkSeen(worker: Extract<Checkable, { way: 'seen' }>, kind: string, days: readonly Day[]): Checked {
  const { licenceKind, name, validTo, reviewDue } = worker
  const card = {
    topics: allLicenceKinds().get(licenceKind)?.evidence.topics ?? [],
    validTo: validTo === null ? null : parseDay(validTo),
    reviewDue: reviewDue === null ? null : parseDay(reviewDue),
  }
  const asked = days.flatMap((day) => jobRule(kind, day).licences.map((one) => one.asked.topics))
  const fault = days.map((day) => seenFault(card, asked[0] ?? [], day)).find((one) => one !== null)
  const snapshot = { way: 'seen', fit: fault === undefined, licences: [{ kind: licenceKind, validTo, reviewDue, state: fault ?? 'seen' }] }
  const refusal =
    fault === undefined ? null : refuse(`hotwork:refusal.licence.${fault}`, 'worker', { name, rests: because(gapRefusals[fault]) })
  return { refusal, snapshot }
}

const gapRefusals: Record<LicenceGap, HotWorkRefusal> = {
  none: 'unlicensed',
  unverified: 'unlicensed',
  waiting: 'unlicensed',
  revoked: 'unlicensed',
  expired: 'lapsed',
  'wrong-kind': 'wrongKind',
  'wrong-level': 'wrongKind',
  'wrong-direction': 'wrongKind',
}

function checkHeld(worker: Extract<Checkable, { way: 'post' | 'card' }>, kind: string, days: readonly Day[], today: Day): Checked {
  const rules = rulesNow()
  const facts = factsOfPeople([worker.personId], rules)
  const licences = licencesOfPeople([worker.personId], licenceTopic)
  const found = days.map((day) => ({ day, job: jobRule(kind, day), fitness: fitnessFor(facts, jobRule(kind, day), worker.postId, day) }))
  const unfit = found.find(({ fitness }) => !fitness.fit)
  const first = found[0]?.fitness
  const snapshot = {
    way: worker.way,
    on: formatDay(today),
    fit: unfit === undefined,
    because: unfit?.fitness.because ?? [],
    until: first === undefined ? null : dayOrNull(first.until),
    licences: licences.map((licence) => shotOf(licence, today)),
  }
  if (unfit === undefined) return { refusal: null, snapshot }
  const asked = unfit.job.licences.map((one) => one.asked)
  return { refusal: whyUnfit(worker.name, unfit.fitness, licences, asked, unfit.day), snapshot }
}

/** The licence comes first, in the words of its gap; else the duties that keep her away. */
function whyUnfit(name: string, fitness: Fitness, licences: StoredLicence[], asked: LicenceAsked[], day: Day): Refused {
  const jobDuty = fitness.because.some((id) => id.startsWith('job:'))
  const [wanted] = asked
  const gap = wanted === undefined ? null : licenceGap(licences, wanted, day)
  if (jobDuty) {
    const kind = gap?.gap ?? 'none'
    return refuse(`hotwork:refusal.licence.${kind}`, 'worker', { name, rests: because(gapRefusals[kind]) })
  }
  return refuse('hotwork:refusal.notCleared', 'worker', { name, duties: fitness.because.join(' ') })
}

const shotOf = (licence: StoredLicence, today: Day) => ({
  id: licence.id,
  kind: licence.kind,
  level: licence.level,
  validTo: dayOrNull(licence.validTo),
  reviewDue: dayOrNull(licence.reviewDue),
  issuer: licence.printed.issuer,
  state: licenceState(licence, today),
  checkedOn: dayOrNull(licence.checks.at(-1)?.on ?? null),
})

/** A guard is cleared for his own post that day: 未经培训合格，不得上岗. */
export function checkGuard(guard: { name: string; postId: string; personId: string }, days: readonly Day[]): Refused | null {
  const rules = rulesNow()
  const facts = factsOfPeople([guard.personId], rules)
  const unfit = days.map((day) => fitnessFor(facts, jobRule('post', day), guard.postId, day)).find(({ fit }) => !fit)
  return unfit === undefined ? null : refuse('hotwork:refusal.notCleared', 'guard', { name: guard.name, duties: unfit.because.join(' ') })
}
