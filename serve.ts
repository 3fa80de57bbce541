import cluster from 'node:cluster'
import { runWorkers } from './serve-workers'

/** A wrong number is told, like every other wrong setting, by the process that reads them all. */
const asked = /^(?:[2-9]|[1-5]\d|6[0-4])$/.exec(process.env.MINGBAI_WORKERS ?? '')

if (cluster.isPrimary && asked !== null) runWorkers(Number(asked[0]))
else await import('./server')
