import { beforeAll, describe, expect, it } from 'vitest'
import { programmeCoverage } from '~/data/classes/coverage-facts.server'
import { programmeAnywhere } from '~/data/classes/programmes.server'
import type { Scope } from '~/domain/accounts/scope'
import { figuresOf } from '~/domain/classes/list-line'
import { daysBetween, parseDay } from '~/domain/shared/day'
import { makeStreet } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'
import { followedByHand, type SeenDay } from './coverage-by-days'
import { dayText, lastDay, lifeGoesOn, type RandomList, randomFrom, randomList, sectors, turnsOfLife, writeLists } from './random-lists'

const cases = Number(process.env.CASES ?? 60)
const everything = { everything: true, places: [], units: [] }
const civil = (nth: number) => {
  const day = parseDay(dayText(nth))
  if (day === null) throw new Error(dayText(nth))
  return day
}
const byLine = (one: SeenDay, other: SeenDay): number => (one.line < other.line ? -1 : 1)
const overseer = (sector: string): Scope => ({ everything: false, places: [{ path: '/county/', sectors: [sector] }], units: [] })

describe('coverage of random lists', () => {
  const lists = Array.from({ length: cases }, (_, nth) => randomList(nth))
  const met = new Set<string>()

  beforeAll(async () => {
    setClock('2026-11-23T02:00:00Z')
    await emptyDatabase()
    await makeStreet()
    await writeLists(lists)
  }, 120_000)

  async function sameAsByHand(list: RandomList, nth: number, asked: number): Promise<void> {
    const programme = await programmeAnywhere(list.id)
    if (programme === null) throw new Error(list.id)
    const lines = programmeCoverage(everything, programme, civil(asked))
    const seen = lines.map(({ member, state, verdict }): SeenDay => {
      const covered = verdict.kind === 'covered' && state !== 'left' && state !== 'gone' ? verdict : null
      return {
        ...{ line: member.id, state, person: covered?.person ?? null },
        since: covered === null ? null : daysBetween(civil(0), covered.on),
        successor: covered?.successor?.person ?? null,
      }
    })
    const wanted = followedByHand(list, asked)
    for (const { state } of wanted) met.add(state)
    expect({ list: nth, asked, seen: [...seen].sort(byLine) }).toEqual({ list: nth, asked, seen: [...wanted].sort(byLine) })
    const { listed, covered, excused, missing, gone } = figuresOf(lines)
    expect(covered + excused + missing + gone).toBe(listed)
    for (const sector of sectors) {
      const own = new Set(list.units.flatMap((unit) => (unit.sector === sector ? [unit.id] : [])))
      expect(programmeCoverage(overseer(sector), programme, civil(asked))).toEqual(lines.filter(({ unit }) => own.has(unit.id)))
    }
  }

  it(`is what a pencil comes to that follows ${cases} lists day by day`, async () => {
    for (const [nth, list] of lists.entries()) {
      const { below } = randomFrom(nth + 31)
      for (const asked of [below(lastDay), below(lastDay), below(lastDay), lastDay + 90]) await sameAsByHand(list, nth, asked)
    }
  }, 600_000)

  it('met every way in which a line can stand', () => {
    expect([...met].sort()).toEqual(['covered', 'deputy', 'excused', 'gone', 'left', 'missing', 'successor'])
  })

  it('stays so between two looks: people come and go, units close and change sector, lines leave and join, classes close anew', async () => {
    for (const [nth, list] of lists.entries())
      for (let turn = 0; turn < turnsOfLife; turn += 1) {
        await sameAsByHand(list, nth, lastDay)
        await lifeGoesOn(list, nth + turn)
        await sameAsByHand(list, nth, lastDay)
      }
  }, 600_000)
})
