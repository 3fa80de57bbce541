import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDuration, howMany, noDurations, together, withinSeconds } from '~/domain/running/durations'
import { histogram, metric } from '~/domain/running/prometheus-text'
import { sentRequestId } from '~/domain/running/request-id'
import { patternFinder, patternsOf } from '~/domain/running/route-patterns'
import { isTight } from '~/domain/running/storage'

const routes = patternsOf([
  { id: 'root', path: '' },
  { id: 'index', parentId: 'root' },
  { id: 'c', parentId: 'root', path: 'C/:token' },
  { id: 'c-index', parentId: 'root', path: 'C/' },
  { id: 'q', parentId: 'root', path: 'Q/*' },
  { id: 'units', parentId: 'root', path: 'units/:unitId' },
  { id: 'drills', parentId: 'units', path: 'drills' },
  { id: 'new', parentId: 'root', path: 'units/new' },
])
const routeOf = patternFinder([...routes, '/assets/*'])

describe('the pattern of an address', () => {
  it.each([
    ['/', '/'],
    ['/?next=/C/abc', '/'],
    ['/C/k7wq-secret', '/C/:token'],
    ['/c/K7WQ', '/C/:token'],
    ['/C', '/C'],
    ['/Q/ABCD/large', '/Q/*'],
    ['/units/new', '/units/new'],
    ['/units/u1', '/units/:unitId'],
    ['/units/new/drills?x=13800000001', '/units/:unitId/drills'],
    ['/units/u1/other', 'other'],
    ['/wp-login.php', 'other'],
    ['/assets/entry-abc.js', '/assets/*'],
    [`/${'a/'.repeat(500)}`, 'other'],
  ])('%s is %s', (address, pattern) => {
    expect(routeOf(address)).toBe(pattern)
  })

  it('is always one of a known few, whatever is asked for', () => {
    const known = [...routes, '/assets/*', 'other']
    fc.assert(fc.property(fc.webPath(), (path) => known.includes(routeOf(path))))
  })
})

describe('durations', () => {
  it('say within which time a share was answered', () => {
    const some = noDurations()
    expect(withinSeconds(some, 0.5)).toBeNull()
    for (const seconds of [0.004, 0.005, 0.02, 0.2, 30]) addDuration(some, seconds)
    expect([howMany(some), withinSeconds(some, 0.4), withinSeconds(some, 0.5), withinSeconds(some, 0.95)]).toEqual([
      5,
      0.005,
      0.025,
      Number.POSITIVE_INFINITY,
    ])
    expect(howMany(together([some, some]))).toBe(10)
  })
})

describe('the text of metrics', () => {
  it('is what Prometheus reads', () => {
    const durations = noDurations()
    addDuration(durations, 0.02)
    addDuration(durations, 60)
    const text = histogram('wait', 'Waits.', [{ labels: { route: '/a"b\\\n' }, durations }])
    expect(text[0]).toBe('# HELP wait Waits.')
    expect(text).toContain('wait_bucket{route="/a\\"b\\\\\\n",le="0.01"} 0')
    expect(text).toContain('wait_bucket{route="/a\\"b\\\\\\n",le="0.025"} 1')
    expect(text).toContain('wait_bucket{route="/a\\"b\\\\\\n",le="+Inf"} 2')
    expect(text.at(-1)).toBe('wait_count{route="/a\\"b\\\\\\n"} 2')
    expect(metric('one', 'gauge', 'One.', [{ value: 1 }])).toEqual(['# HELP one One.', '# TYPE one gauge', 'one 1'])
    expect(metric('none', 'gauge', 'None.', [])).toEqual([])
  })
})

describe('the id of a request', () => {
  it('is taken from a proxy only in the shapes that proxies give', () => {
    expect(sentRequestId('0F8FAD5BD9CB469FA16570867728950E')).toBe('0f8fad5bd9cb469fa16570867728950e')
    expect(sentRequestId('0f8fad5b-d9cb-469f-a165-70867728950e')).toBe('0f8fad5b-d9cb-469f-a165-70867728950e')
    for (const other of [undefined, '', '13800000001', 'x'.repeat(32), `${'a'.repeat(32)}\n`, 'a'.repeat(33)])
      expect(sentRequestId(other)).toBeNull()
  })
})

describe('a disk is tight', () => {
  it.each([
    [1024 ** 3, 0, false],
    [1024 ** 3 - 1, 0, true],
    [4 * 1024 ** 3, 1024 ** 3, false],
    [4 * 1024 ** 3 - 1, 1024 ** 3, true],
  ])('%d bytes free beside a database of %d: %s', (free, database, tight) => {
    expect(isTight(free, database)).toBe(tight)
  })
})
