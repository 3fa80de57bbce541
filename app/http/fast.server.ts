import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers from memory what is asked most and is the same for everybody; false hands the request on. */
export function fastAnswer(_request: IncomingMessage, _response: ServerResponse): boolean {
  return false
}
