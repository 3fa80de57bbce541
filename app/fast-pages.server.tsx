import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { LinkDescriptor } from '@remix-run/node'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { callerAddress, isOwnOrigin } from './http/caller.server'
import { contextOf } from './http/context.server'
import { shellFacts } from './http/shell-facts.server'
import { translator } from './i18n/translator'
import { links as rootLinks } from './root'
import * as certificate from './routes/credentials+/C.$token'
import * as answers from './routes/exams+/papers.$attempt.answers'
import * as lesson from './routes/learn+/courses.$course.lessons.$lesson._index/route'
import { CertificateCheck } from './ui/credentials/certificate-check'
import { LessonView } from './ui/learn/lesson-view'
import { Document } from './ui/shell/document'
import { Shell } from './ui/shell/shell'

export type FastPage = { body: string; type: string; status: number; headers: Record<string, string> }

type Load = Parameters<typeof lesson.loader>[0]
type Made = { title: string; body: ReactNode; links: LinkDescriptor[]; robots: boolean; headers: Record<string, string> }
type Words = ReturnType<typeof translator>['t']

async function madeCertificate(load: Load, words: Words): Promise<Made> {
  const { data } = await certificate.loader(load)
  return {
    title: certificate.handle.title(words, data),
    body: <CertificateCheck check={data.check} />,
    links: [],
    robots: true,
    headers: certificate.headers(),
  }
}

async function madeLesson(load: Load, words: Words): Promise<Made> {
  const page = await lesson.loader(load)
  return { title: lesson.handle.title(words, page), body: <LessonView page={page} />, links: lesson.links(), robots: false, headers: {} }
}

const pages: { pattern: RegExp; names: string[]; make: (load: Load, words: Words) => Promise<Made> }[] = [
  { pattern: /^\/C\/([^/?]+)$/i, names: ['token'], make: madeCertificate },
  { pattern: /^\/courses\/([a-z0-9-]+)\/lessons\/([a-z0-9-]+)(?:\?|$)/, names: ['course', 'lesson'], make: madeLesson },
]

const sheet = ({ rel, href, type }: { rel?: string; href?: string; type?: string }) => <link key={href} rel={rel} href={href} type={type} />

/**
 * Two pages that are asked for most, made from their routes' own loaders (and so behind their guards) without the framework's
 * router. Null: not one of them, or not a plain answer; the framework then says what it always says.
 */
export async function fastPage(request: IncomingMessage): Promise<FastPage | null> {
  const url = request.url ?? ''
  if (request.method === 'POST') return savedAnswers(request, url)
  for (const { pattern, names, make } of pages) {
    const match = pattern.exec(url)
    if (match) return makeDocument(request, url, Object.fromEntries(names.map((name, nth) => [name, match[nth + 1]])), make)
  }
  return null
}

async function makeDocument(
  incoming: IncomingMessage,
  url: string,
  params: Record<string, string | undefined>,
  make: (typeof pages)[number]['make'],
): Promise<FastPage | null> {
  const headers = { Cookie: incoming.headers.cookie ?? '', 'Accept-Language': incoming.headers['accept-language'] ?? '' }
  const request = new Request(`http://inside${url}`, { headers })
  const context = contextAround(incoming)
  const ctx = await contextOf(request, context)
  const i18n = translator(ctx.locale)
  const made = await make({ request, params, context }, i18n.t).catch(() => null)
  if (made === null) return null
  const facts = shellFacts(ctx)
  const head = (
    <>
      {made.robots && <meta name="robots" content="noindex, nofollow" />}
      {[...rootLinks(), ...made.links].map((link) => ('href' in link ? sheet(link) : null))}
    </>
  )
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <Document
        locale={ctx.locale}
        preferences={ctx.preferences}
        title={`${made.title} · ${i18n.t('shell:name')}`}
        script={facts.script}
        head={head}
      >
        <Shell facts={facts} here={url}>
          {made.body}
        </Shell>
      </Document>
    </I18nextProvider>,
  )
  return {
    body: `<!DOCTYPE html>${html}`,
    type: 'text/html; charset=utf-8',
    status: 200,
    headers: { 'Cache-Control': 'private, no-store', ...made.headers },
  }
}

const answersAt = /^\/papers\/([^/?]+)\/answers$/
const mostAnswerBytes = 64_000

const contextAround = (incoming: IncomingMessage) => ({
  address: callerAddress(incoming.socket.remoteAddress, incoming.headers['x-forwarded-for']),
  requestId: '',
})

/** The one post that comes twenty times a paper. Its body is read only when it is small and comes from our own page. */
async function savedAnswers(incoming: IncomingMessage, url: string): Promise<FastPage | null> {
  const attempt = answersAt.exec(url)?.[1]
  const length = Number(incoming.headers['content-length'])
  if (attempt === undefined || !(length > 0 && length <= mostAnswerBytes) || !isOwnOrigin(incoming.headers)) return null
  const { cookie = '', 'content-type': type = '', 'accept-language': language = '' } = incoming.headers
  const request = new Request(`http://inside${url}`, {
    method: 'POST',
    headers: { Cookie: cookie, 'Content-Type': type, 'Accept-Language': language },
    body: await text(incoming),
  })
  const said = await answers.action({ request, params: { attempt }, context: contextAround(incoming) }).catch((fault: unknown) => {
    if (fault instanceof Response) return fault
    throw fault
  })
  return {
    body: await said.text(),
    type: said.headers.get('Content-Type') ?? 'text/plain',
    status: said.status,
    headers: {
      'Cache-Control': 'private, no-store',
      ...(said.headers.has('Location') ? { Location: said.headers.get('Location') ?? '' } : {}),
    },
  }
}
