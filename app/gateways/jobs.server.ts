import { withoutNumbers } from '~/domain/running/without-secrets'
import { log } from './log.server'

type Job = {
  name: string
  everySeconds: number
  run: () => Promise<unknown>
  /** Runs in every process that serves, because it tends what that process keeps in memory. The others run in one of them. */
  everywhere?: true
}

/** What became of a job since this process began. */
export type JobState = {
  name: string
  everySeconds: number
  isBusy: boolean
  /** When it last began, and how long the last run took; null before the first. */
  began: Date | null
  tookMs: number | null
  /** The last failure, and whether the run after it went well. */
  failed: { at: Date; why: string; isMended: boolean } | null
  runs: number
  failures: number
}

const jobs: { job: Job; state: JobState }[] = []

/** Names a job that runs at start and then regularly, never beside itself. */
export function registerJob(job: Job): void {
  const { name, everySeconds } = job
  jobs.push({ job, state: { name, everySeconds, isBusy: false, began: null, tookMs: null, failed: null, runs: 0, failures: 0 } })
}

/** The jobs of this process in order of name. */
export const jobStates = (): readonly JobState[] => jobs.map(({ state }) => state).sort((a, b) => (a.name < b.name ? -1 : 1))

const mostWords = 300
const wordsOf = (fault: unknown): string => withoutNumbers((fault instanceof Error ? fault.message : String(fault)).slice(0, mostWords))

async function runOnce({ job, state }: (typeof jobs)[number]): Promise<void> {
  const began = performance.now()
  state.isBusy = true
  state.began = new Date()
  state.runs += 1
  try {
    await job.run()
    if (state.failed !== null) state.failed.isMended = true
  } catch (fault) {
    state.failures += 1
    state.failed = { at: new Date(), why: wordsOf(fault), isMended: false }
    log.error({ fault, job: job.name }, 'a job failed')
  } finally {
    state.isBusy = false
    state.tookMs = Math.round(performance.now() - began)
  }
}

type Around = (run: () => Promise<void>) => Promise<void>

/** Milliseconds before the first job, and from one job's first run to the next one's: who waits for a server that has just begun comes first. */
const restBeforeFirst = 2_000
const restBetweenFirst = 100

/** Which jobs a process starts: all where it is alone; of several each tends its own memory, and one runs what is for all. */
export type JobShare = 'all' | 'own' | 'common'

const isIn = (share: JobShare, job: Job): boolean => share === 'all' || (job.everywhere === true) === (share === 'own')

/** Starts the registered jobs, each inside `around`; the returned function begins no more of them and resolves when none is under way. */
export function startJobs(around: Around = (run) => run(), share: JobShare = 'all'): () => Promise<void> {
  const mine = jobs.filter(({ job }) => isIn(share, job))
  const underWay = new Set<Promise<void>>()
  const timers = new Set<NodeJS.Timeout>()
  const begin = (nth: number) => {
    const one = mine[nth]
    if (one === undefined) return
    const run = () => {
      if (one.state.isBusy) return
      const running = around(() => runOnce(one)).finally(() => underWay.delete(running))
      underWay.add(running)
    }
    timers.add(setInterval(run, one.job.everySeconds * 1000).unref())
    timers.add(setTimeout(begin, restBetweenFirst, nth + 1).unref())
    run()
  }
  timers.add(setTimeout(begin, restBeforeFirst, 0).unref())
  return async () => {
    timers.forEach(clearInterval)
    await Promise.all(underWay)
  }
}
