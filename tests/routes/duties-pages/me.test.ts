import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { transact } from '~/data/transact.server'
import { loader } from '~/routes/duties+/me'
import { emptyDatabase, setClock } from '../../factories/world'
import { addJoin, addPerson, addPost, ask, buildStreet, passPaper, passWhileWaiting, statusOf } from './street-corner'

let now: Date
const me = async (personId: string) => loader(await ask('/me', personId, now))
const titles = (lines: { title: string }[]) => lines.map((line) => line.title)

beforeAll(() => {
  catalogue()
})

beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await buildStreet()
  await addPerson('zhang', '张三')
})

describe('what must I do before I may work', () => {
  it('sends somebody who is not signed in to the sign-in page', async () => {
    expect(await statusOf(ask('/me', null, now).then(loader))).toBe(302)
  })

  it('tells a person without a post that there is none', async () => {
    expect(await me('zhang')).toMatchObject({ seats: [], others: [], ended: [] })
  })

  it('asks a new employee for the pre-job training on the day before the first day, and says when it is', async () => {
    await addPost({ id: 'k1', personId: 'zhang', unitId: 'hotel', position: 'employee', from: '2026-03-11' })
    const [seat] = (await me('zhang')).seats
    expect(seat).toMatchObject({ state: 'missing', missing: 1, isAhead: true, from: '2026-03-11' })
    expect(seat?.barring).toMatchObject([{ duty: 'pre-job-employee', standing: 'overdue', startsOn: '2026-03-11' }])
    expect(seat?.next).toMatchObject({ kind: 'lesson', href: '/courses/pre-job/lessons/pre-job-01-first-day?seat=k1', done: 0, of: 8 })
  })

  it('still bars her on the first day', async () => {
    await addPost({ id: 'k1', personId: 'zhang', unitId: 'hotel', position: 'employee', from: '2026-03-10' })
    const [seat] = (await me('zhang')).seats
    expect(seat).toMatchObject({ state: 'missing', isAhead: false })
    expect(seat?.barring).toMatchObject([{ standing: 'overdue', since: '2026-03-10', startsOn: null }])
  })

  it('clears her once she has passed, names the evidence, and offers the card', async () => {
    await addPost({ id: 'k1', personId: 'zhang', unitId: 'hotel', position: 'employee', from: '2026-03-10' })
    await passPaper('zhang', 'hotel', 'employee', '2026-03-10')
    const { seats, others } = await me('zhang')
    expect(seats).toMatchObject([{ state: 'cleared', missing: 0, until: null, next: { kind: 'card', href: '/cards/k1' } }])
    expect(seats[0]?.barring[0]?.why.evidence).toMatchObject({ on: '2026-03-10', unitName: '东街大酒店' })
    expect(others).toMatchObject([{ line: { duty: 'staff-training-half-year', standing: 'met', through: '2026-06-30' } }])
  })

  it('goes on with the first lesson that is not done, and then with the paper', async () => {
    await addPost({ id: 'k1', personId: 'zhang', unitId: 'hotel', position: 'employee', from: '2026-03-10' })
    const finish = (lesson: string) =>
      transact((tx) =>
        tx.lessonProgress.create({ data: { personId: 'zhang', course: 'pre-job', lesson, openedAt: now, completedAt: now } }),
      )
    await finish('pre-job-01-first-day')
    expect((await me('zhang')).seats[0]?.next).toMatchObject({ href: '/courses/pre-job/lessons/pre-job-02-doors?seat=k1', done: 1 })
    for (const lesson of ['02-doors', '03-electricity', '04-fire-gas-hotwork', '05-alarm', '06-extinguishers', '07-smoke', '08-lead-out'])
      await finish(`pre-job-${lesson}`)
    expect((await me('zhang')).seats[0]?.next).toMatchObject({ kind: 'paper', href: '/courses/pre-job/paper?seat=k1', done: 8 })
  })

  it('asks somebody who moved to another position again, and folds the earlier post away', async () => {
    await addPost({ id: 'k1', personId: 'zhang', unitId: 'hotel', position: 'employee', from: '2025-12-01', to: '2026-03-09' })
    await passPaper('zhang', 'hotel', 'employee', '2025-11-30')
    await addPost({ id: 'k2', personId: 'zhang', unitId: 'hotel', position: 'security-guard', from: '2026-03-10' })
    const { seats, ended } = await me('zhang')
    expect(seats).toMatchObject([{ id: 'k2', state: 'missing', barring: [{ duty: 'pre-job-security-guard' }] }])
    expect(ended).toMatchObject([{ id: 'k1', to: '2026-03-09' }])
  })

  it('judges two posts in two units each for itself, the one that is missing first', async () => {
    await addPost({ id: 'k1', personId: 'zhang', unitId: 'hotel', position: 'employee', from: '2026-03-10' })
    await addPost({ id: 'k2', personId: 'zhang', unitId: 'school', position: 'employee', from: '2026-01-10' })
    await passPaper('zhang', 'hotel', 'employee', '2026-03-09')
    const { seats, others } = await me('zhang')
    expect(seats.map(({ id, state }) => [id, state])).toEqual([
      ['k2', 'missing'],
      ['k1', 'cleared'],
    ])
    expect(others.map(({ line }) => [line.duty, line.why.also.map(({ duty }) => duty)])).toEqual([
      ['staff-training-half-year', ['staff-training-year']],
    ])
  })

  it('lets somebody whose request waits learn, and never says that he may work', async () => {
    await addJoin('j1', 'zhang', 'hotel', 'employee', '2026-03-10')
    const [seat] = (await me('zhang')).seats
    expect(seat).toMatchObject({ id: 'j1', postId: null, state: 'missing', missing: 1 })
    expect(titles(seat?.barring ?? [])).toEqual(['岗前消防安全培训'])
    expect(seat?.next).toMatchObject({ href: '/courses/pre-job/lessons/pre-job-01-first-day?seat=j1' })
  })

  it('counts a paper passed while waiting, dated in Shanghai, and waits for the unit', async () => {
    await addJoin('j1', 'zhang', 'hotel', 'employee', '2026-03-12')
    await passWhileWaiting('a1', 'zhang', 'hotel', 'employee', new Date('2026-03-09T17:00:00Z'))
    const [seat] = (await me('zhang')).seats
    expect(seat).toMatchObject({ state: 'waiting', missing: 0, next: { kind: 'result', href: '/papers/a1/result' } })
    expect(seat?.barring[0]?.why.evidence?.on).toBe('2026-03-10')
  })

  it('does not count a paper passed for another position', async () => {
    await addJoin('j1', 'zhang', 'hotel', 'security-guard', '2026-03-12')
    await passWhileWaiting('a1', 'zhang', 'hotel', 'employee', new Date('2026-03-09T02:00:00Z'))
    expect((await me('zhang')).seats).toMatchObject([{ state: 'missing' }])
  })
})
