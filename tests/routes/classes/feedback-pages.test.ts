import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeEach, describe, expect, it } from 'vitest'
import { recordClassStep } from '~/data/classes/classes.server'
import { recordSittings } from '~/data/classes/sittings.server'
import { db, statement } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { loader as form, action as give } from '~/routes/classes+/classes.$id.feedback._index'
import { loader as summary } from '~/routes/classes+/classes.$id.feedback.summary'
import { buildClass, seat, testTime } from '../../factories/class-with-test'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, ask } from '../duties-pages/street-corner'

type Handler = (args: LoaderFunctionArgs) => unknown

let now = testTime
const at = (instant: string) => {
  now = setClock(instant)
}
const here = { id: 'class' }

async function answerOf(work: Promise<unknown>): Promise<{ status: number; to: string | null; text: string }> {
  const answer = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location'), text: await answer.text() }
  if (answer instanceof Error) throw answer
  return { status: 200, to: null, text: JSON.stringify(answer) }
}
const gets = async (loader: Handler, who: string | null) => {
  const asked = await ask('/classes/class/feedback', who, now, here)
  return answerOf(Promise.resolve().then(() => loader(asked)))
}
const says = async (who: string, fields: Record<string, string>) => {
  const asked = await ask('/classes/class/feedback', who, now, here)
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '' }
  const request = new Request(asked.request.url, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return answerOf(Promise.resolve().then(() => give({ ...asked, request })))
}
const seen = async () => JSON.parse((await gets(summary, 'lead')).text)

/** Managers of seven shops, each with a seat. */
const many = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6', 'g7']

beforeEach(async () => {
  await emptyDatabase()
  at('2026-11-24T04:00:00Z')
  await buildClass()
  for (const id of many) {
    await addPerson(id, `商户${id}`)
    await seat(id)
  }
})

describe('feedback on a class', () => {
  it('is for those who take part, from the beginning of the class to two weeks after it', async () => {
    for (const [who, status] of [
      ['a1', 200],
      ['wu', 404],
      ['lead', 404],
      [null, 302],
    ] as const)
      expect({ who, status: (await gets(form, who)).status }).toEqual({ who, status })
    expect((await says('wu', { pace: 'fast' })).status).toBe(404)
    at('2026-11-24T00:59:59Z')
    expect((await says('a1', { pace: 'fast' })).text).toContain('refusal.feedbackAhead')
    at('2026-12-08T16:00:00Z')
    expect((await says('a1', { pace: 'fast' })).text).toContain('refusal.feedbackOver')
    at('2026-12-08T15:59:59Z')
    expect((await says('a1', { pace: 'fast' })).to).toBe('/classes/class/feedback?done=given')
    expect(await db().classFeedback.count()).toBe(1)
  })

  it('is given once, also when the button is tapped five times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => says('a1', { pace: 'right', clear: '灭火器那段' })))
    expect(answers.filter(({ to }) => to !== null)).toHaveLength(1)
    expect((await says('a1', { pace: 'slow' })).text).toContain('refusal.given')
    expect(await db().classFeedback.count()).toBe(1)
    expect(JSON.parse((await gets(form, 'a1')).text)).toMatchObject({ given: true })
  })

  it('is not for those who had a seat and did not come, once the class is closed', async () => {
    expect((await gets(form, 'b2')).status).toBe(200)
    await transact(async (tx) => {
      await recordClassStep(tx, { id: 'closing', classId: 'class', kind: 'closed', at: testTime, by: 'system' })
      const sat = {
        programmeId: 'school',
        classId: 'class',
        closingId: 'closing',
        unitId: 'hotel',
        asDeputy: 0,
        on: '2026-11-24',
        counts: 0,
      }
      await recordSittings(tx, [
        { ...sat, id: 's1', part: 'morning', personId: 'a1', state: 'late' },
        { ...sat, id: 's2', part: 'morning', personId: 'b2', state: 'absent' },
        { ...sat, id: 's3', part: 'test', personId: 'b2', state: 'absent' },
      ])
    })
    expect([(await gets(form, 'b2')).status, (await says('b2', { pace: 'fast' })).status]).toEqual([404, 404])
    expect((await says('a1', { pace: 'fast' })).to).toBe('/classes/class/feedback?done=given')
  })

  it('is counted in heaps while it comes in, so that nobody sees whose was the last one', async () => {
    for (const [nth, who] of many.entries()) {
      expect((await seen()).given).toBe(nth < 5 ? 0 : 5)
      await says(who, { pace: 'right' })
    }
    at('2026-12-20T02:00:00Z')
    expect((await seen()).given).toBe(7)
  })

  it('asks for the pace and takes at most 500 characters', async () => {
    expect((await says('a1', { clear: '都好' })).text).toContain('refusal.noPace')
    expect((await says('a1', { pace: 'right', more: '长'.repeat(501) })).text).toContain('refusal.tooLong')
    expect(await db().classFeedbackGiven.count()).toBe(0)
  })

  it('is shown to whoever leads the class from the fifth on, in heaps of five, and all of it when it is over', async () => {
    for (const [nth, who] of many.entries()) {
      expect((await seen()).shown).toBe(nth < 5 ? 0 : 5)
      await says(who, { pace: nth % 2 === 0 ? 'right' : 'fast', clear: `好的${nth % 3}`, unclear: nth === 6 ? '最后一句' : '' })
    }
    expect(await seen()).toMatchObject({ given: 5, shown: 5, pace: { slow: 0, right: 3, fast: 2 }, unclear: [] })
    expect((await seen()).clear).toEqual([
      { text: '好的0', times: 2 },
      { text: '好的1', times: 2 },
      { text: '好的2', times: 1 },
    ])
    at('2026-12-20T02:00:00Z')
    expect(await seen()).toMatchObject({ given: 7, shown: 7, unclear: [{ text: '最后一句', times: 1 }] })
    for (const who of ['far', 'main-org', 'a1']) expect((await gets(summary, who)).status).toBe(404)
  })

  it('cannot be led back to anybody: no table has a person, an instant or an order in common with it', async () => {
    for (const who of many) await says(who, { pace: 'right', more: `来自${many.length}` })
    const columns = (table: string) =>
      statement(`SELECT "name" FROM pragma_table_info('${table}')`)
        .all()
        .map((row) => JSON.stringify(row))
    const [kept, given] = [columns('ClassFeedback'), columns('ClassFeedbackGiven')]
    expect(kept.filter((name) => given.includes(name))).toEqual(['{"name":"id"}', '{"name":"classId"}'])
    const answers = await db().classFeedback.findMany()
    const people = await db().classFeedbackGiven.findMany()
    const ids = new Set(answers.map(({ id }) => id))
    expect(people.filter(({ id }) => ids.has(id))).toEqual([])
    const rowids = (table: string) => statement(`SELECT rowid AS "row", "id" FROM "${table}" WHERE rowid <> "id"`).all()
    expect([rowids('ClassFeedback'), rowids('ClassFeedbackGiven')]).toEqual([[], []])
    expect(JSON.stringify(answers)).not.toMatch(/2026-11|T\d\d:\d\d/)
    expect(await db().auditEntry.count({ where: { act: { startsWith: 'classtest' } } })).toBe(0)
  })

  it('keeps its two rows in an order that does not follow the order in which they were given', async () => {
    for (const who of many) await says(who, { pace: 'right', more: who })
    const order = (await db().classFeedback.findMany({ orderBy: { id: 'asc' } })).map(({ more }) => more)
    const given = (await db().classFeedbackGiven.findMany({ orderBy: { id: 'asc' } })).map(({ personId }) => personId)
    expect([...order].sort()).toEqual(many)
    expect({ order, given }).not.toEqual({ order: many, given: many })
  })
})
