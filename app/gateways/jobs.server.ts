import { log } from './log.server'

type Job = { name: string; everySeconds: number; run: () => Promise<unknown> }

const jobs: Job[] = []

/** Names a job that runs at start and then regularly, never beside itself. */
export const registerJob = (job: Job): void => void jobs.push(job)

/** Starts the registered jobs; the returned function stops them. */
export function startJobs(): () => void {
  const timers = jobs.map((job) => {
    let busy = false
    const run = async () => {
      if (busy) return
      busy = true
      await job.run().catch((fault: unknown) => log.error({ fault, job: job.name }, 'a job failed'))
      busy = false
    }
    setTimeout(run, 50).unref()
    const timer = setInterval(run, job.everySeconds * 1000)
    timer.unref()
    return timer
  })
  return () => timers.forEach(clearInterval)
}
