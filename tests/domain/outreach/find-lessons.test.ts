import { describe, expect, it } from 'vitest'
import { bySeasonThenSkill, inSeason } from '~/domain/outreach/find-lessons'

const skills = ['prevent', 'escape', 'fight'] as const
const lessons = [
  { slug: 'stove', skill: 'prevent', months: [10, 11, 12, 1] },
  { slug: 'door', skill: 'escape' },
  { slug: 'call', skill: 'fight', months: [11] },
  { slug: 'pan', skill: 'fight' },
]
const slugs = (found: readonly { slug: string }[]) => found.map(({ slug }) => slug)

describe('the tips of a month', () => {
  it('begin with what belongs to this month alone', () => {
    expect(slugs(inSeason(lessons, 11))).toEqual(['call', 'stove'])
    expect(slugs(inSeason(lessons, 12))).toEqual(['stove'])
    expect(inSeason(lessons, 7)).toEqual([])
  })

  it('come first, then the others by what they teach, each once and no group empty', () => {
    const { season, groups } = bySeasonThenSkill(lessons, 11, skills)
    expect(slugs(season)).toEqual(['call', 'stove'])
    expect(groups.map(({ skill, lessons: of }) => [skill, slugs(of)])).toEqual([
      ['escape', ['door']],
      ['fight', ['pan']],
    ])
  })

  it('leave the list whole where the month brings nothing', () => {
    const { season, groups } = bySeasonThenSkill(lessons, 7, skills)
    expect(season).toEqual([])
    expect(groups.flatMap(({ lessons: of }) => of)).toHaveLength(lessons.length)
  })
})
