import { beforeAll, describe, expect, it, vi } from 'vitest'
import { transact } from '~/data/transact.server'
import { countRequest } from '~/gateways/request-counts.server'
import { mayReadMetrics, metricsText } from '~/http/metrics.server'
import { emptyDatabase } from '../factories/world'

vi.hoisted(() => {
  process.env.MINGBAI_METRICS_TOKEN = 'a token of an operator'
})

const line = /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? -?[0-9.e+-]+)$/

describe('metrics', () => {
  beforeAll(async () => {
    await emptyDatabase()
    await transact((tx) => tx.suggestion.create({ data: { id: 's', at: new Date(), page: '/', text: '王小明 13800000001' } }))
  })

  it('are for whoever has the token', () => {
    expect(mayReadMetrics('Bearer a token of an operator')).toBe(true)
    for (const other of [
      undefined,
      '',
      'Bearer',
      'Bearer ',
      'Bearer a token of an operato',
      'a token of an operator',
      'Basic a token of an operator',
    ])
      expect(mayReadMetrics(other)).toBe(false)
  })

  it('are lines that Prometheus reads, and count requests by pattern and class of status', () => {
    countRequest({ route: '/C/:token', status: 404, seconds: 0.03, isWaiting: false })
    countRequest({ route: '/C/:token', status: 200, seconds: 0.003, isWaiting: false })
    countRequest({ route: '/drills/:id/entries', status: 200, seconds: 8, isWaiting: true })
    const text = metricsText()
    for (const one of text.trimEnd().split('\n')) expect(one).toMatch(line)
    expect(text).toContain('mingbai_requests_total{route="/C/:token",status="4xx"} 1')
    expect(text).toContain('mingbai_request_duration_seconds_bucket{route="/C/:token",le="0.005"} 1')
    expect(text).toContain('mingbai_request_duration_seconds_count{route="/drills/:id/entries"} 0')
    expect(text).toContain('mingbai_writing 1')
    expect(text).toMatch(/^mingbai_writes_total [1-9]/m)
    expect(text).toMatch(/^mingbai_database_bytes [1-9]/m)
    expect(text).not.toMatch(/王小明|13800000001/)
  })
})
