import { createReadableStreamFromReadable, type EntryContext, type HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { log } from './gateways/log.server'
import { retryAfter } from './http/errors.server'
import { readPreferences } from './http/preferences.server'
import { withoutZeros } from './http/without-zeros.server'
import { translator } from './i18n/translator'

export { serverParts } from './server-parts.server'

export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  const { locale } = readPreferences(request)
  return new Promise<Response>((resolve, reject) => {
    let answer = status
    const { pipe } = renderToPipeableStream(
      <I18nextProvider i18n={translator(locale)}>
        <RemixServer context={context} url={request.url} />
      </I18nextProvider>,
      {
        onAllReady() {
          const body = withoutZeros()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
          if (answer === 503) headers.set('Retry-After', retryAfter)
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }))
          pipe(body)
        },
        onShellError: reject,
        onError(fault) {
          answer = 500
          log.error({ fault }, 'a page did not render')
        },
      },
    )
  })
}

/** Single-fetch answers are private as well. */
export function handleDataRequest(response: Response) {
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store')
  return response
}

/** Which request it was says the request's id, and its line in the log. */
export const handleError: HandleErrorFunction = (fault, { request }) => {
  const isAnswer = isRouteErrorResponse(fault) && fault.status < 500
  if (!request.signal.aborted && !isAnswer) log.error({ fault }, 'a request failed')
}
