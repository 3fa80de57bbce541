import type { IncomingMessage } from 'node:http'
import { type Asked, askedOf } from './http/asked.server'
import { contextAround, isOwnOrigin } from './http/caller.server'
import type { FastPage, HandedOn } from './http/fast.server'
import * as start from './routes/exams+/courses.$course.paper'
import * as answers from './routes/exams+/papers.$attempt.answers'
import * as submit from './routes/exams+/papers.$attempt.submit'
import * as arrival from './routes/rollcall+/K.arrival'

type Context = ReturnType<typeof contextAround>
type Action = (asked: { request: Asked; params: Record<string, string | undefined>; context: Context }) => Promise<unknown>

const posts: { pattern: RegExp; name: string; action: Action }[] = [
  { pattern: /^\/papers\/([^/?]+)\/answers$/, name: 'attempt', action: answers.action },
  { pattern: /^\/papers\/([^/?]+)\/submit$/, name: 'attempt', action: submit.action },
  { pattern: /^\/courses\/([a-z0-9-]+)\/paper$/, name: 'course', action: start.action },
  { pattern: /^\/K\/(arrival)$/i, name: 'held', action: arrival.action },
]
const mostBytes = 64_000

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

const isRedirect = (fault: unknown): fault is Response => fault instanceof Response && fault.headers.has('Location')

/**
 * The posts of a paper and of a check-in, which a hall full of people sends at once: small forms from our own pages go straight to their routes' own
 * actions. What is refused or not found wrote nothing, and is handed on to the framework, which makes the page that says so.
 */
export async function fastPost(incoming: IncomingMessage): Promise<FastPage | HandedOn | null> {
  const url = incoming.url ?? ''
  const { headers } = incoming
  const length = Number(headers['content-length'])
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  if (!isForm || !(length > 0 && length <= mostBytes) || !isOwnOrigin(headers)) return null
  for (const { pattern, name, action } of posts) {
    const value = pattern.exec(url)?.[1]
    if (value !== undefined) return answered(incoming, url, { [name]: value }, action)
  }
  return null
}

async function answered(
  incoming: IncomingMessage,
  url: string,
  params: Record<string, string>,
  action: Action,
): Promise<FastPage | HandedOn> {
  const body = await textOf(incoming)
  const context = contextAround(incoming)
  let refused: unknown
  const said = await action({ request: askedOf(url, incoming.headers, body), params, context }).catch((fault: unknown) => {
    refused = fault
  })
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
