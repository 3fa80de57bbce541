import { request as ask } from 'node:http'
import { patternFinder } from '~/domain/running/route-patterns'
import { routesContract } from '../routes.contract'
import { crawl } from './every-form'
import { encoded, hostileInputs } from './hostile-inputs'
import { expect, phones, sessionOf, test } from './journey'

const perPage = Number(process.env.HOSTILE ?? '1')
const names = [
  'q',
  'name',
  'text',
  'page',
  'sort',
  'direction',
  'from',
  'to',
  'on',
  'year',
  'place',
  'unit',
  'state',
  'kind',
  'only',
  'next',
  'job',
  'path',
  'format',
  'person',
  'find',
  'wait',
  'after',
  'step',
  '_data',
  '_routes',
  '__proto__',
  'constructor',
]
const patternOf = patternFinder(Object.keys(routesContract))

type Odd = { method?: string; path: string; headers?: Record<string, string | string[]>; body?: string }
/** A request as no browser makes it; its status, 0 where the server hung up. */
const statusOf = (site: string, { method = 'GET', path, headers = {}, body }: Odd): Promise<number> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(site)
    const sent = ask({ hostname, port, method, path, headers, timeout: 60_000 }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', () => resolve(0))
    sent.on('timeout', () => sent.destroy())
    sent.end(body)
  })

test('whatever is asked of a page in its address, it answers without failing', async ({ site }) => {
  test.setTimeout(perPage >= 200 ? 7_200_000 : 240_000)
  const faults: string[] = []
  let nth = 0
  for (const [party, phone] of Object.entries({ nobody: '', manager: phones.manager, administrator: phones.administrator })) {
    const cookie = await sessionOf(site, phone)
    const { pages } = await crawl(site.url, cookie, 1)
    for (const page of pages) {
      for (let given = 0; given < Math.max(1, Math.ceil(perPage / 8)); given += 1) {
        const query = names.map((name) => {
          nth += 1
          const input = hostileInputs[nth % hostileInputs.length]
          return `${name}=${input === undefined || input.text.length > 5000 ? '%00' : encoded(input).slice(0, 400)}`
        })
        const path = `${page.split('?')[0]}?${query.filter((pair) => perPage >= 200 || !pair.startsWith('_data')).join('&')}`
        const status = await statusOf(site.url, { path, headers: { Cookie: cookie } })
        if (status >= 500 || status === 0) faults.push(`${party} ${patternOf(page)}: ${status} ${path.slice(0, 3000)}`)
      }
    }
  }
  expect(faults).toEqual([])
})

test('requests that no browser makes are answered, and the server goes on', async ({ site }) => {
  const cookie = await sessionOf(site, phones.manager)
  const own = { Cookie: cookie, Origin: site.url }
  const form = { ...own, 'Content-Type': 'application/x-www-form-urlencoded' }
  const paths = ['/sign-in', '/suggest', '/view', '/me/data', '/imports', '/me/licences/new']
  const odd: Odd[] = [
    ...[
      '/%',
      '/%zz',
      '/%E0%A4%A',
      '/..%2f..%2fetc/passwd',
      '/%00',
      '/C/%ff',
      '/units/%2e%2e',
      '/m/%F0%9F%94%A5',
      '//evil.example/',
      '/\\evil',
      '/me.data?_routes=%00',
      '/?_data=root',
      `/${'a/'.repeat(3000)}`,
      '/U/__proto__',
      '/Q/constructor',
      '/K/toString',
      '/m/__proto__',
      '/sets/constructor',
      '/courses/hasOwnProperty',
      '/permits/__proto__',
      '/panel/constructor',
      '/visits/__proto__',
    ].map((path) => ({ path })),
    ...['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'HEAD'].flatMap((method) =>
      paths.map((path) => ({ method, path, headers: own })),
    ),
    ...[
      'zh.light.plain',
      'xx.yy.zz',
      '__proto__.dark.plain',
      '%00',
      'zh',
      '../../en.dark.plain',
      'en.light.plain; mingbai_view=zh',
      'a'.repeat(6000),
    ].map((view) => ({ path: '/', headers: { Cookie: `mingbai_view=${view}` } })),
    ...['%', 'x'.repeat(7000), "' OR 1=1", '__proto__', '%00'].map((session) => ({
      path: '/me',
      headers: { Cookie: `mingbai_session=${session}` },
    })),
    { path: '/', headers: { 'X-Big': 'a'.repeat(100_000) } },
    { path: '/', headers: Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`X-${at}`, 'a'])) },
    {
      path: '/',
      headers: { 'Accept-Language': '*;q=9, ,,zh-__proto__', 'Accept-Encoding': 'br;q=x, *;q=0', Range: 'bytes=9-1', 'If-None-Match': '"' },
    },
    ...paths.flatMap((path): Odd[] => [
      ...[
        'text/plain',
        'application/json',
        'application/xml',
        'multipart/form-data',
        'multipart/form-data; boundary=',
        `multipart/form-data; boundary=${'b'.repeat(5000)}`,
        'application/x-www-form-urlencoded; charset=utf-7',
        '\u00ff',
      ].map((type) => ({ method: 'POST', path, headers: { ...own, 'Content-Type': type }, body: '{"__proto__":{"x":1}}' })),
      {
        method: 'POST',
        path,
        headers: { ...own, 'Content-Type': 'multipart/form-data; boundary=x' },
        body: '--x\r\nContent-Disposition: form-data; name="a"; filename="../../\u202egpj.exe"\r\n\r\n',
      },
      {
        method: 'POST',
        path,
        headers: { ...own, 'Content-Type': 'multipart/form-data; boundary=x' },
        body: `${'--x\r\nContent-Disposition: form-data; name="file"; filename="a\\"\\r\\nX: y"\r\nContent-Type: text/html\r\n\r\n<script>\r\n'.repeat(500)}--x--`,
      },
      { method: 'POST', path, headers: form, body: '%%%=%E0%A4%A&=&&&' },
      { method: 'POST', path, headers: form, body: 'a=1&'.repeat(200_000) },
      { method: 'POST', path, headers: { ...form, 'Transfer-Encoding': 'chunked' }, body: `text=${'x'.repeat(100_000)}` },
      { method: 'POST', path, headers: form, body: `text=${'x'.repeat(20_000_000)}` },
      { method: 'POST', path: `${path}.data`, headers: form, body: 'x=1' },
    ]),
  ]
  const faults: string[] = []
  for (const one of odd) {
    const status = await statusOf(site.url, one)
    if (status >= 500 && status !== 501)
      faults.push(
        `${one.method ?? 'GET'} ${one.path.slice(0, 60)} ${JSON.stringify(one.headers ?? {}).slice(0, 160)} ${(one.body ?? '').slice(0, 80)}: ${status}`,
      )
  }
  expect(faults).toEqual([])
  expect((await fetch(`${site.url}/healthz`)).status).toBe(200)
})
