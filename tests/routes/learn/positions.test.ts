import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { loader as me } from '~/routes/duties+/me'
import { loader as paper } from '~/routes/exams+/courses.$course.paper'
import { loader as openCourses } from '~/routes/learn+/courses._index'
import { loader as openCourse } from '~/routes/learn+/courses.$course._index/route'
import { startAttempt } from '~/usecases/exams/start-attempt.server'
import { startRefresher } from '~/usecases/learn/start-refresher.server'
import { startRefresherPaper } from '~/usecases/learn/start-refresher-paper.server'
import { person, post, signedIn, smallTown } from '../../exams-fixtures/people'
import { learns, passes } from '../../factories/courses'
import { hasPassedCourse, readsAll } from '../../factories/refreshers'
import { emptyDatabase, setClock } from '../../factories/world'
import { call } from './reader'

const clock = '2026-03-10T02:00:00Z'
let now = new Date(clock)
const seat = 'post-li-market-control-room-operator'
const reader = async (personId = 'li') => ({ personId, cookie: await signedIn(personId, now) })

beforeEach(async () => {
  await emptyDatabase()
  now = setClock(clock)
  await smallTown()
  await transact(async (tx) => {
    for (const dutyId of ['special-training-control-room', 'special-training-leaders'])
      await tx.dutyAdoption.create({
        data: { id: dutyId, dutyId, placeId: 'county', from: '2026-01-01', adoptedBy: 'system', createdAt: now },
      })
  })
  await person('li', '李秀英')
  await post('li', { position: 'control-room-operator' })
})

/** What my page says of a duty: how it stands, and where it leads. */
async function owes(duty: string, personId = 'li') {
  const { others } = await me(call(await reader(personId), '/me', {}))
  const found = others.find(({ line }) => line.duty === duty)
  return found && { standing: found.line.standing, href: found.href }
}

describe('a post with a course of its own', () => {
  it('leads from the duty to that course, for that post', async () => {
    expect(await owes('special-training-control-room')).toEqual({
      standing: 'due',
      href: `/courses/control-room-operator/lessons/control-room-operator-01-shift?seat=${seat}`,
    })
    expect(await owes('special-training-leaders')).toBeUndefined()
  })

  it('counts the course for the position it was taken for', async () => {
    await learns('li', 'control-room-operator', now)
    await passes('li', 'control-room-operator', seat, now)
    const evidence = await db().evidenceEntry.findMany({ select: { topic: true, position: true } })
    expect(evidence).toEqual([{ topic: 'special-control-room-operator', position: 'control-room-operator' }])
    expect(await owes('special-training-control-room')).toEqual({ standing: 'met', href: null })
    const page = await openCourse(call(await reader(), '/courses/control-room-operator', { course: 'control-room-operator' }))
    expect(page.passed).not.toBeNull()
  })

  it('keeps what she has and owes what is new when she becomes fire manager', async () => {
    await hasPassedCourse('li', { position: 'control-room-operator', on: '2026-03-05' })
    await learns('li', 'control-room-operator', now)
    await passes('li', 'control-room-operator', seat, now)
    await transact((tx) => tx.post.update({ where: { id: seat }, data: { to: '2026-03-09' } }))
    const manager = await post('li', { position: 'fire-manager', from: '2026-03-10' })
    const { seats } = await me(call(await reader(), '/me', {}))
    expect(seats.map(({ id, missing, next }) => ({ id, missing, next: next?.href }))).toEqual([
      { id: manager, missing: 1, next: `/courses/pre-job/paper?seat=${manager}` },
    ])
    expect(await owes('special-training-leaders')).toEqual({
      standing: 'due',
      href: `/courses/responsible-person/lessons/responsible-person-01-your-name?seat=${manager}`,
    })
    expect(await owes('special-training-control-room')).toBeUndefined()
    await transact((tx) => tx.post.update({ where: { id: manager }, data: { to: '2026-03-09' } }))
    await post('li', { position: 'control-room-operator', unitId: 'office', from: '2026-03-10' })
    expect(await owes('special-training-control-room')).toEqual({ standing: 'met', href: null })
  })
})

describe('a course nobody asks of me', () => {
  it('can be read, and its paper is for others', async () => {
    await person('wu', '吴小军')
    const wu = await post('wu', { position: 'employee' })
    await learns('wu', 'welder', now)
    const outcome = await startAttempt({ personId: 'wu', course: 'welder', seatId: wu, now, locale: 'zh' })
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'exams:refusal.notForPosition' })
    const intro = await paper(call(await reader('wu'), '/courses/welder/paper', { course: 'welder' }))
    expect({ seats: intro.seats, others: intro.others }).toEqual({ seats: [], others: ['电焊工', '动火监护人', '动火审批人'] })
    const page = await openCourse(call(await reader('wu'), '/courses/welder', { course: 'welder' }))
    expect({ isMine: page.isMine, lessons: page.lessons.length }).toEqual({ isMine: false, lessons: 8 })
  })
})

describe('the list of courses', () => {
  it('shows those of my posts first, with what they give, and the others by kind', async () => {
    const page = await openCourses(call(await reader(), '/courses', {}))
    expect(page.mine.map(({ id }) => id)).toEqual(['pre-job', 'control-room-operator'])
    expect(page.mine[1]?.seats).toMatchObject([
      { href: `/courses/control-room-operator?seat=${seat}`, gives: ['消防安全专门培训（消控室值班员）'] },
    ])
    expect(page.others.flatMap(({ courses }) => courses.map(({ id }) => id))).not.toContain('pre-job')
    const kinds = new Map(page.others.map(({ kind, courses }) => [kind, courses.map(({ id }) => id)]))
    expect(kinds.get('unit')).toEqual(expect.arrayContaining(['responsible-person', 'welder']))
    expect(kinds.get('grassroots')).toContain('grid-worker')
  })

  it('shows a visitor all of them by kind', async () => {
    const page = await openCourses(call(null, '/courses', {}))
    expect(page.mine).toEqual([])
    expect(page.others.map(({ kind }) => kind)).toEqual(['everyone', 'unit', 'grassroots'])
  })
})

describe('a course page', () => {
  it('says what it gives, for which duties by which clause, how long, and for whom', async () => {
    const page = await openCourse(call(await reader(), `/courses/control-room-operator?seat=${seat}`, { course: 'control-room-operator' }))
    expect(page.facts).toMatchObject({
      positions: ['消控室值班员'],
      gives: ['消防安全专门培训（消控室值班员）'],
      duties: [{ id: 'special-training-control-room', of: '61号令 第三十八条第三项', isAdopted: true }],
      shape: { lessons: 10, minutes: 59, questions: 25, paperMinutes: 35 },
      clauses: [{ of: '61号令 第三十八条' }],
    })
    const basics = await openCourse(call(await reader(), '/courses/pre-job', { course: 'pre-job' }))
    expect(basics.facts.duties[0]).toMatchObject({ id: 'pre-job-control-room-operator', of: '61号令 第三十六条', isAdopted: false })
  })
})

describe('a refresher', () => {
  const chosenFor = async (personId: string, at: Date) => {
    const outcome = await startRefresher({ personId, now: at })
    if (outcome.kind !== 'begun') throw new Error(outcome.reason)
    return db().refresher.findUniqueOrThrow({ where: { id: outcome.refresherId } })
  }

  it('chooses from the courses of the posts held, and asks what its lessons are about', async () => {
    const may = new Date('2026-05-10T02:00:00Z')
    await person('chen', '陈师傅')
    await post('chen', { position: 'welder', from: '2025-09-01' })
    await hasPassedCourse('chen', { position: 'welder', on: '2025-08-25' })
    const round = await chosenFor('chen', may)
    expect(round.lessons).toContain('welder-01-licence')
    await readsAll('chen', round.id, may)
    const outcome = await startRefresherPaper({ personId: 'chen', refresherId: round.id, now: may, locale: 'zh' })
    if (outcome.kind !== 'open') throw new Error(outcome.reason)
    const asked = await db().attemptQuestion.findMany({ where: { attemptId: outcome.attemptId } })
    expect(asked).toHaveLength(10)
    expect(asked.every(({ questionId }) => /^(welder|pre-job)-/.test(questionId))).toBe(true)
    expect(asked.some(({ questionId }) => questionId.startsWith('welder-'))).toBe(true)
  })

  it('stays with the pre-job course for a post that has no course of its own', async () => {
    await person('zhao', '赵敏')
    await post('zhao', { position: 'employee', from: '2025-09-01' })
    await hasPassedCourse('zhao', { on: '2025-08-25' })
    expect((await chosenFor('zhao', new Date('2026-05-10T02:00:00Z'))).lessons).not.toMatch(/"(welder|grid|control|responsible)/)
  })
})
