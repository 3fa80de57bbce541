import { describe, expect, it } from 'vitest'
import { kindsBelow, pathBelow, placeTree } from '~/domain/org/place-tree'

const kinds = ['province', 'city', 'county', 'street', 'community', 'grid']

describe('where a place may lie', () => {
  it('lets the first place be the county and nothing else', () => {
    expect(kindsBelow(kinds, null)).toEqual(['county'])
  })
  it('lets only lower kinds lie below', () => {
    expect(kindsBelow(kinds, 'county')).toEqual(['street', 'community', 'grid'])
    expect(kindsBelow(kinds, 'community')).toEqual(['grid'])
    expect(kindsBelow(kinds, 'grid')).toEqual([])
    expect(kindsBelow(kinds, 'moon')).toEqual([])
  })
  it('gives each place a path that no neighbour shares, even where one id begins like another', () => {
    const county = pathBelow(null, 'c')
    expect(county).toBe('/c/')
    expect(pathBelow(county, 's11').startsWith(pathBelow(county, 's1'))).toBe(false)
  })
})

describe('the tree on the page', () => {
  it('shows each place after its parent, siblings by name and number, with the way to it', () => {
    const rows = [
      { id: 'g10', kind: 'grid', name: '第10网格', parentId: 's' },
      { id: 'g2', kind: 'grid', name: '第2网格', parentId: 's' },
      { id: 's', kind: 'street', name: '东街道', parentId: 'c' },
      { id: 'c', kind: 'county', name: '青禾县', parentId: null },
    ]
    expect(placeTree(rows).map(({ id, depth, fullName }) => [id, depth, fullName])).toEqual([
      ['c', 0, '青禾县'],
      ['s', 1, '东街道'],
      ['g2', 2, '东街道 第2网格'],
      ['g10', 2, '东街道 第10网格'],
    ])
  })
})
