import fs from 'node:fs'
import path from 'node:path'
import { type JobRule, jobDuty } from '../domain/duties/job-fitness'
import type { Day } from '../domain/shared/day'
import { NotFound } from '../domain/shared/faults'
import { catalogue } from './catalogue.server'
import type { CatalogueDuty } from './duties.server'
import { type JobText, jobs } from './jobs-schema'
import { type Report, readYaml } from './read-file.server'

/** Reads content/jobs.yaml in its order; what a job asks for must be a duty of the catalogue, and its licences some of that duty's. */
export function loadJobs(root: string, duties: ReadonlyMap<string, CatalogueDuty>, report: Report): ReadonlyMap<string, JobText> {
  const file = path.join(root, 'jobs.yaml')
  if (!fs.existsSync(file)) return new Map()
  const read = readYaml(file, jobs, report) ?? []
  for (const { id, asks } of read)
    for (const { duty, counts = [] } of asks) {
      const topics = duties.get(duty)?.rule.counts.map(({ topic }) => topic)
      if (topics === undefined) report({ file, line: 1, message: `${id}: there is no duty ${duty}` })
      for (const topic of counts)
        if (topics?.includes(topic) === false) report({ file, line: 1, message: `${id}: ${duty} does not count ${topic}` })
    }
  return new Map(read.map((job) => [job.id, job]))
}

/** Every job, in the order in which they are offered. */
export const allJobs = (): JobText[] => [...catalogue().jobs.values()]

/** One job's words; not found where there is none. */
export function getJob(id: string): JobText {
  const found = catalogue().jobs.get(id)
  if (!found) throw new NotFound()
  return found
}

/**
 * A job's rule on a day, by the rules of these jurisdictions where one of them has its own. Throws NotFound for an unknown job.
 */
export function jobRule(id: string, on: Day, jurisdictions: readonly string[] = []): JobRule {
  const asks = getJob(id).asks.flatMap(({ duty, counts, near, local = [] }) => {
    const rule = catalogue().duties.get(duty)?.rule
    if (rule === undefined) return []
    const own = local.find((rule) => jurisdictions.includes(rule.jurisdiction) && rule.from <= on && (rule.to === null || on <= rule.to))
    const asked = jobDuty(rule, own?.counts ?? counts ?? null)
    const topics = asked.counts.map(({ topic }) => topic)
    const lowest = own?.lowest ?? near.lowest ?? null
    return [{ duty: asked, asked: { topics, kinds: near.kinds, direction: near.direction ?? null, lowest } }]
  })
  return {
    id,
    duties: asks.map(({ duty }) => duty),
    licences: asks.map(({ duty, asked }) => ({ dutyId: duty.id, asked })),
  }
}
