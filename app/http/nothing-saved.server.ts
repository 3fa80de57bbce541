import { bareErrorPage } from './bare-error.server'
import type { FastPage } from './fast.server'

/** Is this the answer that nothing could be saved? */
export const saidNothingSaved = (fault: unknown): fault is Response =>
  fault instanceof Response && (fault.status === 503 || fault.status === 507)

/** The same as a page, at once: the framework would only try, and wait, once more. */
export const nothingSaved = ({ status, headers }: Response): FastPage => ({
  body: bareErrorPage(status),
  type: 'text/html; charset=utf-8',
  status,
  headers: { ...Object.fromEntries(headers), 'Cache-Control': 'private, no-store' },
})
