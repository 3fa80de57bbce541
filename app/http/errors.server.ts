import { Forbidden, NotFound } from '~/domain/shared/faults'

/** The one place where faults become HTTP. Anything else goes on as a 500. */
export function toResponse(fault: unknown): unknown {
  if (fault instanceof NotFound) return new Response(null, { status: 404, statusText: 'Not Found' })
  if (fault instanceof Forbidden) return new Response(null, { status: 403, statusText: 'Forbidden' })
  return fault
}
