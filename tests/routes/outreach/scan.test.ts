import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { posterCodeFrom } from '~/domain/outreach/poster-code'
import { requestsPerAddress } from '~/domain/outreach/scan'
import { loader as typed } from '~/routes/outreach+/code'
import { loader as scanned } from '~/routes/outreach+/Q.$'
import { action as report, loader as reporting } from '~/routes/outreach+/Q.$code.report'
import { keepScans } from '~/usecases/outreach/count-scan.server'
import { hangInStairs, makePosterStreet } from '../../factories/poster-street'
import { setClock } from '../../factories/world'

const base = 'http://127.0.0.1:3000'
type Visitor = { address?: string; headers?: Record<string, string> }
const scan = async (path: string, { address = '10.0.0.1', headers = {} }: Visitor = {}): Promise<Response> => {
  const answer = await scanned({
    request: new Request(`${base}/Q/${path}`, { headers }),
    params: { '*': path.split('?')[0] ?? '' },
    context: { address, requestId: 't' },
  })
  return answer
}
const tallies = async () => {
  await keepScans()
  const rows = await db().scanTally.findMany({ orderBy: [{ code: 'asc' }, { what: 'asc' }] })
  return Object.fromEntries(rows.map(({ code, what, count }) => [`${code === '' ? 'unknown' : 'known'} ${what}`, count]))
}
const lesson = catalogue().micro.get('e-bike-charging')
const nobodys = posterCodeFrom('ZZZZZZ')
let code = ''

beforeEach(async () => {
  const { asLin } = await makePosterStreet()
  const { codes } = await hangInStairs(asLin)
  code = codes[0]?.code ?? ''
})

describe('a passer-by scans the poster on the stairs', () => {
  it('and reads the lesson at once, in one answer, wherever the letters are large or small', async () => {
    for (const path of [code, code.toLowerCase(), `${code}/`, `${code}/large`, `${code}/LARGE`]) {
      const answer = await scan(path)
      expect(answer.status).toBe(200)
      const html = await answer.text()
      expect(html).toContain(lesson?.title.zh)
      expect(html).toContain(lesson?.questions[0]?.stem.zh)
      expect(html).toContain('湖滨社区 1号楼1单元')
      expect(html).toContain(`/Q/${code}`)
    }
    expect(await (await scan(`${code}/en`)).text()).toContain(lesson?.title.en)
  })

  it('answers, finishes and promises, and each step is counted once under that code', async () => {
    for (const search of ['', '?one=a', '?one=a&two=c', '?one=a&two=c&three=a', '?one=a&two=c&three=a&promise=yes'])
      await scan(code + search)
    expect(await tallies()).toEqual({
      'known opened': 1,
      'known one.a': 1,
      'known two.c': 1,
      'known three.a': 1,
      'known finished': 1,
      'known promised': 1,
    })
    const [row] = await db().scanTally.findMany()
    expect(Object.keys(row ?? {}).sort()).toEqual(['code', 'count', 'lesson', 'on', 'what'])
    expect(row?.on).toBe('2026-03-10')
  })

  it('is one of a class behind one address with one kind of phone: each answer counts', async () => {
    for (let nth = 0; nth < 40; nth += 1) {
      setClock(new Date(Date.parse('2026-03-10T02:00:00.000Z') + nth * 600).toISOString())
      await scan(`${code}?one=b`, { headers: { 'User-Agent': 'school tablet' } })
    }
    expect(await tallies()).toEqual({ 'known one.b': 40 })
  })

  it('sends an answer twice, or comes back to a page that is still held: it counts once', async () => {
    const first = await scan(`${code}?one=b`)
    await scan(`${code}?one=b`)
    const mark = first.headers.get('ETag') ?? ''
    setClock('2026-03-10T02:30:00.000Z')
    const again = await scan(`${code}?one=b`, { headers: { 'If-None-Match': mark } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(await tallies()).toEqual({ 'known one.b': 1 })
    await scan(`${code}?one=b`)
    expect(await tallies()).toEqual({ 'known one.b': 2 })
    setClock('2026-03-11T02:30:00.000Z')
    const nextDay = await scan(`${code}?one=b`, { headers: { 'If-None-Match': mark } })
    expect(nextDay.status).toBe(200)
    expect(await tallies()).toEqual({ 'known one.b': 1 })
  })

  it('is not counted where only the headers are asked for, or a browser guesses ahead', async () => {
    await scan(code, { headers: { 'Sec-Purpose': 'prefetch;prerender' } })
    await scanned({
      request: new Request(`${base}/Q/${code}`, { method: 'HEAD' }),
      params: { '*': code },
      context: { address: 'x', requestId: 't' },
    })
    expect(await tallies()).toEqual({})
  })

  it('changes nothing with answers out of range, said twice or out of order', async () => {
    const plain = await (await scan(code)).text()
    for (const search of ['?one=zz', '?one=%00', '?one=a&one=b', '?x=%3Cscript%3E', '?utm_source=wechat'])
      expect(await (await scan(code + search)).text()).toBe(plain)
    await scan(`${code}?two=a`)
    await scan(`${code}?promise=yes`)
    expect(await tallies()).toEqual({ 'known opened': 6 })
  })

  it('sees what everybody sees: no header, cookie or address changes a byte, and nothing is set', async () => {
    const plain = await scan(code)
    const html = await plain.text()
    for (const headers of [
      { Cookie: 'mingbai_view=en.dark.large; mingbai_session=x' },
      { 'Accept-Language': 'en' },
      { 'User-Agent': '<script>', Referer: 'https://example.org/' },
      { 'X-Forwarded-For': '1.2.3.4', 'X-Forwarded-Host': 'evil.example' },
    ]) {
      const answer = await scan(code, { headers, address: '10.9.9.9' })
      expect(await answer.text()).toBe(html)
      expect(answer.headers.get('Set-Cookie')).toBeNull()
      expect(answer.headers.get('Cache-Control')).toBe('public, no-cache')
    }
  })
})

describe('a code that is damaged or unknown', () => {
  it.each([nobodys, 'ABC', '%00%07', 'x'.repeat(3000), '..%2f..', '<img src=x onerror=alert(1)>', ''])(
    '%j teaches something and asks to be reported',
    async (wrong) => {
      const answer = await scan(wrong)
      expect(answer.status).toBe(200)
      const html = await answer.text()
      expect(html).toContain('这个码认不出来')
      expect(html).toContain('/report')
      expect(html).toMatch(/<button type="submit" name="one"/)
      expect(html).not.toContain('onerror=alert')
      expect(html).toBe(await (await scan(nobodys)).text())
      expect(await tallies()).toEqual({ 'unknown opened': 2 })
    },
  )

  it('leads on to the lesson that took the place of a retired one, and to what the season needs where it is gone', async () => {
    await transact((tx) => tx.posterCode.updateMany({ where: { code }, data: { lesson: 'no-longer-there' } }))
    const html = await (await scan(code)).text()
    expect(html).toContain('这个码认不出来')
    expect(html).toMatch(/<h1>[^<]+<\/h1>/)
  })
})

describe('a flood from one address', () => {
  it('is counted up to its share and then apart; another address counts as before', async () => {
    for (let nth = 0; nth < requestsPerAddress + 25; nth += 1) await scan(code, { address: '10.0.0.66' })
    expect(await tallies()).toEqual({ 'known opened': requestsPerAddress, 'known capped': 25 })
    await scan(code, { address: '10.0.0.67' })
    expect(await tallies()).toEqual({ 'known opened': requestsPerAddress + 1, 'known capped': 25 })
    setClock('2026-03-11T02:00:00.000Z')
    await scan(code, { address: '10.0.0.66' })
    const next = await db().scanTally.findMany({ where: { on: '2026-03-11' } })
    expect(next).toEqual([])
    await keepScans()
    expect(await db().scanTally.findMany({ where: { on: '2026-03-11' } })).toMatchObject([{ what: 'opened', count: 1 }])
  })

  it('on codes that nobody knows ends in two rows, whatever the codes are', async () => {
    for (let nth = 0; nth < requestsPerAddress + 500; nth += 1)
      await scan(posterCodeFrom(`ZZZ${'23456789AB'.charAt(nth % 10)}ZZ`), { address: '10.0.0.68' })
    expect(await tallies()).toEqual({ 'unknown opened': requestsPerAddress, 'unknown capped': 500 })
    expect(await db().scanTally.count()).toBe(2)
  })
})

describe('a damaged poster', () => {
  const sent = (at: string, fields: Record<string, string>, address = '10.1.1.1') =>
    report({
      request: new Request(`${base}/Q/${at}/report`, { method: 'POST', body: new URLSearchParams(fields) }),
      params: { code: at },
      context: { address, requestId: 't' },
    }).catch((thrown: unknown) => thrown)

  it('is reported with one tap and no name, and the site is known', async () => {
    const answer = await sent(code.toLowerCase(), { fault: 'torn', note: '右下角\u202e撕了' })
    expect(answer instanceof Response && answer.headers.get('Location')).toBe(`/Q/${code}/report?sent=yes`)
    const [row] = await db().posterReport.findMany()
    expect(row).toMatchObject({ code, fault: 'torn', note: '右下角撕了', handledAt: null })
    expect(row?.siteId).not.toBeNull()
    expect(Object.keys(row ?? {}).sort()).toEqual(['at', 'code', 'fault', 'handledAt', 'handledBy', 'id', 'note', 'siteId'])
  })

  it('is reported with a code nobody knows too, kept as it could be read', async () => {
    await sent('<b>zz-9\u0000', { fault: 'unreadable', note: '' })
    expect(await db().posterReport.findMany()).toMatchObject([{ code: 'BZZ-9', siteId: null, fault: 'unreadable' }])
  })

  it('needs a reason, takes no essay, and not hundreds from one address', async () => {
    expect(await sent(code, { note: 'x' })).toMatchObject({ init: { status: 400 } })
    expect(await sent(code, { fault: 'stolen' })).toMatchObject({ init: { status: 400 } })
    expect(await sent(code, { fault: 'torn', note: '长'.repeat(201) })).toMatchObject({ init: { status: 400 } })
    for (let nth = 0; nth < 60; nth += 1) await sent(code, { fault: 'torn' }, '10.1.1.2')
    expect(await sent(code, { fault: 'torn' }, '10.1.1.2')).toMatchObject({ init: { status: 400 } })
    expect(await db().posterReport.count()).toBe(1)
  })

  it('is asked about under the code that was scanned, though the page that led there does not name it', async () => {
    const asked = (referer: string) =>
      reporting({
        request: new Request(`${base}/Q/-/report`, { headers: { Referer: referer } }),
        params: { code: '-' },
        context: { address: 'x', requestId: 't' },
      }).catch((thrown: unknown) => (thrown instanceof Response ? thrown.headers.get('Location') : null))
    expect(await asked(`${base}/Q/${nobodys}?one=a`)).toBe(`/Q/${nobodys}/report`)
    for (const referer of ['nonsense', `${base}/Q/-`, `${base}/m/oil-fire`]) expect(await asked(referer)).toMatchObject({ isSent: false })
  })

  it('shows where it hangs', async () => {
    const shown = await reporting({
      request: new Request(`${base}/Q/${code}/report`),
      params: { code },
      context: { address: 'x', requestId: 't' },
    })
    expect(shown.place).toBe('湖滨社区 1号楼1单元')
  })
})

it('a code that is typed in leads where the printed one does', async () => {
  const asked = (value: string) =>
    typed({
      request: new Request(`${base}/code?code=${encodeURIComponent(value)}`),
      params: {},
      context: { address: 'typing', requestId: 't' },
    }).catch((thrown: unknown) => (thrown instanceof Response ? thrown.headers.get('Location') : null))
  expect(await asked(` ${code.slice(0, 3)} ${code.slice(3).toLowerCase()} `)).toBe(`/Q/${code}`)
})
