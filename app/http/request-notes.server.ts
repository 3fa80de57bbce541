import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { sentRequestId } from '~/domain/running/request-id'
import { type ListedRoute, patternFinder, patternsOf } from '~/domain/running/route-patterns'
import { settings } from '~/env.server'
import { log } from '~/gateways/log.server'
import { countRequest } from '~/gateways/request-counts.server'
import { duringRequest, type RequestFacts } from '~/gateways/request-facts.server'

/** Addresses that are answered without a route. */
const besideRoutes = ['/healthz', '/metrics', '/sw.js', '/assets/*', '/islands/*', '/pictures/*']

const methods = ['GET', 'POST', 'HEAD']
/** The asker went before he was answered. */
const leftStatus = 499

const idOf = (request: IncomingMessage): string => {
  const sent = request.headers['x-request-id']
  return (settings().proxies > 0 ? sentRequestId(typeof sent === 'string' ? sent : undefined) : null) ?? randomUUID()
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Answers with an id for the request, and once that is done writes its one line and counts it: method, pattern of the route, status,
 * milliseconds, kind of account. The address itself, what was sent and who asked stay out.
 */
export function noting(listed: readonly ListedRoute[], answer: Answer): Answer {
  const routeOf = patternFinder([...besideRoutes, ...patternsOf(listed)])
  return (request, response) => {
    const began = performance.now()
    const facts: RequestFacts = { id: idOf(request), asker: 'nobody' }
    duringRequest<void>(facts, () => {
      response.setHeader('X-Request-Id', facts.id)
      const { url = '', method = '' } = request
      response.once('close', () => {
        const status = response.writableFinished ? response.statusCode : leftStatus
        const ms = Math.round((performance.now() - began) * 10) / 10
        const route = routeOf(url)
        countRequest({ route, status, seconds: ms / 1000, isWaiting: /[?&]wait=1(?:&|$)/.test(url) })
        duringRequest(facts, () =>
          log.info({ method: methods.includes(method) ? method : 'other', route, status, ms, asker: facts.asker }, 'answered'),
        )
      })
      answer(request, response)
    })
  }
}
