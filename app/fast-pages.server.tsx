import type { IncomingMessage } from 'node:http'
import type { LinkDescriptor } from '@remix-run/node'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { askedOf } from './http/asked.server'
import { contextAround } from './http/caller.server'
import { type Ctx, contextOf } from './http/context.server'
import type { FastPage } from './http/fast.server'
import { shellFacts } from './http/shell-facts.server'
import { translator } from './i18n/translator'
import { links as rootLinks } from './root'
import * as certificate from './routes/credentials+/C.$token'
import * as lesson from './routes/learn+/courses.$course.lessons.$lesson._index/route'
import { CertificateCheck } from './ui/credentials/certificate-check'
import { LessonView } from './ui/learn/lesson-view'
import { Document } from './ui/shell/document'
import { Shell } from './ui/shell/shell'

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
  const request = askedOf(url, incoming.headers)
  const context = contextAround(incoming)
  const ctx = await contextOf(request, context)
  const i18n = translator(ctx.locale)
  const made = await make({ request, params, context }, i18n.t).catch(() => null)
  if (made === null) return null
  const [before, between, after] = frameOf(ctx, url, made)
  const words = (node: ReactNode) => renderToStaticMarkup(<I18nextProvider i18n={i18n}>{node}</I18nextProvider>)
  return {
    body: `${before}${words(ctx.actor?.name)}${between}${words(made.body)}${after}`,
    type: 'text/html; charset=utf-8',
    status: 200,
    headers: { 'Cache-Control': 'private, no-store', ...made.headers },
  }
}

/** Stand for what changes from reader to reader; no name and no page of ours holds them. */
const nameHere = '\uE001'
const bodyHere = '\uE002'
const mostFrames = 500
const frames = new Map<string, [string, string, string]>()

/** Everything around a page: the same for all who see this page in this view with these roles. */
function frameOf(ctx: Ctx, url: string, made: Made): [string, string, string] {
  const facts = shellFacts(ctx)
  const key = JSON.stringify([facts.preferences, facts.roles, facts.name === null, made.robots ? '' : url, made.title])
  const known = frames.get(key)
  if (known) return known
  const i18n = translator(ctx.locale)
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
        <Shell facts={{ ...facts, name: facts.name && nameHere }} here={url}>
          {bodyHere}
        </Shell>
      </Document>
    </I18nextProvider>,
  )
  const [beforeBody = '', after = ''] = html.split(bodyHere)
  const [before = '', between = ''] = beforeBody.split(nameHere)
  if (frames.size >= mostFrames) frames.clear()
  const frame: [string, string, string] = [`<!DOCTYPE html>${before}`, between, after]
  frames.set(key, frame)
  return frame
}
