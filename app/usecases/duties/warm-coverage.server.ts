import { warmCoverage } from '~/data/duties/coverage-book.server'
import { civilDay } from '~/domain/shared/civil-day'
import { readClock } from '~/gateways/clock.server'
import { registerJob } from '~/gateways/jobs.server'
import { rulesNow } from './duties-now.server'

const dutiesInForce = () => rulesNow()

/** Works out the standings that supervisors' figures are read from, and keeps up with what changes while nobody asks. */
export const keepCoverage = (): Promise<void> => warmCoverage(dutiesInForce(), civilDay(readClock()))

registerJob({ name: 'keep coverage', everySeconds: 60, run: keepCoverage, everywhere: true })
