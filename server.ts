import cluster from 'node:cluster'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Server } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createRequestHandler } from '@remix-run/express'
import { createRequestHandler as createFetchHandler, type ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import helmet from 'helmet'

process.env.NODE_ENV ??= 'production'

const root = process.cwd()
const build: ServerBuild & { entry: { module: { serverParts: ServerParts } } } = await import(path.join(root, 'build/server/index.js'))
const {
  settings,
  callerAddress,
  isOwnOrigin,
  bareErrorPage,
  health,
  mayReadMetrics,
  metricsOfAll,
  measureEventLoop,
  noting,
  beginStopping,
  log,
  closeDatabase,
  startShareOfJobs,
  answerFast,
  discardUnread,
  fastLesson,
  fastPage,
  fastPost,
  warmFrontPage,
  announceFirstCode,
  keepLessons,
  keepScans,
  microStyleHash,
  workerNumber,
  saySiblings,
  ownFactsText,
  installationKey,
  allClosed,
} = build.entry.module.serverParts

type ServerParts = typeof import('./app/server-parts.server')['serverParts']

/** Methods that browsers and monitors use; the framework cannot read some of the others. */
const spoken = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'])

/** The number of this process among several; null where it serves alone. */
const worker = workerNumber()

const app = express()
app.disable('x-powered-by')
const secure = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", microStyleHash],
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      mediaSrc: ["'self'", 'blob:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
    },
  },
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'same-origin' },
  strictTransportSecurity: settings.publicUrl.startsWith('https:'),
  crossOriginEmbedderPolicy: false,
})
app.use(secure)
app.get('/healthz', (_request, response) => {
  const report = health()
  response
    .status(report.ok ? 200 : 503)
    .set('Cache-Control', 'no-store')
    .json(worker === null ? report : { ...report, worker })
})
app.get('/metrics', (request, response, next) => {
  if (!mayReadMetrics(request.headers.authorization)) return next()
  metricsOfAll()
    .then((text) => response.set('Cache-Control', 'no-store').type('text/plain; version=0.0.4').send(text))
    .catch(next)
})
app.use((request, response, next) => {
  if (spoken.has(request.method)) return next()
  response
    .status(405)
    .set('Allow', [...spoken].join(', '))
    .type('text/plain')
    .send('This method is not served here.')
})
app.use(compression())
app.use('/assets', express.static(path.join(root, 'build/client/assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }))
app.use(
  '/islands',
  express.static(path.join(root, 'build/client/islands'), { immutable: true, maxAge: '1y', index: false, redirect: false }),
)
app.get('/sw.js', (_request, response) => {
  response.set('Cache-Control', 'no-cache').sendFile(path.join(root, 'build/client/sw.js'))
})
app.use(express.static(path.join(root, 'build/client'), { maxAge: '1h', index: false, redirect: false }))
app.use((request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD' || isOwnOrigin(request.headers)) return next()
  // The one click of a mail program (RFC 8058) comes from no page; the secret in the address is all that counts there.
  if (request.method === 'POST' && request.path.startsWith('/notices/unsubscribe/')) return next()
  response.status(403).type('text/plain').send('This request came from another site.')
})
/** The framework's older way to ask for data, which no page of ours uses. */
app.use((request, response, next) => {
  if (request.query._data === undefined) return next()
  response.status(404).type('html').send(bareErrorPage(404))
})
app.all(
  '*',
  createRequestHandler({
    build,
    mode: 'production',
    getLoadContext: (request, response) => ({
      address: callerAddress(request.socket.remoteAddress, request.headers['x-forwarded-for']),
      requestId: String(response.getHeader('X-Request-Id')),
    }),
  }),
)

app.use((fault: { status?: number }, _request: express.Request, response: express.Response, next: express.NextFunction) => {
  if (response.headersSent) return next(fault)
  const status = fault.status !== undefined && fault.status >= 400 && fault.status < 500 ? fault.status : 500
  if (status === 500) log.error({ fault }, 'a request failed')
  response.status(status).type('html').send(bareErrorPage(status))
})

const frame: Record<string, string | string[]> = {}
const collector: Pick<ServerResponse, 'setHeader' | 'removeHeader'> = Object.assign(Object.create(null), {
  setHeader: (name: string, value: string) => {
    frame[name] = value
  },
  removeHeader: () => undefined,
})
secure(Object.create(null), Object.assign(Object.create(null), collector), () => undefined)
const fetchHandler = createFetchHandler(build, 'production')
type Render = Parameters<typeof warmFrontPage>[0]
const renderPage: Render = (page, headers, context, body) => {
  const plain = Object.entries(headers).flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []))
  return fetchHandler(
    new Request(settings.publicUrl + page, { method: body ? 'POST' : 'GET', headers: plain, body: body ?? null }),
    context,
  )
}

/** What is being answered. */
const answering = new Set<ServerResponse>()
const answer = (request: IncomingMessage, response: ServerResponse) => {
  if (isClosed) response.setHeader('Connection', 'close')
  answering.add(response)
  response.once('close', () => answering.delete(response))
  discardUnread(request, response)
  if (request.url?.startsWith('/') === false) request.url = request.url.replace(/^[a-z]+:\/\/[^/?#]*(?=\/)/i, '')
  answerFast(request, response, fastLesson, request.method === 'POST' ? fastPost : fastPage, () => app(request, response))
}
const server = createServer(
  noting(
    Object.values(build.routes).flatMap((route) => route ?? []),
    answer,
  ),
)
server.keepAliveTimeout = 65_000
let accepted = 0
server.on('connection', () => {
  accepted += 1
})
/** Milliseconds before public pages are kept: who waits for a server that has just begun comes first. */
const beforeKeeping = 2_000
measureEventLoop()
saySiblings(ownFactsText)
/** The first of several makes, before the others begin, what an installation has once. */
if (worker !== null) installationKey()
const stopJobs = startShareOfJobs()
if (worker === null || worker === 1) await announceFirstCode()
server.listen(settings.port, settings.host, () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : settings.port
  warmFrontPage(renderPage, frame, beforeKeeping)
    .then(keepLessons)
    .catch((fault: unknown) => log.error({ fault }, 'the public pages were not kept'))
  log.info({ host: settings.host, port, mode: settings.mode, ...(worker === null ? {} : { worker }) }, 'listening')
})

/** What was counted last is written on every way out. */
let ending: Promise<never> | null = null
const end = () => (ending ??= ended())

async function ended(): Promise<never> {
  await Promise.race([stopJobs(), pause(3_000)])
  await keepScans().catch((fault: unknown) => log.error({ fault }, 'the last scans were not kept'))
  await closeDatabase()
  process.exit(0)
}

/** Who connected while the process was busy is let in before the door closes, or the system would cut him off: one at each turn of the loop. */
const graceForNew = 200
const mostForNew = 5_000
/** A connection that is kept may bring a request at the instant it is closed; who still asks is told to close it himself. */
const graceForKept = 1_000
/** Longer than a write waits for its turn. */
const mostForAnswers = 12_000
const mostForAll = 16_000

/** Takes no new connection, answers every request that came, and ends when the last is answered. */
let stopping = false
let isClosed = false
function stop() {
  if (stopping) return
  stopping = true
  beginStopping()
  const until = performance.now() + mostForNew
  setTimeout(() => setImmediate(closeWhenNobodyComes, accepted, until), graceForNew)
  setTimeout(() => server.closeAllConnections(), mostForAnswers).unref()
  setTimeout(end, mostForAll).unref()
}
function closeWhenNobodyComes(before: number, until: number) {
  if (accepted === before || performance.now() > until) closeDoor()
  else setImmediate(closeWhenNobodyComes, accepted, until)
}
function closeDoor() {
  Server.prototype.close.call(server, end)
  /** Who is told to come anew before the last of them has closed it would be let in by one that ends, or by nobody. */
  if (worker === null) tellToClose()
  else allClosed().then(tellToClose)
}
function tellToClose() {
  isClosed = true
  for (const response of answering) if (!response.headersSent) response.setHeader('Connection', 'close')
  /** What came in meanwhile is read first, so that no connection looks idle that is not. */
  const closeIdle = () => setImmediate(() => server.closeIdleConnections())
  setTimeout(() => setInterval(closeIdle, 100).unref(), graceForKept).unref()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
/** A share of several: lets go of the common door in order, and never outlives the process that began it. */
if (cluster.worker) {
  const { worker: share } = cluster
  /** The first process lets go of the door before it asks this one to close it, so that nobody is let in by a process that answers nothing. */
  server.close = () => {
    stop()
    return server
  }
  /** It was killed. Leaving in good order would wait for what is being hashed, and hold the door and the database meanwhile. */
  const endAtOnce = () => process.kill(process.pid, 'SIGKILL')
  share.on('error', endAtOnce)
  process.prependListener('disconnect', () => {
    if (!share.exitedAfterDisconnect) endAtOnce()
  })
}
