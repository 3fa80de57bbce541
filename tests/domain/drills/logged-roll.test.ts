import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takingPart } from '~/domain/drills/logged'
import { type Attendance, listOf, saidToReach, writtenEntry } from '~/domain/drills/logged-roll'
import type { Entry } from '~/domain/rollcall/event'
import { rollOf } from '~/domain/rollcall/presence'

const roles = { commanders: ['boss'], marshals: [] }
const people = ['anna', 'bert', 'carl', 'dora'].map((id) => ({ id, name: id.toUpperCase() }))
const uuid = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`
const noon = Date.parse('2026-03-10T12:00:00+08:00')

function add(entries: readonly Entry[], wanted: Attendance): Entry[] {
  const said = saidToReach(wanted, entries, roles)
  const at = noon + entries.length * 1000
  return [
    ...entries,
    ...said.map((one, nth) => writtenEntry(uuid(entries.length + nth), 'server-01', entries.length + nth, 'boss', at, one)),
  ]
}
const rollNow = (wanted: Attendance, entries: readonly Entry[]) => rollOf(listOf(wanted, new Map(), '来客'), entries, roles, null)

const attendance = fc
  .record({
    states: fc.array(fc.constantFrom('there', 'away', 'off'), { minLength: 4, maxLength: 4 }),
    walkIns: fc.subarray(['送货的', '邻居']),
    guests: fc.option(fc.nat(50), { nil: null }),
  })
  .map(({ states, ...rest }): Attendance => {
    const ofState = (state: string) => people.filter((_, nth) => states[nth] === state)
    return { there: ofState('there'), away: ofState('away'), ...rest }
  })

describe('writing down afterwards who took part', () => {
  it('accounts for exactly those, after any number of corrections, with nothing in doubt', () => {
    fc.assert(
      fc.property(fc.array(attendance, { minLength: 1, maxLength: 5 }), (series) => {
        let entries: Entry[] = []
        for (const wanted of series) {
          entries = add(entries, wanted)
          const roll = rollNow(wanted, entries)
          const inState = (state: string) =>
            [...roll.people.values()].filter((one) => one.state === state && one.id !== 'guests').map(({ id }) => id)
          expect(inState('there').sort()).toEqual(wanted.there.map(({ id }) => id).sort())
          expect(inState('away').sort()).toEqual(wanted.away.map(({ id }) => id).sort())
          expect(inState('missing')).toEqual([])
          expect(roll.walkIns.map(({ name }) => name).sort()).toEqual([...wanted.walkIns].sort())
          expect(roll.people.get('guests')?.counted ?? null).toBe(wanted.guests)
          expect(roll.doubts).toEqual([])
        }
      }),
    )
  })

  it('says nothing more when nothing changed', () => {
    const wanted: Attendance = { there: people.slice(0, 2), away: people.slice(2), walkIns: ['邻居'], guests: 3 }
    expect(saidToReach(wanted, add([], wanted), roles)).toEqual([])
  })
})

describe('names typed from a sheet', () => {
  const roster = [
    { id: 'a', name: '李静', label: '李静（保洁 01）' },
    { id: 'b', name: '李静', label: '李静（保安 02）' },
    { id: 'c', name: '王强', label: '王强' },
  ]
  it('are people of the roster where they are, others stay names, each once', () => {
    expect(takingPart('王强、 王 强，送水的\n送水 的；李静（保安 02）', roster)).toEqual({
      kind: 'read',
      people: [
        { id: 'c', name: '王强' },
        { id: 'b', name: '李静' },
      ],
      others: ['送水 的'],
    })
  })
  it('ask which of two is meant', () => {
    expect(takingPart('李静', roster)).toMatchObject({ reason: 'drillrecord:refusal.severalNames', values: { name: '李静' } })
    expect(takingPart('长'.repeat(41), roster)).toMatchObject({ reason: 'drillrecord:refusal.nameTooLong' })
  })
})
