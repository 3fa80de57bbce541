import type { IncomingHttpHeaders } from 'node:http'

/** What guards and handlers read of a request: a Request itself, or the same few things without making one. */
export type Asked = Pick<Request, 'url' | 'method' | 'formData' | 'json'> & { headers: Pick<Headers, 'get'> }

function formFrom(body: string): FormData {
  const form = new FormData()
  for (const [name, value] of new URLSearchParams(body)) form.append(name, value)
  return form
}

/** A request as Node has it. `body` is of a form that is not multipart, read already; none for a GET. */
export function askedOf(url: string, headers: IncomingHttpHeaders, body?: string): Asked {
  return {
    url: `http://inside${url}`,
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      get: (name) => {
        const value = headers[name.toLowerCase()]
        return typeof value === 'string' ? value : null
      },
    },
    formData: async () => formFrom(body ?? ''),
    json: async () => JSON.parse(body ?? ''),
  }
}
