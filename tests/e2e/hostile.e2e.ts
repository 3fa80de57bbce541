import { createHash } from 'node:crypto'
import type { Answered } from './answer-front'
import { type Crawled, crawl, type FoundForm, get, kindOfForm } from './every-form'
import { type Filling, filled, requestOf, roomIn } from './filled-form'
import { hostileInputs } from './hostile-inputs'
import { expect, phones, sessionOf, testAlone as test } from './journey'
import type { Running } from './server'
import { watched } from './watched-browser'

/** How many inputs each kind of form is given, and whether every answer and page is looked at: in `npm test` a slice. */
const perForm = Number(process.env.HOSTILE ?? '1')
const isWhole = perForm >= 200
/** Each share of the forms is sent to a street of its own. */
const shares = isWhole ? 6 : 1
test.describe.configure({ mode: 'parallel' })
const parties: Record<string, string> = {
  nobody: '',
  operator: phones.operator,
  manager: phones.manager,
  ...(isWhole
    ? {
        newcomer: phones.newcomer,
        employee: phones.employee,
        supervisor: phones.supervisor,
        community: '13800000012',
        station: '13800000011',
      }
    : {}),
  administrator: phones.administrator,
}
const fillings: readonly Filling[] = ['plausible', 'texts', 'everything']

/**
 * What one form is sent, one after the other. Whole: each input once, beside plausible particulars where it has any, so that it gets as far
 * as the form lets anything get; and of the rest of the fields some.
 */
function roundsOf(form: FoundForm, nth: number): { from: number; filling: Filling }[] {
  if (!isWhole) return [{ from: nth * 7, filling: fillings[nth % 3] ?? 'texts' }]
  const [most, ...rest] = fillings.filter((filling) => roomIn(form, filling) > 0)
  if (most === undefined) return [{ from: 0, filling: 'everything' }]
  const round = (filling: Filling, each: number) => {
    const room = roomIn(form, filling)
    return Array.from({ length: Math.ceil(each / room) }, (_, at) => ({ from: at * room, filling }))
  }
  return [...round(most, perForm), ...rest.flatMap((filling) => round(filling, perForm / 4))]
}

async function answered(address: string, answer: Response): Promise<Answered> {
  const keep = ['content-type', 'content-security-policy', 'x-content-type-options', 'x-frame-options']
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => keep.includes(name)))
  return { address, status: answer.status, headers, body: await answer.text() }
}

/** Sends a form filled so, follows where it leads, and tells what came; null where it is no page. */
async function send(site: Running, cookie: string, form: FoundForm, from: number, filling: Filling): Promise<Answered | null> {
  const room = Math.max(1, roomIn(form, filling))
  const inputs = Array.from({ length: room }, (_, nth) => hostileInputs[(from + nth) % hostileInputs.length] ?? { what: '', text: '' })
  const { address, body, headers } = requestOf(form, filled(form, filling, inputs))
  const base = { Cookie: cookie, Origin: site.url, ...headers }
  const sent = await fetch(site.url + address, { method: body === null ? 'GET' : 'POST', redirect: 'manual', headers: base, body })
  const to = sent.headers.get('location')
  if (
    sent.headers.getSetCookie().some((one) => /evil/.test(one)) ||
    sent.headers.has('x-evil') ||
    (/evil\.example/.test(to ?? '') && !to?.startsWith('/'))
  )
    throw new Error(`${form.pattern}: a header was broken by what was typed: ${to}`)
  if (sent.status < 400 && to?.startsWith('/') && !/^\/\//.test(to)) return answered(to, await get(site.url, cookie, to))
  return sent.headers.get('content-type')?.startsWith('text/html')
    ? answered(address, sent)
    : { ...(await answered(address, sent)), body: '' }
}

/** What is of one moment in a page and of nobody's typing. */
const momentary = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z/g
const alike = ({ status, body }: Answered): string =>
  createHash('sha256')
    .update(`${status} ${body.replace(momentary, '')}`)
    .digest('base64')

const faultsIn = (log: string): string[] => log.split('\n').filter((line) => line.includes('"level":50') || line.includes('"level":60'))

const promise = 'what is typed into any form stays text: no script runs, nothing fails, no policy is breached'

for (let share = 0; share < shares; share += 1)
  test(shares === 1 ? promise : `${promise} (${share + 1} of ${shares})`, async ({ site, browser }) => {
    test.setTimeout(isWhole ? 7_200_000 : 300_000)
    const faults: string[] = []
    const done = { forms: 0, sent: 0, shown: 0, pages: 0 }
    const crawls = new Map<string, Crawled & { cookie: string }>()
    for (const [party, phone] of Object.entries(parties)) {
      const cookie = await sessionOf(site, phone)
      const crawled = await crawl(site.url, cookie, isWhole ? 2 : 1)
      faults.push(...crawled.faults.map((fault) => `${party} ${fault}`))
      crawls.set(party, { ...crawled, cookie })
    }
    const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' })
    const view = await watched(context, site.url)
    const sentBefore = new Set<string>()
    const shown = new Set<string>()
    let nth = 0
    for (const [party, { forms, cookie: first }] of crawls) {
      let cookie = first
      for (const form of forms) {
        if (form.pattern === '/sign-out' || sentBefore.has(kindOfForm(form))) continue
        sentBefore.add(kindOfForm(form))
        if (sentBefore.size % shares !== share) continue
        done.forms += 1
        for (const { from, filling } of roundsOf(form, done.forms)) {
          nth += 1
          const what = `${party} ${form.method} ${form.pattern} (${filling}, from input ${from % hostileInputs.length})`
          const answer = await send(site, cookie, form, from, filling)
          done.sent += 1
          if (answer === null) continue
          if (answer.status >= 500) faults.push(`${what}: ${answer.status}`)
          if (answer.address.startsWith('/sign-in') && party !== 'nobody') cookie = await sessionOf(site, parties[party] ?? '')
          if (answer.body === '' || (!isWhole && nth % 3 !== 0)) continue
          const same = alike(answer)
          if (shown.has(same)) continue
          shown.add(same)
          done.shown += 1
          await view.show(what, answer)
        }
      }
      if (isWhole) console.log(`${party}: ${done.forms} forms so far, ${done.sent} sent, ${done.shown} answers shown`)
    }
    await view.settled()
    for (const [party, { pages: before }] of crawls) {
      const cookie = await sessionOf(site, parties[party] ?? '')
      const pages = isWhole ? (await crawl(site.url, cookie, 2)).pages : before
      await context.clearCookies()
      await context.addCookies(
        cookie
          .split('; ')
          .filter(Boolean)
          .map((pair) => ({ name: pair.split('=')[0] ?? '', value: pair.slice(pair.indexOf('=') + 1), url: site.url })),
      )
      for (const [place, address] of pages.entries()) {
        if (!isWhole && place % 12 !== 0) continue
        done.pages += 1
        await view.open(address)
      }
      await view.settled()
    }
    console.log(`${done.forms} forms, ${done.sent} sent, ${done.shown} answers and ${done.pages} pages shown`)
    await context.close()
    view.end()
    expect([...faults, ...view.faults, ...faultsIn(site.output())]).toEqual([])
  })
