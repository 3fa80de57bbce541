import { expect, it } from 'vitest'
import { routedLines, routesBeside } from '~/domain/classes/other-routes'

it('what a duty accepts besides the class of the programme is everything else that it counts', () => {
  const own = { evidence: 'class', topic: 'refresher' } as const
  const course = { kind: 'course', topic: 'basics' }
  expect(routesBeside(own, [course, { kind: 'class', topic: 'refresher' }])).toEqual([course])
  expect(routesBeside(own, [{ kind: 'class', topic: '*' }])).toEqual([])
  expect(routesBeside(own, [{ kind: 'class', topic: 'annual-grid' }])).toEqual([{ kind: 'class', topic: 'annual-grid' }])
})

it('whoever was told of two ways goes the one that was told last', () => {
  const at = new Date('2026-05-06T02:00:00Z')
  const told = (members: string[], topic: string) => ({ kind: 'routed' as const, at, detail: { members, kind: 'course', topic } })
  const steps = [
    told(['wang', 'li'], 'basics'),
    { kind: 'excused' as const, at, detail: { member: 'wang', why: '住院' } },
    told(['li'], 'refresher'),
  ]
  expect([...routedLines(steps)].map(([member, { topic }]) => [member, topic])).toEqual([
    ['wang', 'basics'],
    ['li', 'refresher'],
  ])
})
