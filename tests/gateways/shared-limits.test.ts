import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { settings } from '~/env.server'
import { isRepeated, isWithinShare } from '~/gateways/address-share.server'
import { limitOfAddress, tally } from '~/gateways/limits.server'

vi.hoisted(() => {
  process.env.MINGBAI_WORKERS = '2'
})

const rows = () => {
  const file = new Database(path.join(settings().dataFolder, 'limits.db'), { readonly: true })
  const found = file.prepare<[], { key: string; points: number }>('SELECT key, points FROM limits').all()
  file.close()
  return found
}
/** What another process counts. */
const elsewhere = (sql: string) => {
  const file = new Database(path.join(settings().dataFolder, 'limits.db'))
  file.exec(sql)
  file.close()
}

describe('what several processes count together', () => {
  it('lies in the common file, where each sees what the others counted', async () => {
    const limit = limitOfAddress('of this test', 3, 60)
    expect([await limit.admit('10.0.0.1'), await limit.look('10.0.0.1')]).toEqual([null, null])
    elsewhere(`UPDATE limits SET points = points + 2 WHERE key LIKE 'of this test%'`)
    expect(await limit.look('10.0.0.1')).toBeGreaterThan(0)
    expect(await limit.admit('10.0.0.1')).toBeGreaterThan(0)
    expect(await limit.admit('10.0.0.2')).toBeNull()
  })

  it('is counted from the first, and anew when its time is over', () => {
    const count = () => tally(() => 'a key', 60_000)
    expect([count(), count(), count()]).toEqual([1, 2, 3])
    elsewhere(`UPDATE limits SET expire = ${Date.now() - 1} WHERE key = 'a key'`)
    expect([count(), count()]).toEqual([1, 2])
  })

  it('is the share of an address and what came twice, too, and names no address', () => {
    const asks = (address: string, day = '2026-03-10') => isWithinShare(address, 'A', day, 2)
    expect([asks('10.0.0.1'), asks('10.0.0.1'), asks('10.0.0.1')]).toEqual([true, true, false])
    expect([asks('10.0.0.1', '2026-03-11'), asks('10.0.0.2')]).toEqual([true, true])
    const sends = (browser: string) => isRepeated('10.0.0.1', browser, 'one.b', '2026-03-10', Date.now(), 60_000)
    expect([sends('tablet'), sends('tablet'), sends('phone')]).toEqual([false, true, false])
    for (const { key } of rows()) expect(key).not.toMatch(/10\.0\.0|tablet|phone/)
  })
})
