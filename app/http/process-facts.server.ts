import { doorFacts } from '~/data/door.server'
import { writeTrouble } from '~/data/write-state.server'
import { type ProcessFacts, processFacts } from '~/domain/running/process-facts'
import { eventLoopLateness } from '~/gateways/event-loop.server'
import { type JobState, jobStates } from '~/gateways/jobs.server'
import { lately, processBegan } from '~/gateways/request-counts.server'
import { askSiblings } from '~/gateways/siblings.server'
import { processMetrics } from './metrics.server'

const ofJob = ({ began, failed, ...state }: JobState) => ({
  ...state,
  began: began?.toISOString() ?? null,
  failed: failed && { ...failed, at: failed.at.toISOString() },
})

function ownFacts(): Omit<ProcessFacts, 'metrics'> {
  const trouble = writeTrouble()
  const { waiting, entered, longest } = doorFacts()
  return {
    began: processBegan().toISOString(),
    memory: process.memoryUsage.rss(),
    writing: trouble && { why: trouble.why, since: trouble.since.toISOString() },
    door: { waiting, entered, longest: Math.round(longest) },
    jobs: jobStates().map(ofJob),
    requests: lately(),
    late: eventLoopLateness(),
  }
}

/** What this process says about itself when another one asks. */
export const ownFactsText = (): string => JSON.stringify({ ...ownFacts(), metrics: processMetrics() } satisfies ProcessFacts)

/** What every process that serves says about itself; this one alone where there is no other. */
export async function factsOfAll(): Promise<[Omit<ProcessFacts, 'metrics'>, ...Omit<ProcessFacts, 'metrics'>[]]> {
  const [first, ...others] = (await askSiblings()) ?? []
  const read = ({ text }: { text: string }) => processFacts.parse(JSON.parse(text))
  return first === undefined ? [ownFacts()] : [read(first), ...others.map(read)]
}
