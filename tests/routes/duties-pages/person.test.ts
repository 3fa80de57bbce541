import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { loader as supervised } from '~/routes/duties+/street.units.$unitId.people.$personId'
import { action as mergeAnywhere, loader as mergingAnywhere } from '~/routes/org+/admin.people.$personId_.merge'
import { action as change, loader as managed } from '~/routes/org+/units.$unitId.people.$personId'
import { action as merge, loader as merging } from '~/routes/org+/units.$unitId.people.$personId_.merge'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, ask, buildStreet, grant, passPaper, statusOf } from './street-corner'

const now = new Date('2026-03-10T02:00:00Z')

async function failPaper(id: string, personId: string, unitId: string): Promise<void> {
  const closedAt = new Date('2026-01-02T16:30:00Z')
  const paper = { course: 'pre-job', position: 'employee', startedAt: closedAt, deadlineAt: closedAt, closedAt, closedBy: 'submit' }
  await transact((tx) => tx.attempt.create({ data: { id, personId, unitId, ...paper, score: 55, passed: false } }))
}

const seen = async (personId = 'chen') => managed(await ask(`/units/hotel/people/${personId}`, 'boss', now, { unitId: 'hotel', personId }))

async function post(form: Record<string, string>, personId = 'chen', by = 'boss', path = '') {
  const asked = await ask(`/units/hotel/people/${personId}${path}`, by, now, { unitId: 'hotel', personId })
  const request = new Request(asked.request.url, { method: 'POST', headers: asked.request.headers, body: new URLSearchParams(form) })
  return { ...asked, request }
}

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock(now.toISOString())
  await buildStreet()
  for (const [id, name] of [
    ['boss', '赵经理'],
    ['chen', '陈一'],
    ['twin', '陈一'],
    ['doc', '白医生'],
    ['lead', '孙主任'],
    ['chief', '周队'],
  ] as const)
    await addPerson(id, name)
  await addPost({ id: 'k-chen', personId: 'chen', unitId: 'hotel', position: 'employee', from: '2026-01-05' })
  await addPost({ id: 'k-doc', personId: 'doc', unitId: 'clinic', position: 'employee', from: '2026-01-05' })
  await grant('boss', 'manager', { unitId: 'hotel' })
  await grant('lead', 'supervisor', { placeId: 'east' })
  await grant('chief', 'administrator', {})
  await passPaper('chen', 'hotel', 'employee', '2026-01-04')
})

describe('how a person stands', () => {
  it('names the next date of each duty, also where it is met now', async () => {
    const { standing } = await seen()
    expect(standing.lines.map(({ thing, coming }) => [thing, coming])).toEqual([
      ['staff-training', { kind: 'lapses', on: '2026-06-30', again: '2026-12-31' }],
      ['pre-job', { kind: 'nothing' }],
    ])
    expect(standing.missing).toBe(0)
  })

  it('tells what each piece did, and failed papers as history only', async () => {
    await failPaper('a1', 'chen', 'hotel')
    await failPaper('a2', 'chen', 'clinic')
    const { standing } = await seen()
    expect(
      standing.history.map((row) => (row.kind === 'failedPaper' ? [row.on, row.kind, row.score] : [row.on, row.effects.length > 0])),
    ).toEqual([
      ['2026-01-04', true],
      ['2026-01-04', true],
      ['2026-01-03', 'failedPaper', 55],
    ])
    const told = standing.history.flatMap((row) => (row.kind === 'evidence' ? row.effects.map(({ reason }) => reason.kind) : []))
    expect(new Set(told)).toEqual(new Set(['counted']))
    expect(await db().evidenceEntry.count()).toBe(2)
  })

  it('keeps other units’ records to themselves, and judges an ended post as on its last day', async () => {
    await addPost({ id: 'k-chen-2', personId: 'chen', unitId: 'clinic', position: 'welder', from: '2026-02-01' })
    await passPaper('chen', 'clinic', 'welder', '2026-02-02')
    const { standing } = await seen()
    expect(JSON.stringify(standing)).not.toContain('西街诊所')
    expect(standing.history.filter((row) => row.kind === 'evidence' && row.elsewhere)).toEqual([])
    await transact((tx) => tx.post.update({ where: { id: 'k-chen' }, data: { to: '2026-02-28' } }))
    const later = (await seen()).standing
    expect(later.lines).toEqual([])
    expect(later.history.some((row) => row.kind === 'evidence' && row.effects.some(({ isOver }) => isOver))).toBe(true)
  })

  it('is read by the supervisor of the place, and not there for others', async () => {
    const at = async (unitId: string, personId: string, by: string | null) =>
      supervised(await ask(`/street/units/${unitId}/people/${personId}`, by, now, { unitId, personId }))
    const { standing, person, posts } = await at('hotel', 'chen', 'lead')
    expect([person.name, posts.length, standing.lines.length]).toEqual(['陈一', 1, 2])
    expect(await statusOf(at('clinic', 'doc', 'lead'))).toBe(404)
    expect(await statusOf(at('hotel', 'doc', 'lead'))).toBe(404)
    expect(await statusOf(at('hotel', 'chen', 'boss'))).toBe(403)
    expect(await statusOf(at('hotel', 'chen', null))).toBe(302)
    expect(await statusOf(managed(await ask('/units/clinic/people/doc', 'boss', now, { unitId: 'clinic', personId: 'doc' })))).toBe(404)
    expect(await statusOf(seen('doc'))).toBe(404)
  })
})

describe('changing a post on the page', () => {
  it('moves, and shows the form again with what was typed where it cannot', async () => {
    const form = { intent: 'move', postId: 'k-chen', position: 'welder', moveDay: '2026-03-11' }
    await expect(change(await post({ ...form, moveDay: '2026-01-05' }))).resolves.toMatchObject({ init: { status: 400 } })
    await expect(change(await post({ ...form, position: 'astronaut' }))).resolves.toMatchObject({ init: { status: 400 } })
    expect(await statusOf(change(await post(form)))).toBe(302)
    expect((await seen()).posts.map(({ position, ended }) => [position, ended])).toEqual([
      ['电焊工', false],
      ['员工', true],
    ])
    expect((await seen()).standing.missing).toBeGreaterThan(0)
  })

  it('corrects the first day', async () => {
    expect(await statusOf(change(await post({ intent: 'start', postId: 'k-chen', firstDay: '2025-12-31' })))).toBe(302)
    expect((await db().post.findUniqueOrThrow({ where: { id: 'k-chen' } })).from).toBe('2025-12-31')
    expect(await statusOf(change(await post({ intent: 'start', postId: 'k-doc', firstDay: '2025-12-31' })))).toBe(404)
    expect(await statusOf(change(await post({ intent: 'start', postId: 'k-chen', firstDay: '2025-12-31' }, 'chen', 'lead')))).toBe(403)
  })
})

describe('merging on the page', () => {
  const params = { unitId: 'hotel', personId: 'chen' }
  beforeEach(() => addPost({ id: 'k-twin', personId: 'twin', unitId: 'hotel', position: 'guard', from: '2026-02-01' }))

  it('lists who has the same name at the unit, and merges once the name is written', async () => {
    const { alike } = await merging(await ask('/units/hotel/people/chen/merge', 'boss', now, params))
    expect(alike.map(({ id, posts }) => [id, posts.length])).toEqual([['twin', 1]])
    await expect(merge(await post({ goneId: 'twin', typed: '丁' }, 'chen', 'boss', '/merge'))).resolves.toMatchObject({
      init: { status: 400 },
    })
    await expect(merge(await post({ typed: '陈一' }, 'chen', 'boss', '/merge'))).resolves.toMatchObject({ init: { status: 400 } })
    const done = await merge(await post({ goneId: 'twin', typed: '陈一' }, 'chen', 'boss', '/merge'))
    expect(done instanceof Response && done.headers.get('Location')).toBe('/units/hotel/people/chen?done=merged')
    expect((await seen()).posts).toHaveLength(2)
  })

  it('is not for other units’ people, nor for supervisors', async () => {
    expect(await statusOf(merging(await ask('/units/hotel/people/doc/merge', 'boss', now, { unitId: 'hotel', personId: 'doc' })))).toBe(404)
    expect(await statusOf(merge(await post({ goneId: 'doc', typed: '陈一' }, 'chen', 'boss', '/merge')))).toBe(404)
    expect(await statusOf(merge(await post({ goneId: 'twin', typed: '陈一' }, 'chen', 'lead', '/merge')))).toBe(403)
    expect(await statusOf(mergingAnywhere(await ask('/admin/people/chen/merge', 'boss', now, { personId: 'chen' })))).toBe(403)
    expect(await statusOf(mergeAnywhere(await post({ goneId: 'twin', typed: '陈一' })))).toBe(403)
    const { alike } = await mergingAnywhere(await ask('/admin/people/chen/merge', 'chief', now, { personId: 'chen' }))
    expect(alike.map(({ id }) => id)).toContain('twin')
  })
})
