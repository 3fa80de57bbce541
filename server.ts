import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
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
  log,
  closeDatabase,
  startJobs,
  answerFast,
  fastLesson,
  fastPage,
  fastPost,
  warmFrontPage,
  announceFirstCode,
  keepLessons,
  keepScans,
  microStyleHash,
} = build.entry.module.serverParts

type ServerParts = typeof import('./app/server-parts.server')['serverParts']

const app = express()
app.disable('x-powered-by')
app.use((_request, response, next) => {
  response.locals.requestId = randomUUID()
  response.setHeader('X-Request-Id', response.locals.requestId)
  next()
})
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
    .json(report)
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
app.all(
  '*',
  createRequestHandler({
    build,
    mode: 'production',
    getLoadContext: (request, response) => ({
      address: callerAddress(request.socket.remoteAddress, request.headers['x-forwarded-for']),
      requestId: String(response.locals.requestId),
    }),
  }),
)

app.use((fault: { status?: number }, request: express.Request, response: express.Response, next: express.NextFunction) => {
  if (response.headersSent) return next(fault)
  const status = fault.status !== undefined && fault.status >= 400 && fault.status < 500 ? fault.status : 500
  if (status === 500) log.error({ fault, path: request.path }, 'a request failed')
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

const answer = (request: IncomingMessage, response: ServerResponse) => {
  if (stopping) response.setHeader('Connection', 'close')
  if (request.url?.startsWith('/') === false) request.url = request.url.replace(/^[a-z]+:\/\/[^/?#]*(?=\/)/i, '')
  answerFast(request, response, fastLesson, request.method === 'POST' ? fastPost : fastPage, () => app(request, response))
}
const server = createServer(answer)
server.keepAliveTimeout = 65_000
const stopJobs = startJobs()
await announceFirstCode()
keepLessons()
server.listen(settings.port, settings.host, () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : settings.port
  warmFrontPage(renderPage, frame).catch((fault: unknown) => log.error({ fault }, 'the front page was not kept'))
  log.info({ host: settings.host, port, mode: settings.mode }, 'listening')
})

/** What was counted last is written on every way out. */
let ending: Promise<never> | null = null
const end = () => (ending ??= ended())

async function ended(): Promise<never> {
  stopJobs()
  await keepScans().catch((fault: unknown) => log.error({ fault }, 'the last scans were not kept'))
  await closeDatabase()
  process.exit(0)
}

let stopping = false
function stop() {
  if (stopping) return
  stopping = true
  server.close(end)
  setInterval(() => server.closeIdleConnections(), 100).unref()
  setTimeout(() => server.closeAllConnections(), 5_000).unref()
  setTimeout(end, 8_000).unref()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
