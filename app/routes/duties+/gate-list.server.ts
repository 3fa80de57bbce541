import { createHash } from 'node:crypto'
import { positionName } from '~/content/duty-lines.server'
import { jobRule, jobsOfPosition } from '~/content/jobs.server'
import { jurisdictionsIn } from '~/content/jurisdictions.server'
import { licenceTopic } from '~/content/licences.server'
import { licencesOfPeople } from '~/data/credentials/licences.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { allAtGate, type GatePost } from '~/data/duties/gate-keeping.server'
import { placeNamesOf } from '~/data/org/place-names.server'
import { type Licence, lapseMark } from '~/domain/credentials/licence'
import type { FactIndex } from '~/domain/duties/fact-index'
import { gateSays } from '~/domain/duties/gate-answer'
import { indexForJob, type JobRule } from '~/domain/duties/job-fitness'
import { addDays, type Day, daysBetween, formatDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import type { Locale } from '~/i18n/config'
import type { GateListLine } from '~/ui/duties/gate-list'
import { rulesNow } from '~/usecases/duties/duties-now.server'
import { missingLines } from './gate-lines.server'

/** The instant at which a civil day in Asia/Shanghai is over. */
export const midnightAfter = (today: Day): string => new Date(`${formatDay(addDays(today, 1))}T00:00:00+08:00`).toISOString()

/** By the start of its hash a card's code is found in the list; the code itself is not in it. */
export const cardHash = (token: string): string => createHash('sha256').update(token).digest('hex').slice(0, 16)

type Asked = { rule: JobRule; index: FactIndex }

/** Everybody in post at a unit, with the day's answer for the post and for the jobs of the position. The caller has checked the unit. */
export function gateList(unitId: string, today: Day, locale: Locale): GateListLine[] {
  const posts = allAtGate(unitId, today)
  const people = [...new Set(posts.map(({ personId }) => personId))]
  const facts = factsOfPeople(people, rulesNow(), [unitId])
  const licences = groupedBy(licencesOfPeople(people, licenceTopic), ({ personId }) => personId)
  const jurisdictions = jurisdictionsIn(placeNamesOf(unitId))
  const known = new Map<string, Asked>()
  const askedOf = (job: string): Asked => {
    const found = known.get(job)
    if (found !== undefined) return found
    const rule = jobRule(job, today, jurisdictions)
    const made = { rule, index: indexForJob(facts, rule) }
    known.set(job, made)
    return made
  }
  const held = new Map(facts.posts.map((post) => [post.id, post]))
  return posts.flatMap((post) => {
    const span = held.get(post.id)
    return span === undefined ? [] : [lineOf(post, span, licences.get(post.personId) ?? [], askedOf, today, locale)]
  })
}

function lineOf(
  post: GatePost,
  span: { id: string; from: Day; to: Day | null },
  licences: readonly Licence[],
  askedOf: (job: string) => Asked,
  today: Day,
  locale: Locale,
): GateListLine {
  const answers = jobsOfPosition(post.position).map((job) => {
    const { rule, index } = askedOf(job.id)
    const said = gateSays(index, span, rule, licences, today)
    const until = said.until === null ? null : formatDay(said.until)
    const daysLeft = said.until === null || lapseMark(said.until, today) === null ? null : daysBetween(today, said.until)
    return {
      job: job.id,
      name: job.id === 'post' ? null : job[locale],
      verdict: said.verdict,
      until,
      daysLeft,
      missing: missingLines(said, locale),
    }
  })
  return { id: post.id, name: post.name, position: positionName(post.position, locale), card: cardHash(post.cardToken), answers }
}
