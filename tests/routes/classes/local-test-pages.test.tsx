import type { LoaderFunctionArgs } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testPaperQuestions } from '~/data/classes/test-papers.server'
import { testOfPart } from '~/data/classes/tests.server'
import { positionsOf } from '~/domain/exams/paper-form'
import { action as run, loader as running } from '~/routes/classes+/classes.$id.tests.$key._index'
import { loader as paperPage } from '~/routes/classes+/classes.papers.$paper._index'
import { loader as result } from '~/routes/classes+/classes.papers.$paper.result'
import { action as submit } from '~/routes/classes+/classes.papers.$paper.submit'
import { action as begin } from '~/routes/classes+/classes.test._index'
import { MarkedLines } from '~/ui/banks/marked-text'
import { useFixtureContent } from '../../exams-fixtures/content'
import { buildClass, seat, testTime } from '../../factories/class-with-test'
import { addLocal, localQuestion, takeOut } from '../../factories/local-bank'
import { emptyDatabase, setClock } from '../../factories/world'
import { ask } from '../duties-pages/street-corner'

type Handler = (args: LoaderFunctionArgs) => unknown
const here = { id: 'class', key: 'test' }
const address = '/classes/class/tests/test'

async function answerOf(work: Promise<unknown>): Promise<{ status: number; to: string | null; text: string }> {
  const answer = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location'), text: await answer.text() }
  if (answer instanceof Error) throw answer
  const text = JSON.stringify(answer)
  return { status: Number(/"init":\{[^}]*"status":(\d+)/.exec(text)?.[1] ?? 200), to: null, text }
}
const gets = async (loader: Handler, path: string, who: string, params: Record<string, string> = {}) => {
  const asked = await ask(path, who, testTime, params)
  return answerOf(Promise.resolve().then(() => loader(asked)))
}
const sends = async (action: Handler, path: string, who: string, fields: [string, string][], params: Record<string, string> = {}) => {
  const asked = await ask(path, who, testTime, params)
  const headers = { Cookie: asked.request.headers.get('Cookie') ?? '' }
  const request = new Request(asked.request.url, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return answerOf(Promise.resolve().then(() => action({ ...asked, request })))
}
const chooses = (who: string, topics: string[], questions: string) =>
  sends(
    run,
    address,
    who,
    [
      ['intent', 'choose'],
      ...topics.map((topic): [string, string] => ['topics', topic]),
      ['questions', questions],
      ...([
        ['pass', '60'],
        ['minutes', '10'],
        ['tries', '1'],
      ] satisfies [string, string][]),
    ],
    here,
  )

async function begins(): Promise<string> {
  await sends(run, address, 'lead', [['intent', 'open']], here)
  const code = (await testOfPart('class', 'test'))?.code ?? ''
  const { to } = await sends(begin, '/classes/test', 'li', [['code', code]])
  return String(to).replace('/classes/papers/', '')
}

let bank: { id: string; wording: string }[] = []
beforeAll(useFixtureContent)
beforeEach(async () => {
  await emptyDatabase()
  setClock(testTime.toISOString())
  await buildClass()
  await seat('li')
  const plain = { ...localQuestion('没有解析', ''), options: ['<b>甲</b>', '**乙**'], right: [1] }
  bank = [await addLocal('east', '甲题'), await addLocal('east', '乙题'), await addLocal('east', '没有解析', 'approved', plain)]
  await addLocal('west', '西街的题')
})

describe('the page of a test of a class', () => {
  it('offers the bank of the class’s place as a count, to organisers of rooms as well, and none of its words', async () => {
    for (const who of ['lead', 'main-org']) {
      const { text } = await gets(running, address, who, here)
      expect(text).toContain('"title":"本地题库"')
      expect(text).toMatch(/"id":"local\/east","title":"东街题库","count":3/)
      for (const word of ['甲题', '解析', '先离开', bank[0]?.wording ?? '', 'local/west']) expect(text).not.toContain(word)
    }
    for (const { id } of bank) await takeOut(id)
    expect((await gets(running, address, 'lead', here)).text).not.toContain('local/')
  })

  it('takes it, and the bank of another place as no topic at all', async () => {
    expect((await chooses('lead', ['local/west'], '3')).text).toContain('refusal.noTopic')
    expect(await chooses('lead', ['local/west', 'pre-job/doors'], '3')).toMatchObject({ status: 303 })
    expect((await testOfPart('class', 'test'))?.body.topics).toEqual(['pre-job/doors'])
    expect(await chooses('main-org', ['local/east'], '3')).toMatchObject({ status: 303 })
    expect((await testOfPart('class', 'test'))?.body.topics).toEqual(['local/east'])
  })
})

describe('a paper with local questions', () => {
  it('sends a browser neither key nor explanation before it is closed, and no id ever', async () => {
    await chooses('lead', ['local/east'], '3')
    const paper = await begins()
    const { text } = await gets(paperPage, `/classes/papers/${paper}`, 'li', { paper })
    const [shown] = [JSON.parse(text).paper.questions]
    expect(shown).toHaveLength(3)
    const fields = ['ordinal', 'kind', 'stem', 'options', 'picture', 'picked', 'answered', 'isMarked'].sort()
    for (const question of shown) {
      expect(Object.keys(question).sort()).toEqual(fields)
      for (const option of question.options) expect(Object.keys(option).sort()).toEqual(['at', 'text', 'x', 'y'])
    }
    for (const word of ['的解析', 'right', 'key', 'explanation', ...bank.flatMap(({ id, wording }) => [id, wording])])
      expect(text).not.toContain(word)
    expect((await gets(result, `/classes/papers/${paper}/result`, 'li', { paper })).to).toBe(`/classes/papers/${paper}`)
  })

  it('tells afterwards why, or the answer where nobody wrote why, and from which bank', async () => {
    await chooses('lead', ['local/east'], '3')
    const paper = await begins()
    const wrong = testPaperQuestions(paper).flatMap(({ ordinal, questionId, options }): [string, string][] => {
      const picked = questionId === bank[2]?.wording ? 'a' : 'b'
      return [[`was${ordinal}`, '?'], ...positionsOf(options, [picked]).map((at): [string, string] => [`q${ordinal}`, at])]
    })
    expect(await sends(submit, `/classes/papers/${paper}/submit`, 'li', wrong, { paper })).toMatchObject({
      to: `/classes/papers/${paper}/result`,
    })
    const told = JSON.parse((await gets(result, `/classes/papers/${paper}/result`, 'li', { paper })).text)
    expect(told).toMatchObject({ score: 0, study: [{ topic: 'local/east', title: '东街题库', wrong: 3, of: 3, lessons: [] }] })
    const reasons: { stem: string; explanation: string; source: string }[] = told.reasons
    expect(reasons.map(({ explanation }) => explanation).sort()).toEqual(['乙题的解析', '正确答案\n\n- **乙**', '甲题的解析'].sort())
    expect(new Set(reasons.map(({ source }) => source))).toEqual(new Set(['东街题库']))
    expect((await gets(result, `/classes/papers/${paper}/result`, 'wu', { paper })).status).toBe(404)
  })
})

it('shows marks of a local question as marks, and tags as the letters they are', () => {
  expect(renderToStaticMarkup(<MarkedLines text={'**先**看\n<b>x</b>\n\n2. 二\n3. 三'} />)).toBe(
    '<span class="block"><strong>先</strong><span>看</span></span><span class="block"><span>&lt;b&gt;x&lt;/b&gt;</span></span>' +
      '<span class="block pl-4">2. <span>二</span></span><span class="block pl-4">3. <span>三</span></span>',
  )
})
