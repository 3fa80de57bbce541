import Database from 'better-sqlite3'
import { test as base, expect, expectAccessible, password, signIn } from './journey'
import { type Running, startServer } from './server'

const token = 'a token of an operator'
const test = base.extend<{ watched: Running }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
  watched: async ({}, use) => {
    const server = await startServer('sample', { MINGBAI_METRICS_TOKEN: token, MINGBAI_PROXIES: '1' })
    await use(server)
    await server.stop()
  },
})

const lines = (server: Running): Record<string, unknown>[] =>
  server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
const of = (server: Running, id: string) => lines(server).filter(({ request }) => request === id)

test('one line for each request, with its id and without what is secret in its address', async ({ watched }) => {
  const id = '0f8fad5bd9cb469fa165708677289501'
  const secret = 'k7wq2mzt9hfb3xcd5npr'
  const asked = await fetch(`${watched.url}/C/${secret}?phone=13800000001`, { headers: { 'x-request-id': id } })
  expect(asked.headers.get('x-request-id')).toBe(id)
  await expect.poll(() => of(watched, id)).toHaveLength(1)
  expect(of(watched, id)[0]).toMatchObject({ method: 'GET', route: '/C/:token', status: asked.status, asker: 'nobody', msg: 'answered' })
  for (const path of [`/G/${secret}`, `/K/${secret}`, `/Q/${secret}`, `/U/${secret}`, `/${secret}`, `/me?x=${secret}`])
    await fetch(watched.url + path, { redirect: 'manual' })
  await expect.poll(() => watched.output()).toContain('"route":"/me"')
  expect(watched.output()).not.toContain(secret)
  expect(watched.output()).not.toContain('13800000001')
  const forged = await fetch(`${watched.url}/m`, { headers: { 'x-request-id': '13800000001' } })
  expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('the framework’s older way to ask for data is a quiet 404', async ({ watched }) => {
  for (const path of ['/?_data=routes%2Fnone', '/me?_data=root', '/none?_data=x'])
    expect((await fetch(watched.url + path, { redirect: 'manual' })).status, path).toBe(404)
  expect((await fetch(`${watched.url}/me?_data=root`, { method: 'POST', headers: { origin: watched.url } })).status).toBe(404)
  expect(lines(watched).filter(({ level }) => Number(level) >= 40)).toEqual([])
})

test('metrics are for whoever has the token', async ({ watched }) => {
  const get = (authorization?: string) => fetch(`${watched.url}/metrics`, { headers: authorization === undefined ? {} : { authorization } })
  expect([(await get()).status, (await get('Bearer wrong')).status]).toEqual([404, 404])
  await (await fetch(`${watched.url}/m`)).text()
  const answer = await get(`Bearer ${token}`)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(await answer.text()).toMatch(/^mingbai_healthy 1$/m)
  const text = async () => (await get(`Bearer ${token}`)).text()
  await expect.poll(text).toMatch(/^mingbai_requests_total\{route="\/m",status="2xx"\} [1-9]/m)
})

test('while another program holds the database pages come as always, and who saves is told in words that nothing was saved', async ({
  page,
  watched,
}) => {
  test.setTimeout(90_000)
  await signIn(page, watched, '13800000004')
  await page.goto(`${watched.url}/suggest`)
  await page.locator('textarea[name=text]').fill('楼道里的灯坏了，请来看看')
  const database = new Database(`${watched.data}/mingbai.db`)
  database.exec('BEGIN IMMEDIATE')
  // Past the minute in which a session is not noted as seen again.
  watched.setClock('2026-03-10T01:05:00.000Z')
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  for (const path of ['/', '/me', '/unit', '/m', '/courses']) {
    const began = performance.now()
    expect((await fetch(watched.url + path, { headers: { cookie } })).status, path).toBe(200)
    expect(performance.now() - began, path).toBeLessThan(2_000)
  }
  const answered = page.waitForResponse((response) => response.request().method() === 'POST', { timeout: 20_000 })
  await page.locator('main button[type=submit]').first().click({ noWaitAfter: true })
  const answer = await answered
  expect([answer.status(), answer.headers()['retry-after']]).toEqual([503, '5'])
  await expect(page.locator('h1')).toHaveText('现在存不上，请过一会儿再按一次')
  expect((await fetch(`${watched.url}/healthz`)).status).toBe(503)
  database.exec('COMMIT')
  await expect.poll(async () => (await fetch(`${watched.url}/healthz`)).status, { timeout: 15_000 }).toBe(200)
  await page.goBack()
  await page.locator('textarea[name=text]').fill('楼道里的灯坏了，请来看看')
  await page.locator('main button[type=submit]').first().click()
  await page.waitForURL(/sent=yes/)
  const kept = database.prepare(`SELECT count(*) AS n FROM "Suggestion" WHERE "text" LIKE '楼道里的灯坏了%'`).get()
  expect(kept).toEqual({ n: 1 })
  database.close()
})

test('the administrator sees how it runs, on a phone', async ({ page, watched }) => {
  await signIn(page, watched, '13800000001', password)
  await page.goto(`${watched.url}/admin/health`)
  await expect(page.locator('h1')).toHaveText('运行情况')
  await expect(page.getByText('核对证据链')).toBeVisible()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
