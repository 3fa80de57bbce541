import { Forbidden, NotFound, NotSaved } from '~/domain/shared/faults'
import { log } from '~/gateways/log.server'

/** Seconds after which it is worth trying again. */
export const retryAfter = '5'

/** The one place where faults become HTTP. Anything else goes on as a 500. */
export function toResponse(fault: unknown): unknown {
  if (fault instanceof NotFound) return new Response(null, { status: 404, statusText: 'Not Found' })
  if (fault instanceof Forbidden) return new Response(null, { status: 403, statusText: 'Forbidden' })
  if (fault instanceof NotSaved) return notSaved(fault)
  return fault
}

function notSaved({ why }: NotSaved): Response {
  log.warn({ why }, 'something was not saved')
  if (why === 'busy') return new Response(null, { status: 503, statusText: 'Service Unavailable', headers: { 'Retry-After': retryAfter } })
  return new Response(null, { status: 507, statusText: 'Insufficient Storage' })
}
