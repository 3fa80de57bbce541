import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { findPaperQuestions } from '~/data/exams/attempts.server'
import { loader as intro, action as start } from '~/routes/exams+/courses.$course.paper'
import { loader as paper, action as save } from '~/routes/exams+/papers.$attempt._index'
import { action as saveOne } from '~/routes/exams+/papers.$attempt.answers'
import { loader as result } from '~/routes/exams+/papers.$attempt.result'
import { action as submit } from '~/routes/exams+/papers.$attempt.submit'
import { rightPicks } from '../../exams-fixtures/answers'
import { keyMark, lessons, reasonMark, useFixtureContent } from '../../exams-fixtures/content'
import { hasLearned, person, post, signedIn, smallTown } from '../../exams-fixtures/people'
import { emptyDatabase, setClock } from '../../factories/world'

const context = { address: 'test', requestId: 't' }
const base = 'http://127.0.0.1:3000'
let cookie = ''

const get = (path: string, as = cookie) => new Request(base + path, { headers: { Cookie: as } })
const send = (path: string, fields: [string, string][], as = cookie) =>
  new Request(base + path, { method: 'POST', headers: { Cookie: as }, body: new URLSearchParams(fields) })

/** Status and place of an answer that was returned or thrown. */
async function answerOf(work: Promise<unknown>): Promise<{ status: number; to: string | null; text: string }> {
  const answer = await work.catch((thrown: unknown) => thrown)
  if (!(answer instanceof Response)) return { status: 0, to: null, text: JSON.stringify(answer) }
  return { status: answer.status, to: answer.headers.get('Location'), text: await answer.text() }
}

const at = (address: string, params: Record<string, string>) => ({ path: address, params })
const asks = (loader: typeof paper | typeof result | typeof intro, { path, params }: ReturnType<typeof at>, as = cookie) =>
  answerOf(Promise.resolve(loader({ request: get(path, as), params, context: { ...context } })))
const sends = (
  action: typeof save | typeof saveOne | typeof submit | typeof start,
  { path, params }: ReturnType<typeof at>,
  fields: [string, string][],
  as = cookie,
) => answerOf(Promise.resolve(action({ request: send(path, fields, as), params, context: { ...context } })))

async function starts(): Promise<string> {
  const { to } = await sends(start, at('/courses/pre-job/paper', { course: 'pre-job' }), [['seat', 'post-li-market-welder']])
  return String(to).replace('/papers/', '')
}
const fieldsOf = (picks: ReturnType<typeof rightPicks>): [string, string][] =>
  picks.flatMap(
    ({ ordinal, positions }) =>
      [[`was${ordinal}`, ''], ...positions.map((position): [string, string] => [`q${ordinal}`, position])] as [string, string][],
  )

beforeAll(useFixtureContent)
beforeEach(async () => {
  await emptyDatabase()
  const now = setClock('2026-03-10T02:00:00Z')
  await smallTown()
  await person('li', '李秀英')
  await post('li')
  await hasLearned('li')
  cookie = await signedIn('li', now)
})

describe('what the paper is', () => {
  it('names the lessons that are missing and where they are', async () => {
    await person('wu', '吴小军')
    await post('wu')
    await hasLearned('wu', lessons.slice(0, 1))
    const as = await signedIn('wu', new Date('2026-03-10T02:00:00Z'))
    const { text } = await asks(intro, at('/courses/pre-job/paper', { course: 'pre-job' }), as)
    expect(JSON.parse(text)).toMatchObject({
      missing: [{ id: lessons[1] }],
      seatId: 'post-wu-market-welder',
      count: 10,
      minutes: 25,
      pass: 80,
    })
    const refused = await sends(start, at('/courses/pre-job/paper', { course: 'pre-job' }), [['seat', 'post-wu-market-welder']], as)
    expect(refused.text).toContain('exams:refusal.lessonsMissing')
    expect((await sends(start, at('/courses/pre-job/paper', { course: 'pre-job' }), [['seat', 'post-li-market-welder']], as)).status).toBe(
      404,
    )
    expect((await asks(intro, at('/courses/pre-job/paper?seat=post-li-market-welder', { course: 'pre-job' }), as)).status).toBe(404)
  })
})

describe('a paper by plain forms', () => {
  it('is saved, asked about once, handed in, and then always shows its result', async () => {
    const id = await starts()
    const page = at(`/papers/${id}`, { attempt: id })
    const picks = rightPicks(id, (ordinal) => ordinal <= 9)
    expect(await sends(save, page, fieldsOf(picks))).toMatchObject({ status: 303, to: `/papers/${id}?saved` })
    expect(await sends(submit, page, [])).toMatchObject({ status: 303, to: `/papers/${id}?confirm` })
    expect((await db().attempt.findUniqueOrThrow({ where: { id } })).closedAt).toBeNull()
    expect(await sends(submit, page, [['sure', 'yes']])).toMatchObject({ to: `/papers/${id}/result` })
    expect(await sends(submit, page, [['sure', 'yes']])).toMatchObject({ to: `/papers/${id}/result` })
    expect(await asks(paper, page)).toMatchObject({ status: 303, to: `/papers/${id}/result` })
    const shown = JSON.parse((await asks(result, page)).text)
    expect(shown).toMatchObject({ score: 90, passed: true, certificateId: expect.any(String) })
    expect(shown.reasons).toHaveLength(1)
    expect((await asks(result, at(`/papers/${id}`, { attempt: id }))).status).toBe(0)
  })

  it('an old page in another tab overwrites nothing that was answered since', async () => {
    const id = await starts()
    const page = at(`/papers/${id}`, { attempt: id })
    await sends(saveOne, page, fieldsOf(rightPicks(id, (ordinal) => ordinal === 1)))
    const before = findPaperQuestions(id)
    await sends(submit, page, [
      ['was1', ''],
      ['was2', ''],
    ])
    expect(findPaperQuestions(id)).toEqual(before)
  })

  it('after the deadline takes nothing more, keeps what was saved and says so', async () => {
    const id = await starts()
    const page = at(`/papers/${id}`, { attempt: id })
    await sends(saveOne, page, fieldsOf(rightPicks(id, (ordinal) => ordinal <= 8)))
    setClock('2026-03-10T02:25:01Z')
    expect(
      await sends(saveOne, page, [
        ['was9', '?'],
        ['q9', '0'],
      ]),
    ).toMatchObject({ status: 409, text: expect.stringContaining('"closed"') })
    expect(
      await sends(save, page, [
        ['was9', '?'],
        ['q9', '0'],
      ]),
    ).toMatchObject({ to: `/papers/${id}/result?late` })
    const shown = JSON.parse((await asks(result, at(`/papers/${id}/result?late`, { attempt: id }))).text)
    expect(shown).toMatchObject({ score: 80, passed: true, atDeadline: true, late: true })
    expect(await asks(paper, page)).toMatchObject({ status: 303, to: `/papers/${id}/result` })
  })

  it('failing says what to study and when to come back, never the key', async () => {
    const id = await starts()
    const page = at(`/papers/${id}`, { attempt: id })
    await sends(submit, page, [['sure', 'yes']])
    const { text } = await asks(result, page)
    expect(JSON.parse(text)).toMatchObject({
      score: 0,
      passed: false,
      certificateId: null,
      reasons: [],
      retake: { until: '2026年3月10日 10:30' },
      study: [
        { wrong: 5, of: 5, lessons: [{ href: expect.any(String) }] },
        { wrong: 5, of: 5 },
      ],
    })
    expect(text).not.toContain(keyMark)
    expect(text).not.toContain(reasonMark)
  })
})

describe('somebody else', () => {
  it('finds neither the paper, nor its result, nor a way to write into it', async () => {
    const id = await starts()
    await person('wu', '吴小军')
    const as = await signedIn('wu', new Date('2026-03-10T02:00:00Z'))
    const page = at(`/papers/${id}`, { attempt: id })
    expect((await asks(paper, page, as)).status).toBe(404)
    expect((await asks(result, page, as)).status).toBe(404)
    for (const action of [save, saveOne, submit])
      expect(
        (
          await sends(
            action,
            page,
            [
              ['was1', ''],
              ['q1', '0'],
            ],
            as,
          )
        ).status,
      ).toBe(404)
    expect(
      (
        await sends(
          saveOne,
          page,
          [
            ['was1', ''],
            ['q1', '0'],
          ],
          '',
        )
      ).to,
    ).toContain('/sign-in')
    expect(findPaperQuestions(id).every((question) => question.answer === null)).toBe(true)
  })
})

describe('no byte of an open paper tells', () => {
  it('a key, an explanation, an option’s id, or a question that was not drawn', async () => {
    const id = await starts()
    const page = at(`/papers/${id}`, { attempt: id })
    const answers = [
      await asks(paper, page),
      await asks(paper, at(`/papers/${id}?confirm`, { attempt: id })),
      await asks(result, page),
      await asks(intro, at('/courses/pre-job/paper', { course: 'pre-job' })),
      await sends(saveOne, page, fieldsOf(rightPicks(id, () => true))),
      await sends(saveOne, page, [
        ['was1', '?'],
        ['q1', '77'],
      ]),
      await sends(save, page, [
        ['was1', '?'],
        ['q1', '77'],
      ]),
      await asks(paper, page),
    ]
    const sent = answers.map(({ text, to }) => `${text}${to ?? ''}`).join('\n')
    expect(sent).toContain('题干')
    expect(sent).not.toContain(keyMark)
    expect(sent).not.toContain(reasonMark)
    const drawn = new Set(findPaperQuestions(id).map((question) => question.questionId))
    const named = new Set(sent.match(/pre-job-(doors|alarm)-\d+/g))
    expect([...named].filter((name) => !drawn.has(name))).toEqual([])
    expect(named.size).toBe(10)
  })
})
