import { describe, expect, it } from 'vitest'
import { nextCase } from '~/domain/learn/next-case'
import { addDays, type Day, parseDay } from '~/domain/shared/day'

const first = parseDay('2024-01-01')
if (first === null) throw new Error('no such day')
const begin: Day = first
const one = (slug: string, at: number, ...traits: string[]) => ({ slug, on: addDays(begin, at), traits })
const cases = [one('kitchen', 30, 'restaurant'), one('mall', 20, 'market', 'complex'), one('home', 10, 'eldercare'), one('any', 5)]
const shows = (traits: string[], ...shown: string[]) => nextCase(cases, new Set(shown), new Set(traits))?.slug

describe('the case of a refresher', () => {
  it('is the newest that fits the kind of unit', () => {
    expect(shows(['eldercare', 'key-unit'])).toBe('home')
    expect(shows(['complex', 'restaurant'])).toBe('kitchen')
  })

  it('is one that speaks to everybody where none is for this kind', () => {
    expect(shows(['museum'])).toBe('any')
  })

  it('is never shown twice while there is another, the newest first', () => {
    expect(shows(['eldercare'], 'home')).toBe('any')
    expect(shows(['eldercare'], 'home', 'any')).toBe('kitchen')
    expect(shows(['eldercare'], 'home', 'any', 'kitchen')).toBe('mall')
  })

  it('begins again with the newest that fits when all were shown', () => {
    expect(shows(['eldercare'], 'home', 'any', 'kitchen', 'mall')).toBe('home')
  })

  it('is nothing where there are none', () => {
    expect(nextCase([], new Set(), new Set())).toBeNull()
  })
})
