import { Agent, request } from 'node:http'
import { z } from 'zod'
import type { Running } from './server'

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string }
export type Sent = { path: string; method?: string; headers?: Record<string, string>; body?: string }

/** A connection that is kept, and so always reaches the same process; `fault`: what the system said instead of an answer. */
export type Lane = { worker: number; ask: (sent: Sent) => Promise<Answer | { fault: string }>; end: () => void }

const asking =
  (url: string, agent: Agent) =>
  ({ path, method = 'GET', headers = {}, body }: Sent): Promise<Answer | { fault: string }> =>
    new Promise((resolve) => {
      const failed = (fault: NodeJS.ErrnoException) => resolve({ fault: fault.code ?? fault.message })
      const asked = request(`${url}${path}`, { method, agent, headers: { origin: url, ...headers } }, (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (piece: string) => (text += piece))
        answer.once('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
        answer.once('error', failed)
      })
      asked.once('error', failed)
      asked.end(body)
    })

const healthy = z.object({ ok: z.literal(true), worker: z.number() })

/** A kept connection to whichever process is given it; null where none answers. */
export async function lane(url: string): Promise<Lane | null> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = asking(url, agent)
  const answer = await ask({ path: '/healthz' })
  const read = healthy.safeParse('fault' in answer ? null : JSON.parse(answer.text))
  if (read.success) return { worker: read.data.worker, ask, end: () => agent.destroy() }
  agent.destroy()
  return null
}

/** One kept connection to each of so many processes, as soon as all of them answer. */
export async function lanesTo({ url }: Pick<Running, 'url'>, many: number): Promise<Lane[]> {
  const found = new Map<number, Lane>()
  for (let attempt = 0; attempt < 600 && found.size < many; attempt += 1) {
    const one = await lane(url)
    if (one !== null && !found.has(one.worker)) found.set(one.worker, one)
    else one?.end()
    if (found.size < many) await new Promise((resolve) => setTimeout(resolve, 100))
  }
  if (found.size < many) throw new Error(`${found.size} of ${many} processes answered`)
  return [...found.values()]
}

/** What is answered, where anything is. */
export async function answered(one: Lane, sent: Sent): Promise<Answer> {
  const answer = await one.ask(sent)
  if ('fault' in answer) throw new Error(`${sent.path}: ${answer.fault}`)
  return answer
}

export const form = (fields: Record<string, string>): Pick<Sent, 'method' | 'headers' | 'body'> => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: String(new URLSearchParams(fields)),
})

/** Signs in by this connection; returns the cookie, which is good on every other one. */
export async function signedIn(one: Lane, login: string, password: string): Promise<string> {
  const { headers } = await answered(one, { path: '/sign-in', ...form({ login, password }) })
  return [headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
