import type { IncomingMessage } from 'node:http'
import type { LinkDescriptor } from '@remix-run/node'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { askedOf } from './http/asked.server'
import { contextAround } from './http/caller.server'
import { type Ctx, contextOf } from './http/context.server'
import type { FastPage } from './http/fast.server'
import { nothingSaved, saidNothingSaved } from './http/nothing-saved.server'
import { serve } from './http/serve.server'
import { shellFacts } from './http/shell-facts.server'
import type { Locale } from './i18n/config'
import { translator } from './i18n/translator'
import { links as rootLinks } from './root'
import { askPartBoard } from './routes/classes+/part-entries.server'
import * as certificate from './routes/credentials+/C.$token'
import { askBoard } from './routes/drills+/drill-entries.server'
import * as lesson from './routes/learn+/courses.$course.lessons.$lesson._index/route'
import { boardFile } from './routes/rollcall+/board-exchange.server'
import * as scanned from './routes/rollcall+/K.$code'
import * as arrival from './routes/rollcall+/K.arrival'
import { CertificateCheck } from './ui/credentials/certificate-check'
import { remembering } from './ui/kit/remembering.server'
import { LessonView } from './ui/learn/lesson-view'
import type { ArrivalShown } from './ui/rollcall/arrival'
import { ArrivalView } from './ui/rollcall/arrival-view'
import { Document } from './ui/shell/document'
import { Shell } from './ui/shell/shell'

type Load = Parameters<typeof lesson.loader>[0]
/** `body` is HTML. */
type Made = { title: string; body: string; links: LinkDescriptor[]; robots: boolean; headers: Record<string, string>; status?: number }

const remembered = remembering(5000)

/** `element` as HTML, made once for all that asks for the same `facts` in the same words. */
const bodyOf = (locale: Locale, facts: unknown, element: ReactNode): string =>
  remembered(JSON.stringify([locale, facts]), () => inWords(locale, element))

const inWords = (locale: Locale, element: ReactNode): string =>
  renderToStaticMarkup(<I18nextProvider i18n={translator(locale)}>{element}</I18nextProvider>)

async function madeCertificate(load: Load, locale: Locale): Promise<Made> {
  const { data } = await certificate.loader(load)
  return {
    title: certificate.handle.title(translator(locale).t, data),
    body: bodyOf(locale, data.check, <CertificateCheck check={data.check} />),
    links: [],
    robots: true,
    headers: certificate.headers(),
  }
}

/** Stand for what changes from reader to reader; no name and no page of ours holds them. */
const nameHere = '\uE001'
const bodyHere = '\uE002'
const endHere = '\uE003'
const titleHere = '\uE005'
const addressHere = '\uE006'

async function madeLesson(load: Load, locale: Locale): Promise<Made> {
  const { html, end, ...facts } = await lesson.loader(load)
  const page = { ...facts, html: bodyHere, end: endHere }
  const [before = '', rest = ''] = bodyOf(locale, facts, <LessonView page={page} />).split(bodyHere)
  const [between = '', after = ''] = rest.split(endHere)
  return {
    title: lesson.handle.title(translator(locale).t, page),
    body: before + html + between + end + after,
    links: lesson.links(),
    robots: false,
    headers: {},
  }
}

type CheckIn = { data: { shown: ArrivalShown | null }; init: ResponseInit | null }

const madeCheckIn = ({ data: { shown }, init }: CheckIn, locale: Locale): Made => ({
  title: arrival.handle.title(translator(locale).t, { shown }),
  body: shown === null ? '' : inWords(locale, <ArrivalView shown={shown} />),
  links: [],
  robots: true,
  headers: arrival.headers(),
  status: init?.status ?? 200,
})

const madeArrival = async (load: Load, locale: Locale): Promise<Made> => madeCheckIn(await arrival.loader(load), locale)

/** A code in time leads on; any other one has its page. It is judged once, here or by the framework. */
async function madeScan(load: Load, locale: Locale): Promise<Made | Response> {
  const answer = await scanned.loader(load)
  return 'init' in answer ? madeCheckIn(answer, locale) : answer
}

const pages: { pattern: RegExp; names: string[]; make: (load: Load, locale: Locale) => Promise<Made | Response> }[] = [
  { pattern: /^\/C\/([^/?]+)$/i, names: ['token'], make: madeCertificate },
  { pattern: /^\/courses\/([a-z0-9-]+)\/lessons\/([a-z0-9-]+)(?:\?|$)/, names: ['course', 'lesson'], make: madeLesson },
  { pattern: /^\/K\/arrival$/i, names: [], make: madeArrival },
  { pattern: /^\/K\/([0-9a-z-]{8,20})$/i, names: ['code'], make: madeScan },
]

const sheet = ({ rel, href, type }: { rel?: string; href?: string; type?: string }) => <link key={href} rel={rel} href={href} type={type} />

/**
 * Pages that are asked for most, or by a whole house at once, made from their routes' own loaders (and so behind their guards) without the framework's
 * router. Null: not one of them, or not a plain answer; the framework then says what it always says.
 */
export async function fastPage(request: IncomingMessage): Promise<FastPage | null> {
  const url = request.url ?? ''
  for (const { pattern, names, ask } of boards) {
    const match = pattern.exec(url)
    if (match) return boardAnswer(request, url, Object.fromEntries(names.map((name, nth) => [name, match[nth + 1]])), ask)
  }
  for (const { pattern, names, make } of pages) {
    const match = pattern.exec(url)
    if (match) return makeDocument(request, url, Object.fromEntries(names.map((name, nth) => [name, match[nth + 1]])), make)
  }
  return null
}

const boards = [
  { pattern: /^\/drills\/([^/?]+)\/entries\?/, names: ['id'], ask: serve('person', askBoard) },
  { pattern: /^\/classes\/([^/?]+)\/parts\/([^/?]+)\/entries\?/, names: ['id', 'key'], ask: serve('person', askPartBoard) },
]

/** What a board asks all through a drill or a part of a class; given up when the board is gone. */
async function boardAnswer(
  incoming: IncomingMessage,
  url: string,
  params: Record<string, string | undefined>,
  ask: (typeof boards)[number]['ask'],
): Promise<FastPage | null> {
  const left = new AbortController()
  const leave = () => left.abort()
  incoming.socket.once('close', leave)
  const request = { ...askedOf(url, incoming.headers), signal: left.signal }
  const answer = await ask({ request, params, context: contextAround(incoming) }).catch(() => null)
  incoming.socket.off('close', leave)
  return answer && boardFile(answer)
}

async function makeDocument(
  incoming: IncomingMessage,
  url: string,
  params: Record<string, string | undefined>,
  make: (typeof pages)[number]['make'],
): Promise<FastPage | null> {
  const request = askedOf(url, incoming.headers)
  const context = contextAround(incoming)
  const ctx = await contextOf(request, context)
  const made = await make({ request, params, context }, ctx.locale).catch((fault: unknown) => (saidNothingSaved(fault) ? fault : null))
  if (made === null) return null
  if (saidNothingSaved(made)) return nothingSaved(made)
  if (made instanceof Response) return redirectOf(made)
  return {
    body: inFrame(ctx, url, made),
    type: 'text/html; charset=utf-8',
    status: made.status ?? 200,
    headers: { 'Cache-Control': 'private, no-store', ...made.headers },
  }
}

const redirectOf = ({ status, headers }: Response): FastPage => ({
  body: '',
  type: 'text/plain',
  status,
  headers: { ...Object.fromEntries([...headers].filter(([name]) => name !== 'set-cookie')), 'Set-Cookie': headers.getSetCookie() },
})

const frames = new Map<string, string>()

/**
 * Everything around a page, with the places of what is the reader's and the page's own: the same for all lessons of all courses and
 * all certificates in this view with these roles.
 */
function frameOf(ctx: Ctx, made: Made): string {
  const facts = shellFacts(ctx)
  const key = JSON.stringify([facts.preferences, facts.roles, facts.name === null, made.robots, made.links])
  const frame = frames.get(key) ?? `<!DOCTYPE html>${frameHtml(ctx, made)}`
  frames.set(key, frame)
  return frame
}

const written = (locale: Locale, text: string): string => bodyOf(locale, text, text)

function inFrame(ctx: Ctx, url: string, made: Made): string {
  const own: Record<string, string> = {
    [titleHere]: written(ctx.locale, made.title),
    [addressHere]: written(ctx.locale, url),
    [encodeURIComponent(addressHere)]: encodeURIComponent(url),
    [nameHere]: ctx.actor ? written(ctx.locale, ctx.actor.name) : '',
    [bodyHere]: made.body,
  }
  return frameOf(ctx, made).replace(/[\uE001\uE002\uE005\uE006]|%EE%80%86/g, (place) => own[place] ?? '')
}

function frameHtml(ctx: Ctx, { robots, links }: Made): string {
  const { t } = translator(ctx.locale)
  const facts = shellFacts(ctx)
  const head = (
    <>
      {robots && <meta name="robots" content="noindex, nofollow" />}
      {[...rootLinks(), ...links].map((link) => ('href' in link ? sheet(link) : null))}
    </>
  )
  return inWords(
    ctx.locale,
    <Document
      locale={ctx.locale}
      preferences={ctx.preferences}
      title={`${titleHere} · ${t('shell:name')}`}
      script={facts.script}
      head={head}
    >
      <Shell facts={{ ...facts, name: facts.name && nameHere }} here={robots ? '/C/' : addressHere}>
        {bodyHere}
      </Shell>
    </Document>,
  )
}
