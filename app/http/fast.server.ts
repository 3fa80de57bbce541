import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import { civilDay } from '~/domain/shared/civil-day'
import type { Day } from '~/domain/shared/day'
import { readClock } from '~/gateways/clock.server'
import { log } from '~/gateways/log.server'
import type { Preferences } from '~/i18n/config'
import type { KeptPage } from './kept-pages.server'
import { readPreferencesFrom } from './preferences.server'

type Context = { address: string; requestId: string }
type Render = (path: string, headers: IncomingHttpHeaders, context: Context, body?: string) => Promise<Response>
type Kept = { plain: Buffer; zipped: Buffer }

const kept = new Map<string, Kept>()
/** The civil day of the pages that are kept: with the month the season's tips change. */
let keptOn: Day | null = null
let frame: OutgoingHttpHeaders = {}
let render: Render | null = null

const variantOf = ({ locale, theme, large }: Preferences): string => `${locale}.${theme}.${large ? 'large' : 'plain'}`

async function keep(variant: string): Promise<void> {
  const page = await render?.('/', { cookie: `mingbai_view=${variant}` }, { address: 'inside', requestId: 'front page' })
  if (page?.status !== 200) return
  const plain = Buffer.from(await page.arrayBuffer())
  kept.set(variant, { plain, zipped: gzipSync(plain, { level: 9 }) })
}

/** Keeps the front page, which is the same all day for every visitor who is not signed in, in each of its twelve views. */
export async function warmFrontPage(renderPage: Render, headers: OutgoingHttpHeaders, restMilliseconds = 0): Promise<void> {
  render = renderPage
  frame = headers
  await pause(restMilliseconds)
  await keepAll()
}

async function keepAll(): Promise<void> {
  kept.clear()
  keptOn = civilDay(readClock())
  for (const locale of ['zh', 'en'] as const)
    for (const theme of ['system', 'light', 'dark'] as const)
      for (const large of [false, true]) {
        await keep(variantOf({ locale, theme, large }))
        await nextTurn()
      }
}

const zip = promisify(gzip)
const takesGzip = (request: IncomingMessage): boolean => request.headers['accept-encoding']?.includes('gzip') === true

function send(response: ServerResponse, status: number, body: Buffer, zipped: boolean, headers: OutgoingHttpHeaders): void {
  response.writeHead(status, {
    ...frame,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
    ...headers,
    ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
  })
  response.end(body)
}

/** Answers the front page from memory for visitors without a session; false hands the request on, as on the first of a new day. */
function frontPage(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.url !== '/' || request.headers.cookie?.includes('mingbai_session=')) return false
  if (keptOn !== null && keptOn !== civilDay(readClock())) {
    keepAll().catch((fault: unknown) => log.error({ fault }, 'the front page was not kept'))
    return false
  }
  const page = kept.get(variantOf(readPreferencesFrom(request.headers.cookie ?? '', request.headers['accept-language'] ?? null)))
  if (!page) return false
  const zipped = takesGzip(request)
  send(response, 200, zipped ? page.zipped : page.plain, zipped, {
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie, Accept-Language, Accept-Encoding',
  })
  return true
}

export type FastPage = { body: string; type: string; status: number; headers: OutgoingHttpHeaders }
/** A form that was read already and that the framework shall answer after all. */
export type HandedOn = { path: string; headers: IncomingHttpHeaders; body: string; context: Context }

async function fromFramework({ path, headers, body, context }: HandedOn): Promise<FastPage | null> {
  const answer = await render?.(path, headers, context, body)
  if (!answer) return null
  const { 'content-type': type = 'text/html; charset=utf-8', ...rest } = Object.fromEntries(answer.headers)
  return { body: await answer.text(), type, status: answer.status, headers: rest }
}

/** What fails here is asked of the framework, which says so. */
function keptOrNull(request: IncomingMessage, keptFor: (request: IncomingMessage) => FastKept | null): FastKept | null {
  try {
    return keptFor(request)
  } catch (fault) {
    log.error({ fault }, 'a kept page failed')
    return null
  }
}

/** A page that is kept as it leaves; without one, headers alone. */
export type FastKept = { status: number; page: KeptPage | null; headers: Record<string, string> }

function sendKept(request: IncomingMessage, response: ServerResponse, { status, page, headers }: FastKept): void {
  const varied = { ...headers, Vary: 'Accept-Encoding' }
  if (page === null) {
    response.writeHead(status, { ...frame, ...varied }).end()
    return
  }
  const zipped = takesGzip(request)
  send(response, status, zipped ? page.zipped : page.plain, zipped, varied)
}

/** Answers what can be answered without the framework's router; everything else goes to `pass`. */
export function answerFast(
  request: IncomingMessage,
  response: ServerResponse,
  keptFor: (request: IncomingMessage) => FastKept | null,
  makePage: (request: IncomingMessage) => Promise<FastPage | HandedOn | null>,
  pass: () => void,
): void {
  if (request.method !== 'GET' && request.method !== 'POST') {
    pass()
    return
  }
  if (request.method === 'GET') {
    if (frontPage(request, response)) return
    const found = keptOrNull(request, keptFor)
    if (found !== null) {
      sendKept(request, response, found)
      return
    }
  }
  makePage(request)
    .then(async (made) => {
      const page = made !== null && 'path' in made ? await fromFramework(made) : made
      if (page === null) return pass()
      const body = Buffer.from(page.body)
      const zipped = body.length > 1400 && takesGzip(request)
      const headers = { ...page.headers, 'Content-Type': page.type, Vary: 'Accept-Encoding' }
      send(response, page.status, zipped ? await zip(body, { level: 5 }) : body, zipped, headers)
    })
    .catch((fault: unknown) => {
      log.error({ fault }, 'a fast answer failed')
      if (request.method === 'GET' && !response.headersSent) pass()
      else if (!response.headersSent) response.writeHead(500).end()
    })
}
