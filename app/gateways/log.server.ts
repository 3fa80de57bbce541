import { pino } from 'pino'
import { processKind } from '~/env.server'

/** Structured log on standard output; personal fields and secrets never reach it. */
export const log = pino({
  level: processKind === 'test' ? 'silent' : 'info',
  redact: { paths: ['*.password', '*.phone', '*.idNumber', '*.cookie', 'password', 'phone', 'idNumber', 'cookie'], censor: '[hidden]' },
  serializers: {
    fault: (fault: unknown) => (fault instanceof Error ? { name: fault.name, message: fault.message, stack: fault.stack } : String(fault)),
  },
})
