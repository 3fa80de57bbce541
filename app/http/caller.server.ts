import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { settings } from '~/env.server'
import { currentRequest } from '~/gateways/request-facts.server'

/**
 * The caller's address. `X-Forwarded-For` is believed only for as many hops as MINGBAI_PROXIES names, counted from the right:
 * what a caller writes there himself is never reached.
 */
export function callerAddress(socket: string | undefined, forwarded: string | string[] | undefined, proxies = settings().proxies): string {
  const direct = socket ?? 'unknown'
  if (proxies === 0) return direct
  const hops = [forwarded ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean)
  return hops.at(-proxies) ?? direct
}

/** Did this write come from our own pages? Browsers send Origin with every cross-site post. */
export function isOwnOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin, host } = headers
  if (origin === undefined) return site !== undefined
  return URL.canParse(origin) && (new URL(origin).host === host || origin === new URL(settings().publicUrl).origin)
}

/** What the framework is told of a request that goes round its router. */
export const contextAround = ({ socket, headers }: IncomingMessage): { address: string; requestId: string } => ({
  address: callerAddress(socket.remoteAddress, headers['x-forwarded-for']),
  requestId: currentRequest()?.id ?? '',
})
