import { takeJobsLease } from '~/data/jobs-lease.server'
import { asJob } from '~/data/patience.server'
import { startJobs } from '~/gateways/jobs.server'
import { log } from '~/gateways/log.server'
import { workerNumber } from '~/gateways/siblings.server'
import { isStopping } from '~/gateways/stopping.server'

/** How soon another process goes on with what is for all, when the one that did it has ended. */
const lookEvery = 500

/**
 * Starts the jobs of this process: all where it is alone. Of several processes each tends its own memory, and whichever holds the lease
 * also does what is for all of them. The returned function begins no more and resolves when none is under way.
 */
export function startShareOfJobs(): () => Promise<void> {
  const worker = workerNumber()
  if (worker === null) return startJobs(asJob)
  const stopOwn = startJobs(asJob, 'own')
  let stopCommon = () => Promise.resolve()
  let giveBack: (() => void) | null = null
  const look = () => {
    giveBack = isStopping() ? null : takeJobsLease()
    if (giveBack === null) return
    clearInterval(looking)
    log.info({ worker }, 'this worker runs the jobs')
    stopCommon = startJobs(asJob, 'common')
  }
  const looking = setInterval(look, lookEvery)
  looking.unref()
  look()
  return async () => {
    clearInterval(looking)
    await Promise.all([stopOwn(), stopCommon()])
    giveBack?.()
  }
}
