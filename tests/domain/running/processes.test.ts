import { describe, expect, it } from 'vitest'
import { noDurations } from '~/domain/running/durations'
import { labelledMetrics } from '~/domain/running/labelled-metrics'
import { factsTogether, type ProcessFacts } from '~/domain/running/process-facts'
import { metric } from '~/domain/running/prometheus-text'

const job = { name: 'send mail', everySeconds: 20, isBusy: false, began: null, tookMs: null, failed: null, runs: 0, failures: 0 }
const facts = (more: Partial<ProcessFacts> = {}): ProcessFacts => ({
  began: '2026-03-10T01:00:00.000Z',
  memory: 100,
  writing: null,
  door: { waiting: 1, entered: 10, longest: 5 },
  jobs: [job],
  requests: { durations: noDurations(), faults: 1, minutes: 15 },
  late: null,
  metrics: [],
  ...more,
})

describe('several processes, told as one', () => {
  it('add up what they count, and show the worst of what went badly', () => {
    const one = facts({ late: { median: 0.01, p99: 0.02, longest: 0.5 } })
    const other = facts({
      began: '2026-03-10T00:00:00.000Z',
      writing: { why: 'full', since: '2026-03-10T01:30:00.000Z' },
      door: { waiting: 0, entered: 7, longest: 9 },
      late: { median: 0.02, p99: 0.03, longest: 0.1 },
    })
    expect(factsTogether([one, other])).toMatchObject({
      began: '2026-03-10T00:00:00.000Z',
      memory: 200,
      writing: { why: 'full' },
      door: { waiting: 1, entered: 17, longest: 9 },
      requests: { faults: 2, minutes: 15 },
      late: { median: 0.02, p99: 0.03, longest: 0.5 },
    })
  })

  it('tell of a job as of the one that ran it last, and never hide a failure that stands behind one that is mended', () => {
    const stands = { at: '2026-03-10T01:05:00.000Z', why: 'no room', isMended: false }
    const mended = { at: '2026-03-10T01:10:00.000Z', why: 'no answer', isMended: true }
    const earlier = facts({ jobs: [{ ...job, began: '2026-03-10T01:05:00.000Z', tookMs: 5, runs: 2, failures: 1, failed: stands }] })
    const later = facts({ jobs: [{ ...job, began: '2026-03-10T01:10:00.000Z', tookMs: 9, runs: 3, failures: 1, failed: mended }] })
    const never = facts()
    for (const all of [
      [earlier, later, never],
      [never, later, earlier],
    ] as [ProcessFacts, ...ProcessFacts[]][])
      expect(factsTogether(all).jobs).toEqual([
        { ...job, began: '2026-03-10T01:10:00.000Z', tookMs: 9, runs: 5, failures: 2, failed: stands },
      ])
  })

  it('are counted by an operator each under its number, and each metric is explained once', () => {
    const lines = (value: number) => [
      ...metric('plain', 'gauge', 'One number.', [{ value }]),
      ...metric('split', 'counter', 'Several.', [{ labels: { route: '/m' }, value }]),
    ]
    expect(
      labelledMetrics([
        { worker: 1, lines: lines(5) },
        { worker: 4, lines: lines(6) },
      ]),
    ).toEqual([
      '# HELP plain One number.',
      '# TYPE plain gauge',
      'plain{worker="1"} 5',
      'plain{worker="4"} 6',
      '# HELP split Several.',
      '# TYPE split counter',
      'split{worker="1",route="/m"} 5',
      'split{worker="4",route="/m"} 6',
    ])
  })
})
