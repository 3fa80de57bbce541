import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import type { PermitScene } from '~/content/permit-schema'
import { getPermitScene } from '~/content/permits.server'
import { db } from '~/data/db.server'
import { groupsOf, type Step, stepsOf } from '~/domain/learn/permit/scene'
import { loader as course } from '~/routes/learn+/courses.$course._index/route'
import { loader as list } from '~/routes/learn+/permits._index'
import { loader as page, action as send } from '~/routes/learn+/permits.$scene._index/route'
import { loader as run } from '~/routes/learn+/permits.$scene.runs.$run._index/route'
import { loader as print } from '~/routes/learn+/permits.$scene.runs.$run.print'
import { emptyDatabase, setClock } from '../../factories/world'
import { call, oneHotel, type Reader, reader, statusOf } from './reader'

const id = 'mall-shaft'
const scene = (): PermitScene => getPermitScene(id)
let wang: Reader
let li: Reader

/** The right answer to a step, as its form sends it. */
function rightly(step: Step, of: PermitScene = scene()): URLSearchParams {
  const form = new URLSearchParams({ step, from: of.fill.hours.opens, to: hourAfter(of.fill.hours.opens) })
  for (const { key, choices } of groupsOf(of, step)) for (const choice of choices) if (choice.right) form.append(key, choice.id)
  return form
}
const hourAfter = (clock: string) => `${String((Number(clock.slice(0, 2)) + 1) % 24).padStart(2, '0')}:${clock.slice(3)}`
const opens = (who: Reader | null, of = id) => page(call(who, `/permits/${of}`, { scene: of }))
const sends = (who: Reader | null, body: URLSearchParams | Record<string, string>, of = id) =>
  send(call(who, `/permits/${of}`, { scene: of }, { method: 'POST', body: new URLSearchParams(body) }))
const begins = (who: Reader, of = id) => sends(who, { step: 'start' }, of)
const looksAt = (who: Reader | null, runId: string, query = '') =>
  run(call(who, `/permits/${id}/runs/${runId}${query}`, { scene: id, run: runId }))
const runId = async (who: Reader) =>
  (await db().permitRun.findFirstOrThrow({ where: { personId: who.personId }, orderBy: { startedAt: 'desc' } })).id
const whereTo = async (work: Promise<unknown>) => {
  const answer = await work.catch((thrown: unknown) => thrown)
  return answer instanceof Response ? answer.headers.get('Location') : null
}
const keyOf = (of: PermitScene) =>
  stepsOf(of).flatMap((step) =>
    groupsOf(of, step).flatMap(({ choices }) => choices.flatMap(({ because, leads }) => [because.zh, because.en, leads?.zh, leads?.en])),
  )

beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-05-10T02:00:00Z')
  await oneHotel()
  wang = await reader('wang')
  li = await reader('li')
})

describe('the permit trainer', () => {
  it('is for those who are signed in', async () => {
    for (const work of [list(call(null, '/permits', {})), opens(null), sends(null, { step: 'start' }), looksAt(null, 'x')])
      expect(await statusOf(work)).toBe(302)
    expect(await statusOf(print(call(null, `/permits/${id}/runs/x/print`, { scene: id, run: 'x' })))).toBe(302)
  })

  it("lists every scene, and is reached from the welders' course", async () => {
    const { scenes } = await list(call(wang, '/permits', {}))
    expect(scenes.length).toBeGreaterThanOrEqual(4)
    expect(scenes.map(({ state }) => state)).toEqual(scenes.map(() => 'new'))
    expect((await course(call(wang, '/courses/welder', { course: 'welder' }))).practices).toEqual([
      { kind: 'permits', href: '/permits', count: scenes.length },
    ])
    expect((await course(call(wang, '/courses/pre-job', { course: 'pre-job' }))).practices).toEqual([])
  })

  it('knows no other scene', async () => {
    expect(await statusOf(opens(wang, 'nowhere'))).toBe(404)
    expect(await statusOf(sends(wang, { step: 'start' }, 'nowhere'))).toBe(404)
  })

  it('asks nothing before a go is begun, and goes on with the one that is open', async () => {
    expect((await opens(wang)).asked).toBeNull()
    await begins(wang)
    await begins(wang)
    expect(await db().permitRun.count()).toBe(1)
    expect((await opens(wang)).asked?.step).toBe('fill')
    expect((await opens(li)).asked).toBeNull()
  })

  it('takes somebody through to the end, keeps what was handed in, and makes no evidence', async () => {
    for (const { id: each } of [...catalogue().permits.values()]) {
      const of = getPermitScene(each)
      await begins(wang, each)
      for (const step of stepsOf(of)) expect(await whereTo(sends(wang, rightly(step, of), each))).toMatch(new RegExp(`\\?step=${step}$`))
      const kept = await db().permitRun.findFirstOrThrow({ where: { scene: each } })
      expect(kept.endedAt).not.toBeNull()
      const debrief = await run(call(wang, `/permits/${each}/runs/${kept.id}`, { scene: each, run: kept.id }))
      expect(debrief.told.map(({ step, faults }) => [step, faults])).toEqual(stepsOf(of).map((step) => [step, 0]))
    }
    expect(await db().evidenceEntry.count()).toBe(0)
    const { scenes } = await list(call(wang, '/permits', {}))
    expect(new Set(scenes.map(({ state }) => state))).toEqual(new Set(['done']))
  })

  it('sends nothing of the key before a step is handed in, in either language', async () => {
    await begins(wang)
    const key = keyOf(scene())
    for (const step of stepsOf(scene())) {
      for (const language of ['zh', 'en'] as const) {
        const sent = JSON.stringify(await page(call(wang, `/permits/${id}`, { scene: id }, { language })))
        for (const text of key) if (text !== undefined) expect(sent).not.toContain(JSON.stringify(text).slice(1, -1))
        expect(sent).not.toMatch(/"(right|because|leads|rests)"/)
      }
      await sends(wang, rightly(step))
    }
  })

  it('tells only of the steps that are handed in', async () => {
    await begins(wang)
    await sends(wang, rightly('fill'))
    const mine = await runId(wang)
    expect((await looksAt(wang, mine, '?step=fill')).told.map(({ step }) => step)).toEqual(['fill'])
    expect(await whereTo(Promise.resolve().then(() => looksAt(wang, mine, '?step=walk')))).toBe(`/permits/${id}`)
    expect(await whereTo(Promise.resolve().then(() => looksAt(wang, mine)))).toBe(`/permits/${id}`)
  })

  it('keeps what was chosen when a step is not whole', async () => {
    await begins(wang)
    const form = rightly('fill')
    form.delete('guard')
    form.set('from', 'noon')
    const refused = await sends(wang, form)
    expect(refused).toMatchObject({ init: { status: 400 }, data: { unclear: { field: 'guard' }, asked: { step: 'fill', from: 'noon' } } })
    expect(JSON.stringify(refused)).not.toMatch(/"(right|because|leads|rests)":/)
    expect((await opens(wang)).asked?.step).toBe('fill')
  })

  it('takes steps in order and each once', async () => {
    await begins(wang)
    expect(await sends(wang, rightly('decide'))).toMatchObject({ data: { unclear: { reason: 'learn:permit.unclear.step' } } })
    await sends(wang, rightly('fill'))
    const changed = rightly('fill')
    changed.set('from', '03:00')
    expect(await whereTo(sends(wang, changed))).toMatch(/step=fill$/)
    const { answers } = await db().permitRun.findFirstOrThrow()
    expect(answers).not.toContain('03:00')
    expect(await sends(wang, { step: 'nonsense' })).toMatchObject({ init: { status: 400 } })
    expect(await sends(li, rightly('fill'))).toMatchObject({ data: { unclear: { reason: 'learn:permit.unclear.over' } } })
  })

  it("does not find somebody else's go, nor one's own under another scene", async () => {
    await begins(wang)
    await sends(wang, rightly('fill'))
    const mine = await runId(wang)
    const asked = (who: Reader, of: string) => ({
      told: Promise.resolve().then(() => run(call(who, `/permits/${of}/runs/${mine}?step=fill`, { scene: of, run: mine }))),
      sheet: Promise.resolve().then(() => print(call(who, `/permits/${of}/runs/${mine}/print`, { scene: of, run: mine }))),
    })
    for (const [who, of, status] of [
      [wang, id, 200],
      [li, id, 404],
      [wang, 'hotel-duct', 404],
    ] as const) {
      const { told, sheet } = asked(who, of)
      expect([await statusOf(told), await statusOf(sheet)]).toEqual([status, status])
    }
  })

  it('prints what was filled, and says that it is practice', async () => {
    await begins(wang)
    const form = rightly('fill')
    form.set('guard', 'a')
    await sends(wang, form)
    const mine = await runId(wang)
    const { paper } = await print(call(wang, `/permits/${id}/runs/${mine}/print`, { scene: id, run: mine }))
    expect(paper.rows.map(({ key }) => key)).toEqual(['place', 'work', 'hours', 'licence', 'guard', 'measures'])
    expect(paper.rows.find(({ key }) => key === 'guard')?.lines).toEqual([scene().fill.guard[0]?.text.zh])
    expect(JSON.stringify(paper)).not.toContain(scene().fill.guard[0]?.because.zh)
  })
})
