import { findGateToken } from '~/data/duties/gate-checks.server'
import { hashOf } from '~/gateways/secrets.server'
import type { Asked } from '~/http/asked.server'

const headers = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }

/** A small answer for a site's own system. */
export const siteAnswer = (body: object, status = 200): Response => Response.json(body, { status, headers })

/** Whose token a request carries as `Authorization: Bearer …`; null without one that is in force. */
export function siteOf(request: Asked): { id: string; unitId: string } | null {
  const [, token] = /^Bearer ([0-9A-Z]{26})$/i.exec(request.headers.get('authorization') ?? '') ?? []
  return token === undefined ? null : findGateToken(hashOf(token.toUpperCase()))
}
