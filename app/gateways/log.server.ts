import { type DestinationStream, type Logger, pino } from 'pino'
import { withoutNumbers, withoutSecrets } from '~/domain/running/without-secrets'
import { processKind } from '~/env.server'
import { currentRequest } from './request-facts.server'

const level = processKind === 'test' ? 'silent' : 'info'

/** What was given to be written, as it may be. */
function written(given: unknown): unknown {
  if (given instanceof Error) return withoutSecrets({ fault: given })
  if (typeof given === 'object' && given !== null) return withoutSecrets(given)
  return typeof given === 'string' || typeof given === 'number' ? withoutNumbers(String(given)) : given
}

/**
 * One JSON object a line. The request's id stands in each line that a request caused; it is made here or by a trusted proxy, and is
 * the only thing that is written as it came.
 */
export function makeLog(destination: DestinationStream = pino.destination(1), lowest: string = level): Logger {
  return pino(
    {
      level: lowest,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => {
        const request = currentRequest()?.id
        return request === undefined ? {} : { request }
      },
      hooks: {
        logMethod(given, method) {
          Reflect.apply(method, this, given.map(written))
        },
      },
    },
    destination,
  )
}

/** The log on standard output; personal fields and secrets never reach it. */
export const log = makeLog()
