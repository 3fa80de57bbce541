/** Keeps pages that ask for it (see OfflinePage) so that they open without network. It answers for nothing else. */
import { dropOldForms, dropPage, dropPrivate, findKept, type KeptPage, keepPage } from './keeping'
import { isBuiltFile, isOver, markedKept } from './kept-page'
import type { Fetching, WorkerScope } from './worker-scope'

declare const self: WorkerScope

const patience = 3000
/** Whoever signs in or out here leaves no private page behind. */
const changesHands = /^\/(sign-in|sign-out|setup|U)(\/|$)/i

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(dropOldForms().then(() => self.clients.claim())))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname, search } = new URL(request.url)
  if (origin !== self.location.origin) return
  if (request.method === 'POST' && changesHands.test(pathname)) event.waitUntil(dropPrivate())
  if (request.method !== 'GET' || request.headers.has('Range')) return
  if (request.mode === 'navigate') event.respondWith(page(event, pathname + search))
  else if (isBuiltFile(pathname)) event.respondWith(file(request))
  else if (request.destination === '' && request.cache !== 'no-store') event.respondWith(belonging(request))
})

self.addEventListener('message', (event) => {
  const { data, ports } = event
  if (typeof data !== 'object' || data === null || !('keep' in data) || typeof data.keep !== 'string') return
  const { pathname, search } = new URL(data.keep, self.location.origin)
  event.waitUntil(renewed(pathname + search).then((keptAt) => ports[0]?.postMessage({ keptAt })))
})

/** Without network, what was kept before stays. */
const renewed = (address: string): Promise<string | null> =>
  keepPage(address, new Date()).catch(async () => (await findKept(address))?.keptAt ?? null)

async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

/** What belongs to a kept page, fetched by its script: new where there is network. */
async function belonging(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (fault) {
    const kept = await caches.match(request)
    if (kept) return kept
    throw fault
  }
}

const isDown = (status: number): boolean => status === 502 || status === 503 || status === 504

/** The network's answer if it comes in time, else the kept page. */
async function page(event: Fetching, address: string): Promise<Response> {
  const kept = await findKept(address)
  const coming = fetch(event.request)
  if (kept === null) return coming
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), isOver(kept.hook.until, new Date()) ? 60_000 : patience))
  const answer = await Promise.race([coming, late]).catch(() => null)
  if (answer === null || isDown(answer.status)) {
    event.waitUntil(coming.then((came) => forgetRefused(came, address)).catch(() => undefined))
    return shown(kept)
  }
  await forgetRefused(answer, address)
  return answer
}

/** A page that its reader may not see any more, or that leads to signing in, is not kept either. */
async function forgetRefused({ type, status }: Response, address: string): Promise<void> {
  if (type === 'opaqueredirect' || (status >= 300 && status < 500 && status !== 429)) await dropPage(address)
}

function shown({ html, hook, keptAt, headers }: KeptPage): Response {
  if (!isOver(hook.until, new Date())) return new Response(markedKept(html, keptAt), { headers })
  const words = hook.ended.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
  const body = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><p>${words}</p>`
  return new Response(body, { status: 504, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
