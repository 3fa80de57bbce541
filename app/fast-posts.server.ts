import type { IncomingMessage } from 'node:http'
import { type Asked, askedOf } from './http/asked.server'
import { contextAround, isOwnOrigin } from './http/caller.server'
import type { FastPage, HandedOn } from './http/fast.server'
import { nothingSaved, saidNothingSaved } from './http/nothing-saved.server'
import { serve } from './http/serve.server'
import { sendPartBoard } from './routes/classes+/part-entries.server'
import { sendBoard } from './routes/drills+/drill-entries.server'
import * as start from './routes/exams+/courses.$course.paper'
import * as answers from './routes/exams+/papers.$attempt.answers'
import * as submit from './routes/exams+/papers.$attempt.submit'
import { type BoardAnswer, boardFile } from './routes/rollcall+/board-exchange.server'
import * as arrival from './routes/rollcall+/K.arrival'

type Context = ReturnType<typeof contextAround>
type Action = (asked: { request: Asked; params: Record<string, string | undefined>; context: Context }) => Promise<unknown>

const form = { type: 'application/x-www-form-urlencoded', mostBytes: 64_000 }
const sheet = { type: 'application/json', mostBytes: 2_000_000 }

const posts: { pattern: RegExp; names: string[]; body: typeof form; action: Action }[] = [
  { pattern: /^\/papers\/([^/?]+)\/answers$/, names: ['attempt'], body: form, action: answers.action },
  { pattern: /^\/papers\/([^/?]+)\/submit$/, names: ['attempt'], body: form, action: submit.action },
  { pattern: /^\/courses\/([a-z0-9-]+)\/paper$/, names: ['course'], body: form, action: start.action },
  { pattern: /^\/K\/(arrival)$/i, names: ['held'], body: form, action: arrival.action },
  { pattern: /^\/drills\/([^/?]+)\/entries(?:\?|$)/, names: ['id'], body: sheet, action: serve('person', sendBoard) },
  {
    pattern: /^\/classes\/([^/?]+)\/parts\/([^/?]+)\/entries(?:\?|$)/,
    names: ['id', 'key'],
    body: sheet,
    action: serve('person', sendPartBoard),
  },
]

const textOf = (incoming: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    let body = ''
    incoming.setEncoding('utf8')
    incoming.on('data', (chunk: string) => {
      body += chunk
    })
    incoming.on('end', () => resolve(body))
    incoming.on('error', reject)
  })

const isOfBoard = (said: unknown): said is BoardAnswer =>
  typeof said === 'object' && said !== null && 'text' in said && typeof said.text === 'string' && 'status' in said
const isRedirect = (fault: unknown): fault is Response => fault instanceof Response && fault.headers.has('Location')

/**
 * The posts of a paper, of a check-in and of the boards of drills and classes, which a hall full of people sends at once: from our own pages they go
 * straight to their routes' own actions. What is refused or not found wrote nothing, and is handed on to the framework, which makes the page that says so.
 */
export async function fastPost(incoming: IncomingMessage): Promise<FastPage | HandedOn | null> {
  const url = incoming.url ?? ''
  const { headers } = incoming
  const length = Number(headers['content-length'])
  if (!(length > 0) || !isOwnOrigin(headers)) return null
  for (const { pattern, names, body, action } of posts) {
    const match = pattern.exec(url)
    if (match === null) continue
    const isOurs = headers['content-type']?.startsWith(body.type) === true && length <= body.mostBytes
    const params = Object.fromEntries(names.map((name, nth) => [name, match[nth + 1]]))
    return isOurs ? answered(incoming, url, params, action) : null
  }
  return null
}

async function answered(
  incoming: IncomingMessage,
  url: string,
  params: Record<string, string | undefined>,
  action: Action,
): Promise<FastPage | HandedOn> {
  const body = await textOf(incoming)
  const context = contextAround(incoming)
  let refused: unknown
  const said = await action({ request: askedOf(url, incoming.headers, body), params, context }).catch((fault: unknown) => {
    refused = fault
  })
  if (isOfBoard(said)) return boardFile(said)
  if (saidNothingSaved(refused)) return nothingSaved(refused)
  const answer = isRedirect(refused) ? refused : said
  if (!(answer instanceof Response)) {
    if (refused !== undefined && !(refused instanceof Response)) throw refused
    return { path: url, headers: incoming.headers, body, context }
  }
  const location = answer.headers.get('Location')
  return {
    body: await answer.text(),
    type: answer.headers.get('Content-Type') ?? 'text/plain',
    status: answer.status,
    headers: { 'Cache-Control': 'private, no-store', ...(location === null ? {} : { Location: location }) },
  }
}
