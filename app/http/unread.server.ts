import type { IncomingMessage, ServerResponse } from 'node:http'

/** Of a body that was refused unread so much is still taken, and thrown away. */
const mostDiscarded = 256 * 1024 * 1024

/**
 * Takes the rest of a body that was answered before it was read to its end: a browser shows an answer only when it has sent everything, and
 * a connection with half a body on it serves nobody else. Who sends more than 256 MB is cut off.
 */
export function discardUnread(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (request.complete || request.destroyed) return
    let left = mostDiscarded
    request.removeAllListeners('data')
    request.on('data', (piece: Buffer) => {
      left -= piece.length
      if (left < 0) request.destroy()
    })
    request.resume()
  })
}
