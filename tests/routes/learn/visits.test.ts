import { beforeEach, describe, expect, it } from 'vitest'
import { getVisit } from '~/content/visits.server'
import { db } from '~/data/db.server'
import { findVisitRuns } from '~/data/learn/visit-runs.server'
import { transact } from '~/data/transact.server'
import { choicesInOrder } from '~/domain/learn/visit/shown-visit'
import { loader as course } from '~/routes/learn+/courses.$course._index/route'
import { loader as street } from '~/routes/learn+/visits._index'
import { action as answer, loader as door } from '~/routes/learn+/visits.$door/route'
import { person, signedIn, smallTown } from '../../exams-fixtures/people'
import { emptyDatabase, setClock } from '../../factories/world'

const base = 'http://127.0.0.1:3000'
const slug = 'old-couple'
const address = `/visits/${slug}`
let li = ''
let wu = ''

const asking = (path: string, params: Record<string, string> = {}, as = li) => ({
  request: new Request(base + path, { headers: { Cookie: as } }),
  params,
  context: { address: 'test', requestId: 't' },
})
const sending = (fields: [string, string][], as = li, to = slug) => ({
  request: new Request(`${base}/visits/${to}`, { method: 'POST', headers: { Cookie: as }, body: new URLSearchParams(fields) }),
  params: { door: to },
  context: { address: 'test', requestId: 't' },
})
async function statusOf(work: Promise<unknown>): Promise<{ status: number; to: string | null; body: string }> {
  const got = await work.catch((thrown: unknown) => thrown)
  if (got instanceof Response) return { status: got.status, to: got.headers.get('Location'), body: '' }
  const body = JSON.stringify(got)
  return { status: /"status":400/.test(body) ? 400 : 200, to: null, body }
}
const look = (as = li) => door(asking(address, { door: slug }, as))
async function runNow(as = li) {
  const { run } = await look(as)
  if (run === null) throw new Error('no visit is under way')
  return run
}
const sends = async (picks: string[], as = li) => {
  const { id, step } = await runNow(as)
  const fields: [string, string][] = [['run', id], ['step', String(step)], ...picks.map((pick): [string, string] => ['pick', pick])]
  return statusOf(answer(sending(fields, as)))
}
/** The number under which the choice with this id is offered now. */
async function numberOf(id: string): Promise<string> {
  const run = await runNow()
  const turn = getVisit(slug).turns.find(({ text }) => text.zh === run.now?.text)
  return turn ? String(choicesInOrder(turn, run.id).findIndex((one) => one.id === id) + 1) : ''
}
const rightOnes = getVisit(slug).turns.map(({ choices }) => choices.find(({ right }) => right)?.id ?? '')

beforeEach(async () => {
  await emptyDatabase()
  const now = setClock('2026-05-10T02:00:00Z')
  await smallTown()
  await person('li', '李秀英')
  await person('wu', '吴小军')
  li = await signedIn('li', now)
  wu = await signedIn('wu', now)
})

describe('the street', () => {
  it('is for whoever is signed in', async () => {
    expect(await statusOf(Promise.resolve(street(asking('/visits', {}, ''))))).toMatchObject({ status: 302, to: '/sign-in?next=%2Fvisits' })
    expect(await statusOf(door(asking(address, { door: slug }, '')))).toMatchObject({ status: 302 })
    expect(await statusOf(answer(sending([], '')))).toMatchObject({ status: 302 })
  })

  it('shows eight doors, and which of them this person has been to', async () => {
    await answer(sending([])).catch(() => null)
    const mine = await street(asking('/visits'))
    expect(mine.doors).toHaveLength(8)
    expect(mine.doors[0]).toMatchObject({ id: slug, state: 'open' })
    const theirs = await street(asking('/visits', {}, wu))
    expect(theirs.doors.every(({ state }) => state === 'none')).toBe(true)
  })

  it('is linked from the course of grid workers and from no other', async () => {
    expect((await course(asking('/courses/grid-worker', { course: 'grid-worker' }))).practices).toEqual([
      { kind: 'visits', href: '/visits', count: 8 },
    ])
    expect((await course(asking('/courses/pre-job', { course: 'pre-job' }))).practices).toEqual([])
  })

  it('has no ninth door', async () => {
    expect(await statusOf(door(asking('/visits/palace', { door: 'palace' })))).toMatchObject({ status: 404 })
    expect(await statusOf(answer(sending([], li, 'palace')))).toMatchObject({ status: 404 })
  })
})

describe('a visit', () => {
  it('goes by plain forms from the knock to the record, and is evidence of nothing', async () => {
    expect((await look()).run).toBeNull()
    expect(await statusOf(answer(sending([])))).toMatchObject({ status: 303, to: `${address}#now` })
    expect(await sends(['1', '2'])).toMatchObject({ status: 303 })
    for (const id of rightOnes) expect(await sends([await numberOf(id)])).toMatchObject({ status: 303 })
    const run = await runNow()
    expect(run).toMatchObject({
      stage: 'closed',
      verdict: { seen: 1, dangers: 5, needless: 1, atOnce: 6, turns: 6, comebacks: 0, days: 0 },
    })
    expect(run.record?.lines).toHaveLength(6)
    expect((await street(asking('/visits'))).doors[0]).toMatchObject({ state: 'done', on: '2026年5月10日' })
    expect(await db().evidenceEntry.count()).toBe(0)
    expect(await sends(['1'])).toMatchObject({ status: 303 })
    await answer(sending([])).catch(() => null)
    expect(await look()).toMatchObject({ run: { stage: 'look' }, earlier: [{ on: '2026年5月10日' }] })
  })

  it('puts no key, reason or later turn into the page before the step is handed in', async () => {
    await answer(sending([])).catch(() => null)
    const { points, turns } = getVisit(slug)
    const reasons = turns.flatMap(({ choices }) => choices.flatMap(({ because, brings }) => [because.zh, brings.zh]))
    const first = JSON.stringify(await look())
    for (const { because } of points) expect(first).not.toContain(because.zh)
    for (const text of [...reasons, ...turns.map((turn) => turn.text.zh)]) expect(first).not.toContain(text)
    expect(first).not.toContain('"right"')
    await sends(['1'])
    const second = JSON.stringify(await look())
    for (const text of [...reasons, ...turns.slice(1).map((turn) => turn.text.zh)]) expect(second).not.toContain(text)
    expect(JSON.stringify((await runNow()).now)).not.toMatch(/right|source|effect|days/)
  })

  it('says what is missing, and changes nothing where a page is behind or sent twice', async () => {
    await answer(sending([])).catch(() => null)
    expect((await sends([])).body).toContain('visits:unclear.nothing')
    expect((await sends(['99'])).body).toContain('visits:unclear.unreadable')
    const { id } = await runNow()
    const twice: [string, string][] = [
      ['run', id],
      ['step', '0'],
      ['pick', '1'],
    ]
    await Promise.all([statusOf(answer(sending(twice))), statusOf(answer(sending(twice)))])
    await statusOf(
      answer(
        sending([
          ['run', id],
          ['step', '0'],
          ['pick', '2'],
        ]),
      ),
    )
    expect(findVisitRuns('li')[0]?.answers).toEqual({ looked: ['p1'], picks: [] })
  })

  it("is one's own: somebody else's is not found, to see or to go on with", async () => {
    await answer(sending([])).catch(() => null)
    const { id } = await runNow()
    expect(await statusOf(door(asking(`${address}?run=${id}`, { door: slug }, wu)))).toMatchObject({ status: 404 })
    expect(
      await statusOf(
        answer(
          sending(
            [
              ['run', id],
              ['step', '0'],
              ['pick', '1'],
            ],
            wu,
          ),
        ),
      ),
    ).toMatchObject({ status: 404 })
    expect(
      await statusOf(
        answer(
          sending(
            [
              ['run', id],
              ['step', '0'],
              ['pick', '1'],
            ],
            li,
            'hairdresser',
          ),
        ),
      ),
    ).toMatchObject({ status: 404 })
    expect(
      await statusOf(
        answer(
          sending([
            ['run', ''],
            ['step', 'x'],
          ]),
        ),
      ),
    ).toMatchObject({ status: 404 })
    expect((await look(wu)).run).toBeNull()
    expect(findVisitRuns('li')[0]?.answers).toEqual({ looked: null, picks: [] })
  })

  it('that content has outgrown is left as it is, and a new one begins', async () => {
    const at = new Date('2026-05-09T02:00:00Z')
    await transact((tx) =>
      tx.visitRun.create({ data: { id: 'old', personId: 'li', door: slug, startedAt: at, answers: '{"looked":["gone"],"picks":[]}' } }),
    )
    expect((await look()).run).toBeNull()
    expect(await statusOf(door(asking(`${address}?run=old`, { door: slug })))).toMatchObject({ status: 404 })
    await answer(sending([])).catch(() => null)
    expect((await runNow()).stage).toBe('look')
  })
})
