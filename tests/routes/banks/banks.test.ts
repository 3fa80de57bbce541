import { beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { questionsOfPlace } from '~/data/banks/local-questions.server'
import { transact } from '~/data/transact.server'
import { newId } from '~/gateways/secrets.server'
import { startSession } from '~/http/session.server'
import { loader as bank, action as judge } from '~/routes/banks+/banks._index'
import { action as onQuestion, loader as page } from '~/routes/banks+/banks.$id._index'
import { loader as edit } from '~/routes/banks+/banks.$id.edit'
import { loader as out } from '~/routes/banks+/banks.export'
import { loader as file } from '~/routes/banks+/banks.files.$format'
import { action as bring, loader as importPage } from '~/routes/banks+/banks.import'
import { action as onFile, loader as result } from '~/routes/banks+/banks.imports.$id'
import { action as write } from '~/routes/banks+/banks.new'
import { makeAdministered } from '../../factories/administration'
import { type MadePerson, makeEmployee, morning } from '../../factories/unit-people'

let [author, second, sectorial, employee]: MadePerson[] = []

beforeAll(async () => {
  catalogue()
  const { brigade } = await makeAdministered()
  const made = await Promise.all(['1', '2', '3', '4'].map((last) => makeEmployee(brigade, `人${last}`, { phone: `1380000666${last}` })))
  ;[author, second, sectorial, employee] = made
  const right = { role: 'supervisor', placeId: 'street', from: '2020-01-01', grantedBy: 'system', createdAt: morning }
  await transact(async (tx) => {
    for (const [one, sectors] of [
      [author, '*'],
      [second, '*'],
      [sectorial, '["education"]'],
    ] as const)
      await tx.grant.create({ data: { id: newId(morning), sectors, accountId: one?.accountId ?? '', ...right } })
  })
}, 60_000)

type Wish = { as: MadePerson | undefined; path: string; params?: Record<string, string>; form?: Record<string, string>; file?: string }

async function asked({ as, path, params = {}, form, file: sent }: Wish) {
  const url = `http://127.0.0.1:3000${path}`
  const cookie = (await startSession(new Request(url), as?.accountId ?? '', 'console', morning, true)).split(';')[0] ?? ''
  const body = sent === undefined ? form && new URLSearchParams(form) : new FormData()
  if (body instanceof FormData && sent !== undefined) body.append('file', new File([sent], '题库.txt'))
  const headers = { Cookie: cookie, ...(sent === undefined ? {} : { 'Content-Length': String(sent.length * 3 + 500) }) }
  const request = new Request(url, { headers, ...(body ? { method: 'POST', body } : {}) })
  return { request, params, context: { address: 'test', requestId: 't' } }
}

async function statusOf(answer: Promise<unknown>): Promise<number> {
  const outcome = await answer.catch((fault: unknown) => fault)
  if (outcome instanceof Response) return outcome.status
  if (outcome instanceof Error) throw outcome
  const status: unknown = Object(Object(outcome).init).status
  return typeof status === 'number' ? status : 200
}

const typed = { stem: '**着火**先做什么？', optionA: '离开', optionB: '收拾', answer: 'A', intent: 'propose' }
const first = () => questionsOfPlace('street')[0]

describe('the pages of a bank', () => {
  it('take a question from its author over a second person into use, and out as a file', async () => {
    expect(await statusOf(write(await asked({ as: author, path: '/banks/new?place=street', form: { ...typed, answer: 'C' } })))).toBe(400)
    expect(await statusOf(write(await asked({ as: author, path: '/banks/new?place=street', form: { ...typed, intent: 'preview' } })))).toBe(
      200,
    )
    expect(first()).toBeUndefined()
    expect(await statusOf(write(await asked({ as: author, path: '/banks/new?place=street', form: typed })))).toBe(303)
    const [id, wording] = [first()?.id ?? '', first()?.latest.id ?? '']
    const list = await bank(await asked({ as: second, path: '/banks?place=street&text=离开' }))
    expect(list).toMatchObject({ counts: { all: 1, inUse: 0, waiting: 1, mine: 0 }, rows: [{ stem: '着火先做什么？', wording }] })
    expect(await page(await asked({ as: author, path: `/banks/${id}`, params: { id } }))).toMatchObject({ turn: 'own', state: 'proposed' })
    expect(
      await statusOf(onQuestion(await asked({ as: author, path: `/banks/${id}`, params: { id }, form: { intent: 'approve', wording } }))),
    ).toBe(400)
    expect(await statusOf(judge(await asked({ as: second, path: '/banks?place=street', form: { wordings: wording } })))).toBe(303)
    expect(first()).toMatchObject({ state: 'approved' })
    const gift = await file(await asked({ as: second, path: '/banks/files/gift?place=street', params: { format: 'gift' } }))
    expect(await gift.text()).toContain('=离开')
    expect(await out(await asked({ as: second, path: '/banks/export?place=street' }))).toMatchObject({ what: 'inUse', left: [] })
  })

  it('take a file from the dry run to the confirmation', async () => {
    const sent = '1. 灭火器能挡在门后吗（×）\n2. 没有答案？\nA. 甲\nB. 乙\n'
    const answer = await bring(await asked({ as: author, path: '/banks/import?place=street', file: sent })).catch((fault: unknown) => fault)
    const id = answer instanceof Response ? (answer.headers.get('Location')?.split('/').at(-1) ?? '') : ''
    const shown = { as: author, path: `/banks/imports/${id}`, params: { id } }
    expect(await result(await asked(shown))).toMatchObject({ state: 'open', format: 'text', counts: { new: 1, refused: 1 } })
    expect(await statusOf(result(await asked({ ...shown, as: second })))).toBe(404)
    expect(await statusOf(onFile(await asked({ ...shown, form: { intent: 'confirm' } })))).toBe(303)
    expect(await result(await asked(shown))).toMatchObject({ state: 'written', written: { new: 1, changed: 0 } })
    expect(await importPage(await asked({ as: author, path: '/banks/import?place=street' }))).toMatchObject({
      mine: [{ state: 'written' }],
    })
  })

  it('are closed to everybody else, answers and all', async () => {
    const id = first()?.id ?? ''
    for (const one of [sectorial, employee]) {
      expect(await statusOf(Promise.resolve(bank(await asked({ as: one, path: '/banks' }))))).toBe(403)
      expect(await statusOf(Promise.resolve(page(await asked({ as: one, path: `/banks/${id}`, params: { id } }))))).toBe(403)
      expect(
        await statusOf(Promise.resolve(file(await asked({ as: one, path: '/banks/files/text?place=street', params: { format: 'text' } })))),
      ).toBe(403)
    }
    expect(await statusOf(Promise.resolve(bank(await asked({ as: author, path: '/banks?place=county' }))))).toBe(404)
    expect(await statusOf(Promise.resolve(edit(await asked({ as: author, path: '/banks/none/edit', params: { id: 'none' } }))))).toBe(404)
  })
})
