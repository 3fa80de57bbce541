import fs from 'node:fs'
import path from 'node:path'
import type { LicenceAsked } from '../domain/credentials/licence-gap'
import type { Duty } from '../domain/duties/facts'
import { type JobRule, jobDuty } from '../domain/duties/job-fitness'
import type { Day } from '../domain/shared/day'
import { NotFound } from '../domain/shared/faults'
import { catalogue } from './catalogue.server'
import type { CatalogueDuty } from './duties.server'
import { type JobText, jobs } from './jobs-schema'
import { type Report, readYaml } from './read-file.server'

export type LoadedJobs = { keepers: readonly string[]; byId: ReadonlyMap<string, JobText> }

/** Reads content/jobs.yaml in its order; what a job asks for must be a duty of the catalogue, and its licences some of that duty's. */
export function loadJobs(root: string, duties: ReadonlyMap<string, CatalogueDuty>, report: Report): LoadedJobs {
  const file = path.join(root, 'jobs.yaml')
  const read = fs.existsSync(file) ? readYaml(file, jobs, report) : null
  for (const { id, asks } of read?.jobs ?? [])
    for (const { duty, counts = [] } of asks) {
      const topics = duties.get(duty)?.rule.counts.map(({ topic }) => topic)
      if (topics === undefined) report({ file, line: 1, message: `${id}: there is no duty ${duty}` })
      for (const topic of counts)
        if (topics?.includes(topic) === false) report({ file, line: 1, message: `${id}: ${duty} does not count ${topic}` })
    }
  return { keepers: read?.keepers ?? [], byId: new Map((read?.jobs ?? []).map((job) => [job.id, job])) }
}

/** Every job, in the order in which they are offered. */
export const allJobs = (): JobText[] => [...catalogue().jobs.byId.values()]

/** The jobs that holders of a position are asked to do first of all: the post itself, and what only they do. */
export const jobsOfPosition = (position: string): JobText[] =>
  allJobs().filter(({ id, positions }) => id === 'post' || positions.includes(position))

/** Positions whose holders ask at the gate of their own unit by name. */
export const gateKeepers = (): readonly string[] => catalogue().jobs.keepers

/** One job's words; not found where there is none. */
export function getJob(id: string): JobText {
  const found = catalogue().jobs.byId.get(id)
  if (!found) throw new NotFound()
  return found
}

type Asked = JobText['asks'][number]
type Local = NonNullable<Asked['local']>[number]

const catalogueRule = (duty: string) => catalogue().duties.get(duty)?.rule

const isInForce = ({ from, to }: Local, on: Day): boolean => from <= on && (to === null || on <= to)

function licenceAsked({ near }: Asked, { counts }: Pick<Duty, 'counts'>, own: Local | undefined): LicenceAsked {
  const topics = counts.map(({ topic }) => topic)
  return { topics, kinds: near.kinds, direction: near.direction ?? null, lowest: own?.lowest ?? near.lowest ?? null }
}

/** What the catalogue's own duties ask of licences, to say why a post's licence does not answer. */
function ownLicences(): JobRule['ofPosts'] {
  const known = new Map<string, LicenceAsked>()
  for (const asked of allJobs().flatMap(({ asks }) => asks)) {
    const rule = catalogueRule(asked.duty)
    if (rule !== undefined && !known.has(asked.duty)) known.set(asked.duty, licenceAsked(asked, rule, undefined))
  }
  return [...known].map(([dutyId, asked]) => ({ dutyId, asked }))
}

/**
 * A job's rule on a day, by the rules of these jurisdictions where one of them has its own. Throws NotFound for an unknown job.
 */
export function jobRule(id: string, on: Day, jurisdictions: readonly string[] = []): JobRule {
  const asks = getJob(id).asks.flatMap((asked) => {
    const rule = catalogueRule(asked.duty)
    if (rule === undefined) return []
    const own = asked.local?.find((local) => jurisdictions.includes(local.jurisdiction) && isInForce(local, on))
    const duty = jobDuty(rule, own?.counts ?? asked.counts ?? null)
    return [{ duty, asked: licenceAsked(asked, duty, own) }]
  })
  return {
    id,
    duties: asks.map(({ duty }) => duty),
    licences: asks.map(({ duty, asked }) => ({ dutyId: duty.id, asked })),
    ofPosts: ownLicences(),
  }
}
