import { type Agent, request } from 'node:http'

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string }
export type Sent = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }

export const form = { 'content-type': 'application/x-www-form-urlencoded' }
export const json = { 'content-type': 'application/json' }

/** One request on a kept connection; resolves with what was answered in full, or with the name of what went wrong. */
export const send = (url: string, agent: Agent, { method, path, headers = {}, body }: Sent) =>
  new Promise<Answer | string>((resolve) => {
    const failed = (fault: NodeJS.ErrnoException) => resolve(fault.code ?? fault.message)
    const length: Record<string, string> = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const asked = request(`${url}${path}`, { method, agent, headers: { origin: url, ...length, ...headers } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('end', () =>
        answer.complete
          ? resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString() })
          : resolve('cut off'),
      )
      answer.once('error', failed)
    })
    asked.once('error', failed)
    asked.end(body)
  })

let address = 0
/** Another network address each time, so that no limit for one address is met; for a server behind one proxy. */
export const nextAddress = () => {
  address += 1
  return `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`
}

/** The cookies that an answer sets, as they are sent back. */
export const cookiesOf = ({ headers }: Answer): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((one) => one.split(';')[0])
    .join('; ')
