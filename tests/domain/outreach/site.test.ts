import { describe, expect, it } from 'vitest'
import { mostSitesAtOnce, siteNames } from '~/domain/outreach/site'
import { narrowed, siteState, sorted } from '~/domain/outreach/site-rows'

const words = { building: '号楼', staircase: '单元' }
const numbered = (fromBuilding: number, toBuilding: number, staircases: number) =>
  siteNames({ kind: 'numbered', fromBuilding, toBuilding, staircases, words })

describe('the names of places where posters hang', () => {
  it('follow the numbers of buildings and staircases', () => {
    expect(numbered(3, 4, 2)).toEqual({ kind: 'names', names: ['3号楼1单元', '3号楼2单元', '4号楼1单元', '4号楼2单元'] })
    expect(numbered(7, 7, 0)).toEqual({ kind: 'names', names: ['7号楼'] })
  })
  it.each([
    [4, 3, 1],
    [0, 3, 1],
    [1, 1000, 0],
    [1.5, 3, 1],
    [Number.NaN, 3, 1],
    [1, 3, -1],
    [1, 3, 31],
  ])('%d to %d with %d staircases is no range', (from, to, stairs) =>
    expect(numbered(from, to, stairs)).toEqual({ kind: 'fault', fault: 'range' }),
  )
  it('stop where nobody could mean it', () => {
    expect(numbered(1, 100, 5)).toMatchObject({ kind: 'names' })
    expect(numbered(1, 101, 5)).toEqual({ kind: 'fault', fault: 'tooMany' })
    const text = Array.from({ length: mostSitesAtOnce + 1 }, (_, nth) => `店${nth}`).join('\n')
    expect(siteNames({ kind: 'listed', text })).toEqual({ kind: 'fault', fault: 'tooMany' })
  })
  it('are read one a line, each once, without what cannot be seen', () => {
    expect(siteNames({ kind: 'listed', text: ' 东门\u202e宣传栏 \r\n\r\n惠民  超市\n东门宣传栏\u0000' })).toEqual({
      kind: 'names',
      names: ['东门宣传栏', '惠民 超市'],
    })
    expect(siteNames({ kind: 'listed', text: ' \n\u200b\n' })).toEqual({ kind: 'fault', fault: 'none' })
    expect(siteNames({ kind: 'listed', text: '长'.repeat(31) })).toMatchObject({ kind: 'fault', fault: 'tooLong' })
    expect(siteNames({ kind: 'listed', text: '长'.repeat(30) })).toMatchObject({ kind: 'names' })
  })
})

describe('a list of such places', () => {
  const site = (name: string, hangs: number, lastOn: string | null, opened: number) => ({
    name,
    place: '湖滨社区',
    state: siteState(hangs, lastOn),
    lastOn,
    opened,
  })
  const all = [
    site('1号楼1单元', 1, '2026-03-01', 7),
    site('1号楼2单元', 1, null, 0),
    site('2号楼1单元', 0, null, 0),
    site('2号楼2单元', 0, '2026-02-01', 3),
  ]
  it('tells what never had a poster from what was never scanned', () =>
    expect(all.map(({ state }) => state)).toEqual(['scanned', 'never', 'bare', 'scanned']))
  it('is narrowed by state and by name, in wide figures too', () => {
    expect(narrowed(all, 'never', '').map(({ name }) => name)).toEqual(['1号楼2单元'])
    expect(narrowed(all, 'all', '２号楼').map(({ name }) => name)).toEqual(['2号楼1单元', '2号楼2单元'])
    expect(narrowed(all, 'all', '湖滨 社区1号')).toHaveLength(2)
  })
  it('begins with what was scanned least, or longest ago', () => {
    expect(sorted(all, 'opened').map(({ opened }) => opened)).toEqual([0, 0, 3, 7])
    expect(sorted(all, 'last').map(({ lastOn }) => lastOn)).toEqual([null, null, '2026-02-01', '2026-03-01'])
    expect(sorted(all, 'order')).toEqual(all)
  })
})
