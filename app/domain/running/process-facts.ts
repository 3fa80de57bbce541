import { z } from 'zod'
import { together } from './durations'

const job = z.object({
  name: z.string(),
  everySeconds: z.number(),
  isBusy: z.boolean(),
  began: z.string().nullable(),
  tookMs: z.number().nullable(),
  failed: z.object({ at: z.string(), why: z.string(), isMended: z.boolean() }).nullable(),
  runs: z.number(),
  failures: z.number(),
})
type Job = z.output<typeof job>

/** What one of the processes that serve says about itself. Instants are ISO text, `metrics` lines in the text format of Prometheus. */
export const processFacts = z.object({
  began: z.string(),
  memory: z.number(),
  writing: z.object({ why: z.enum(['busy', 'full', 'readOnly', 'disk']), since: z.string() }).nullable(),
  door: z.object({ waiting: z.number(), entered: z.number(), longest: z.number() }),
  jobs: z.array(job),
  requests: z.object({
    durations: z.object({ counts: z.array(z.number()), sum: z.number() }),
    faults: z.number(),
    minutes: z.number(),
  }),
  late: z.object({ median: z.number(), p99: z.number(), longest: z.number() }).nullable(),
  metrics: z.array(z.string()),
})
export type ProcessFacts = z.output<typeof processFacts>
type Facts = Omit<ProcessFacts, 'metrics'>

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** The run that began last says how long it took; a failure that is not mended is never hidden behind one that is. */
function jobTogether(one: Job, other: Job): Job {
  const [earlier, later] = (one.began ?? '') <= (other.began ?? '') ? [one, other] : [other, one]
  const failed = [later.failed, earlier.failed].flatMap((found) => (found === null ? [] : [found]))
  return {
    ...later,
    isBusy: one.isBusy || other.isBusy,
    tookMs: later.tookMs ?? earlier.tookMs,
    failed: failed.find(({ isMended }) => !isMended) ?? failed[0] ?? null,
    runs: one.runs + other.runs,
    failures: one.failures + other.failures,
  }
}

function jobsTogether(lists: readonly (readonly Job[])[]): Job[] {
  const byName = new Map<string, Job>()
  for (const found of lists.flat()) {
    const known = byName.get(found.name)
    byName.set(found.name, known === undefined ? found : jobTogether(known, found))
  }
  return [...byName.values()]
}

/** Several processes as one: the earliest start, sums of what is counted, the longest wait, the latest of whoever came late. */
export function factsTogether([first, ...others]: readonly [Facts, ...Facts[]]): Facts {
  const all = [first, ...others]
  const late = all.flatMap((one) => (one.late === null ? [] : [one.late]))
  const worst = (of: 'median' | 'p99' | 'longest'): number => Math.max(...late.map((one) => one[of]))
  return {
    began: all.map(({ began }) => began).sort()[0] ?? first.began,
    memory: sumOf(all.map(({ memory }) => memory)),
    writing: all.find(({ writing }) => writing !== null)?.writing ?? null,
    door: {
      waiting: sumOf(all.map(({ door }) => door.waiting)),
      entered: sumOf(all.map(({ door }) => door.entered)),
      longest: Math.max(...all.map(({ door }) => door.longest)),
    },
    jobs: jobsTogether(all.map(({ jobs }) => jobs)),
    requests: {
      durations: together(all.map(({ requests }) => requests.durations)),
      faults: sumOf(all.map(({ requests }) => requests.faults)),
      minutes: first.requests.minutes,
    },
    late: late.length === 0 ? null : { median: worst('median'), p99: worst('p99'), longest: worst('longest') },
  }
}
