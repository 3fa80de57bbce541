import Database from 'better-sqlite3'
import type { Audience } from '~/http/serve.server'
import { routesContract } from '../routes.contract'
import { expect, password, phones, test } from './journey'
import type { Running } from './server'

type Party = 'nobody' | 'employee' | 'manager' | 'supervisor' | 'administrator'
const parties: Record<Exclude<Party, 'nobody'>, string> = {
  employee: phones.employee,
  manager: phones.manager,
  supervisor: phones.supervisor,
  administrator: phones.administrator,
}

async function cookieOf(site: Running, phone: string): Promise<string> {
  const answer = await fetch(`${site.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: site.url, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ login: phone, password }),
  })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
  if (!cookies.some((cookie) => cookie.startsWith('mingbai_session='))) throw new Error(`no session for ${phone}: ${answer.status}`)
  return cookies.join('; ')
}

const admits = (audience: Audience, party: Party): boolean => {
  if (audience === 'anyone') return true
  if (party === 'nobody') return false
  return audience === 'person' || party === 'administrator' || party === audience
}

type Row = Record<string, string>
/** Ids of things that lie outside what the employee, the manager and the street supervisor may see. */
function strangers(site: Running): { params: Row; secrets: string[] } {
  const database = new Database(`${site.data}/mingbai.db`, { readonly: true })
  const person = database
    .prepare<[], Row>(
      `SELECT p."id" AS "personId", p."name", k."id" AS "postId", k."cardToken", u."id" AS "unitId", u."name" AS "unitName", a."id" AS "accountId", c."id" AS "certificateId", c."token"
       FROM "Person" p JOIN "Post" k ON k."personId" = p."id" JOIN "Unit" u ON u."id" = k."unitId" JOIN "Place" l ON l."id" = u."placeId" JOIN "Account" a ON a."personId" = p."id"
       JOIN "Certificate" c ON c."personId" = p."id" WHERE l."path" LIKE '/qinghe/xiqiao/%' AND u."sector" = 'medical' ORDER BY p."id" LIMIT 1`,
    )
    .get()
  const attempt = database.prepare<[string], Row>('SELECT "id" FROM "Attempt" WHERE "personId" = ?').get(person?.personId ?? '')
  database.close()
  if (!person) throw new Error('the sample street has no medical unit in Xiqiao')
  return {
    params: {
      unitId: person.unitId ?? '',
      personId: person.personId ?? '',
      postId: person.postId ?? '',
      accountId: person.accountId ?? '',
      id: person.certificateId ?? '',
      attempt: attempt?.id ?? '',
      course: 'pre-job',
      lesson: 'pre-job-01-first-day',
      piece: 'none',
      token: 'A'.repeat(26),
      code: 'AAAAAAAA',
    },
    secrets: [person.name ?? '', person.unitName ?? ''],
  }
}

const fill = (address: string, params: Row) => address.replace(/:([a-zA-Z]+)/g, (_match, name: string) => params[name] ?? name)

/** Every way the framework serves an address. */
function ways(site: Running, address: string, cookie: string): { way: string; ask: () => Promise<Response> }[] {
  const headers = { Cookie: cookie, Origin: site.url }
  const data = `${site.url}${address === '/' ? '/_root' : address}.data`
  const form = { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' }
  const post = (url: string) => fetch(url, { method: 'POST', redirect: 'manual', headers: form, body: 'x=1' })
  const get = (url: string) => fetch(url, { redirect: 'manual', headers })
  return [
    { way: 'GET document', ask: () => get(site.url + address) },
    { way: 'GET .data', ask: () => get(data) },
    { way: 'GET .data?_routes', ask: () => get(`${data}?_routes=root`) },
    { way: 'POST document', ask: () => post(site.url + address) },
    { way: 'POST .data', ask: () => post(data) },
  ]
}

const gated = Object.entries(routesContract).filter(([, contract]) => contract.loader !== 'anyone')

test('no route serves a stranger, in no way the framework knows', async ({ site }) => {
  test.setTimeout(240_000)
  const { params, secrets } = strangers(site)
  const faults: string[] = []
  for (const party of ['nobody', 'employee', 'manager', 'supervisor', 'administrator'] as const) {
    const cookie = party === 'nobody' ? '' : await cookieOf(site, parties[party])
    for (const [address, contract] of gated) {
      if (party === 'administrator') continue
      for (const { way, ask } of ways(site, fill(address, params), cookie)) {
        if (way.startsWith('POST') && contract.scope === 'own' && contract.loader !== null && admits(contract.loader, party)) continue
        const answer = await ask()
        const text = await answer.text()
        const admitted = contract.loader !== null && admits(contract.loader, party)
        const said = `${party} ${way} ${address}: ${answer.status}`
        if (secrets.some((secret) => text.includes(secret))) faults.push(`${said} leaks`)
        if (way.startsWith('GET document') && !admitted && ![302, 403].includes(answer.status)) faults.push(`${said} (must be refused)`)
        if (
          way.startsWith('GET document') &&
          admitted &&
          ['unit', 'places'].includes(contract.scope) &&
          address.includes(':') &&
          answer.status !== 404
        )
          faults.push(`${said} (must not be found)`)
        if (way.startsWith('POST') && answer.status < 300 && answer.status !== 202 && !text.includes('SingleFetch'))
          faults.push(`${said} (a post went through)`)
        if (answer.status >= 500) faults.push(`${said} (a fault)`)
      }
    }
  }
  expect(faults).toEqual([])
})

test('a post from another site is refused before any route sees it', async ({ site }) => {
  const cookie = await cookieOf(site, phones.administrator)
  for (const headers of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }, {}]) {
    const answer = await fetch(`${site.url}/admin/places`, {
      method: 'POST',
      headers: { ...headers, Cookie: cookie },
      body: new URLSearchParams({ name: 'x' }),
    })
    expect(answer.status).toBe(403)
  }
})

test('private pages are never stored, and every answer carries the headers', async ({ site }) => {
  const answer = await fetch(`${site.url}/me`, { headers: { Cookie: await cookieOf(site, phones.employee) } })
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('x-frame-options')).toBe('DENY')
})
