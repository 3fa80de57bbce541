import { crawl, type FoundForm, kindOfForm } from './every-form'
import { filled, requestOf } from './filled-form'
import { expect, phones, sessionOf, testAlone as test } from './journey'
import { differences, elsewhere, rowsOf } from './kept-rows'
import { sampleVariable, startServer } from './server'

/** Fields that no page of ours sends, as somebody would add them who hopes that they count. */
function foreign(ids: ReturnType<typeof elsewhere>): [string, string][] {
  const same = (names: string[], value: string): [string, string][] => names.map((name) => [name, value])
  return [
    ...Object.entries(ids),
    ...same(['role', 'roles', 'grant', 'scope', 'audience'], 'administrator'),
    ...same(['passed', 'isAdministrator', 'admin', 'approved', 'confirmed', 'cleared', 'sudo', 'force'], 'true'),
    ...same(['score', 'grade', 'points', 'right'], '100'),
    ...same(['by', 'createdBy', 'createdById', 'actor', 'ownerId', 'signedBy'], ids.accountId),
    ...same(['createdAt', 'now', 'deadlineAt', 'closedAt', 'passedAt', 'validUntil', 'today'], '2036-01-01'),
    ...same(['status', 'standing'], 'current'),
    ['id', ids.unitId],
    ['passwordHash', 'x'],
    ['evidenceId', ids.personId],
    ['placePath', '/'],
    ['_method', 'DELETE'],
    ['__proto__', 'x'],
    ['__proto__.isAdministrator', 'true'],
    ['constructor.prototype.role', 'administrator'],
  ]
}

const few = { nobody: '', manager: phones.manager }
const all = { ...few, newcomer: phones.newcomer, supervisor: phones.supervisor, administrator: phones.administrator }
const plain = [{ what: 'plain words', text: '平常的几个字' }]

test('forty fields more than a form has change nothing of what it does', async ({ site }) => {
  test.setTimeout(600_000)
  const other = await startServer('sample')
  const before = rowsOf(process.env[sampleVariable] ?? '')
  const more = foreign(elsewhere(site.data))
  expect(more.length).toBeGreaterThanOrEqual(40)
  const sent = new Set<string>()
  const faults: string[] = []

  const post = async (url: string, cookie: string, form: FoundForm, extra: readonly [string, string][]) => {
    const encoded = extra.map(([name, value]): [string, string] => [encodeURIComponent(name), encodeURIComponent(value)])
    const { address, body, headers } = requestOf(form, [...filled(form, 'plausible', plain), ...encoded])
    const answer = await fetch(url + address, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: cookie, Origin: url, ...headers },
      body,
    })
    await answer.body?.cancel()
    return `${answer.status} ${(answer.headers.get('location') ?? '').replace(/[0-9a-f-]{36}/g, '#').replace(/(=|\/)[0-9A-Z]{6,}/g, '$1#')}`
  }

  for (const [party, phone] of Object.entries(process.env.PARTIES === 'all' ? all : few)) {
    const [first, second] = await Promise.all([sessionOf(site, phone), sessionOf(other, phone)])
    // Opening a page may note that it was opened: both are opened alike.
    const [{ forms }, { forms: others }] = await Promise.all([crawl(site.url, first, 1), crawl(other.url, second, 1)])
    // What was made meanwhile has other ids here and there: each is sent the forms of its own pages.
    const same = new Map(others.map((form) => [kindOfForm(form), form]))
    for (const form of forms) {
      const key = JSON.stringify([form.pattern, form.fields.map(({ name }) => name), form.button])
      if (form.method === 'GET' || /^\/(sign-out|account|erase)/.test(form.pattern) || sent.has(key)) continue
      sent.add(key)
      const there = same.get(kindOfForm(form))
      if (there === undefined) {
        faults.push(`${party} ${form.pattern} ${form.button.value}: only one of both has this form`)
        continue
      }
      const ofRoute = forms.filter(({ pattern }) => pattern === form.pattern)
      const own = new Set(ofRoute.flatMap(({ fields, button }) => [button.name, ...fields.map(({ name }) => name)]))
      const foreignHere = more.filter(([name]) => !own.has(name))
      const one = await post(site.url, first, form, [])
      const two = await post(other.url, second, there, foreignHere)
      if (one !== two) faults.push(`${party} ${form.pattern} ${form.button.value}: ${one} alone, ${two} with more`)
    }
    const [alone, withMore] = [rowsOf(site.data, before.ids), rowsOf(other.data, before.ids)]
    faults.push(...differences(alone, withMore).map((line) => `after ${party}: ${line}`.slice(0, 900)))
    if (faults.length > 0) break
  }
  console.log(`${sent.size} forms sent twice, with ${more.length} fields more`)
  await other.stop()
  expect(faults).toEqual([])
})
