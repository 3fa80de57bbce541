import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupName, instantInName } from '~/domain/backup/file-names'
import { toDrop } from '~/domain/backup/retention'
import { backupDue, lastNight } from '~/domain/backup/schedule'
import { civilDay } from '~/domain/shared/civil-day'
import { monthOf } from '~/domain/shared/day'

const instants = fc.uniqueArray(fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2028-01-01T00:00:00Z') }), {
  maxLength: 120,
})
const backups = instants.map((all) => all.map((at) => new Date(at)))
const staying = (all: Date[]) => {
  const going = new Set(toDrop(all))
  return all.filter((at) => !going.has(at))
}
const nightly = (from: string, nights: number) => Array.from({ length: nights }, (_, nth) => new Date(Date.parse(from) + nth * 86_400_000))

describe('which backups are kept', () => {
  it('of two years of nights: seven days, the ends of earlier weeks and of earlier months', () => {
    const days = staying(nightly('2025-01-01T18:30:00Z', 434)).map((at) => at.toISOString().slice(0, 10))
    expect(days.slice(-7)).toEqual(['04', '05', '06', '07', '08', '09', '10'].map((day) => `2026-03-${day}`))
    expect(days.slice(-9, -7)).toEqual(['2026-02-27', '2026-02-28'])
    expect(days[0]).toBe('2025-04-29')
    expect(days).toHaveLength(20)
  })

  it('of several in one day the last, by the day in Shanghai', () => {
    const day = ['2026-03-09T15:59:59Z', '2026-03-09T16:00:00Z', '2026-03-10T15:59:59Z'].map((text) => new Date(text))
    expect(toDrop(day).map((at) => at.toISOString())).toEqual(['2026-03-09T16:00:00.000Z'])
  })

  it('always the newest, never more than 23, and dropping again drops nothing', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const left = staying(all)
        if (all.length > 0) expect(left).toContainEqual(new Date(Math.max(...all.map(Number))))
        expect(left.length).toBeLessThanOrEqual(23)
        expect(toDrop(left)).toEqual([])
      }),
    )
  })

  it('the last of each of the newest seven days and twelve months that have one; the order given does not matter', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const left = staying(all)
        for (const [periodOf, most] of [
          [civilDay, 7],
          [(at: Date) => monthOf(civilDay(at)), 12],
        ] as const) {
          const newest = [...new Set(all.map(periodOf))].sort((a, b) => b - a).slice(0, most)
          for (const period of newest) {
            const lastOfIt = Math.max(...all.filter((at) => periodOf(at) === period).map(Number))
            expect(left.map(Number)).toContain(lastOfIt)
          }
        }
        expect(new Set(staying(all.toReversed()))).toEqual(new Set(left))
      }),
    )
  })
})

describe('when the daily backup is due', () => {
  const began = new Date('2026-01-01T00:00:00Z')
  const night = new Date('2026-03-09T18:30:00Z')
  const before = new Date('2026-03-09T18:29:59.999Z')

  it('at 02:30 in Shanghai, not a moment before', () => {
    expect(lastNight(before)).toEqual(new Date('2026-03-08T18:30:00Z'))
    expect(lastNight(night)).toEqual(night)
    const newest = new Date('2026-03-08T18:30:00Z')
    expect([before, night].map((now) => backupDue(now, { newest, began, tried: newest }))).toEqual([false, true])
  })

  it('not before the first night of a new installation', () => {
    const fresh = { newest: null, began: new Date('2026-03-09T12:00:00Z'), tried: null }
    expect([before, night].map((now) => backupDue(now, fresh))).toEqual([false, true])
  })

  it('again an hour after one that failed', () => {
    const facts = { newest: null, began, tried: night }
    const minutes = (count: number) => new Date(night.getTime() + count * 60_000)
    expect([1, 59, 60].map((count) => backupDue(minutes(count), facts))).toEqual([false, false, true])
  })
})

it('names a backup by its instant and reads no other name', () => {
  const at = new Date('2026-03-10T18:30:00.123Z')
  expect(backupName(at)).toBe('mingbai-20260310T183000123Z.backup')
  expect(instantInName(backupName(at))).toEqual(at)
  for (const name of [
    '',
    'outcome.json',
    `${backupName(at)}.part`,
    'mingbai-20261310T183000123Z.backup',
    '../mingbai-20260310T183000123Z.backup',
  ])
    expect(instantInName(name)).toBeNull()
})
