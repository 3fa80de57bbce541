import { createHash, timingSafeEqual } from 'node:crypto'
import { databaseBytes } from '~/data/db.server'
import { doorFacts } from '~/data/door.server'
import { lastChainCheck } from '~/data/duties/chain-checks.server'
import { mailFacts } from '~/data/notices/mail-facts.server'
import { refusedWrites, writeTrouble } from '~/data/write-state.server'
import { labelledMetrics } from '~/domain/running/labelled-metrics'
import { processFacts } from '~/domain/running/process-facts'
import { histogram, metric, type Sample } from '~/domain/running/prometheus-text'
import { settings } from '~/env.server'
import { backupFiles, readOutcome } from '~/gateways/backup-folder.server'
import { readClock } from '~/gateways/clock.server'
import { diskSpace } from '~/gateways/disk-space.server'
import { eventLoopLateness } from '~/gateways/event-loop.server'
import { jobStates } from '~/gateways/jobs.server'
import { processBegan, requestsByRoute } from '~/gateways/request-counts.server'
import { askSiblings } from '~/gateways/siblings.server'
import { installedVersion } from '~/gateways/version.server'
import { health } from './health.server'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** May this `Authorization` header read the metrics? Takes the same time for every wrong one; nobody may where no token is set. */
export function mayReadMetrics(authorization: string | undefined): boolean {
  const { metricsToken } = settings()
  const isSame = timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${metricsToken ?? ''}`))
  return metricsToken !== null && isSame
}

const one = (value: number): Sample[] => [{ value }]
const orNone = (value: number | null | undefined): Sample[] => (value === null || value === undefined ? [] : one(value))
const yes = (is: boolean): Sample[] => one(is ? 1 : 0)
const secondsOf = (at: Date): number => at.getTime() / 1000

function ofProcess(): string[] {
  const { rss, heapUsed, external } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const late = eventLoopLateness()
  return [
    ...metric('mingbai_healthy', 'gauge', '1 while /healthz says ok.', yes(health().ok)),
    ...metric('process_start_time_seconds', 'gauge', 'When this process began.', one(secondsOf(processBegan()))),
    ...metric('process_cpu_seconds_total', 'counter', 'Processor time used.', one((user + system) / 1e6)),
    ...metric('process_resident_memory_bytes', 'gauge', 'Memory held.', one(rss)),
    ...metric('nodejs_heap_used_bytes', 'gauge', 'Memory used by the heap.', one(heapUsed)),
    ...metric('nodejs_external_memory_bytes', 'gauge', 'Memory used outside of the heap.', one(external)),
    ...metric(
      'mingbai_event_loop_late_seconds',
      'gauge',
      'How late the process came to what was due, last whole minute.',
      late === null
        ? []
        : [
            { labels: { quantile: '0.5' }, value: late.median },
            { labels: { quantile: '0.99' }, value: late.p99 },
            { labels: { quantile: '1' }, value: late.longest },
          ],
    ),
  ]
}

function ofRequests(): string[] {
  const routes = [...requestsByRoute()]
  return [
    ...metric(
      'mingbai_requests_total',
      'counter',
      'Requests answered, by pattern of the route and class of status; 4xx holds those whose asker left.',
      routes.flatMap(([route, { byClass }]) => [...byClass].map(([status, value]) => ({ labels: { route, status }, value }))),
    ),
    ...histogram(
      'mingbai_request_duration_seconds',
      'Time to answer, without requests that wait for something to happen.',
      routes.map(([route, { durations }]) => ({ labels: { route }, durations })),
    ),
  ]
}

function ofWriting(): string[] {
  const door = doorFacts()
  return [
    ...metric('mingbai_writes_waiting', 'gauge', 'Writes before the one door.', one(door.waiting)),
    ...metric('mingbai_writes_total', 'counter', 'Writes that came in.', one(door.entered)),
    ...metric('mingbai_write_wait_seconds_total', 'counter', 'Time they waited.', one(door.milliseconds / 1000)),
    ...metric('mingbai_write_wait_longest_seconds', 'gauge', 'The longest wait since the start.', one(door.longest / 1000)),
    ...metric(
      'mingbai_writes_refused_total',
      'counter',
      'Writes that the database did not take.',
      Object.entries(refusedWrites()).map(([why, value]) => ({ labels: { why }, value })),
    ),
    ...metric('mingbai_writing', 'gauge', '0 while nothing can be written.', yes(writeTrouble() === null)),
  ]
}

function ofJobs(): string[] {
  const states = jobStates()
  const each = (value: (state: (typeof states)[number]) => number | null): Sample[] =>
    states.flatMap((state) => orNone(value(state)).map((sample) => ({ ...sample, labels: { job: state.name } })))
  return [
    ...metric('mingbai_jobs_running', 'gauge', 'Jobs under way.', one(states.filter(({ isBusy }) => isBusy).length)),
    ...metric(
      'mingbai_job_runs_total',
      'counter',
      'Runs of a job.',
      each(({ runs }) => runs),
    ),
    ...metric(
      'mingbai_job_failures_total',
      'counter',
      'Runs that failed.',
      each(({ failures }) => failures),
    ),
    ...metric(
      'mingbai_job_last_run_timestamp_seconds',
      'gauge',
      'When a job last began.',
      each(({ began }) => began && secondsOf(began)),
    ),
    ...metric(
      'mingbai_job_last_run_seconds',
      'gauge',
      'How long its last run took.',
      each(({ tookMs }) => (tookMs === null ? null : tookMs / 1000)),
    ),
  ]
}

/** What there is once, however many processes serve. */
function ofInstallation(): string[] {
  const { main, wal } = databaseBytes()
  const [newest] = backupFiles()
  const outcome = readOutcome()
  const chain = lastChainCheck()
  const mail = mailFacts()
  const waited = mail.oldest && (readClock().getTime() - mail.oldest.getTime()) / 1000
  const age = newest && (readClock().getTime() - newest.at.getTime()) / 1000
  return [
    ...metric('mingbai_info', 'gauge', 'Version of this installation.', [{ labels: { version: installedVersion().version }, value: 1 }]),
    ...metric('mingbai_database_bytes', 'gauge', 'Size of the database.', one(main)),
    ...metric('mingbai_database_wal_bytes', 'gauge', 'Size of its side file.', one(wal)),
    ...metric('mingbai_disk_free_bytes', 'gauge', 'Room on the disk of the data.', orNone(diskSpace()?.free)),
    ...metric('mingbai_mail_waiting', 'gauge', 'Letters not handed over yet.', one(mail.waiting)),
    ...metric('mingbai_mail_oldest_waiting_seconds', 'gauge', 'How long the oldest of them has waited.', orNone(waited)),
    ...metric('mingbai_backup_age_seconds', 'gauge', 'Age of the newest backup.', orNone(age)),
    ...metric('mingbai_backup_bytes', 'gauge', 'Its size.', orNone(newest?.bytes)),
    ...metric('mingbai_backup_last_ok', 'gauge', '1 where the last attempt succeeded.', outcome === null ? [] : yes(outcome.ok)),
    ...metric(
      'mingbai_evidence_chain_ok',
      'gauge',
      '1 where the evidence chains fitted when last verified.',
      chain === null ? [] : yes(chain.ok),
    ),
    ...metric('mingbai_evidence_entries', 'gauge', 'Entries then.', orNone(chain?.entries)),
    ...metric(
      'mingbai_evidence_verified_timestamp_seconds',
      'gauge',
      'When they were last verified.',
      orNone(chain && secondsOf(new Date(chain.at))),
    ),
  ]
}

/** What this process counts, as lines. Nothing in it speaks of a person, a unit or an address that was opened. */
export const processMetrics = (): string[] => [...ofProcess(), ...ofRequests(), ...ofWriting(), ...ofJobs()]

const textOf = (lines: readonly string[]): string => `${[...lines, ...ofInstallation()].join('\n')}\n`

/** Everything an operator's Prometheus asks for where one process serves, as its text. */
export const metricsText = (): string => textOf(processMetrics())

/** The same of all processes that serve, each under its number. */
export async function metricsOfAll(): Promise<string> {
  const all = await askSiblings()
  if (all === null) return metricsText()
  return textOf(labelledMetrics(all.map(({ worker, text }) => ({ worker, lines: processFacts.parse(JSON.parse(text)).metrics }))))
}
