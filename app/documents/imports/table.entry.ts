// Runs in a thread of its own: reads a table that somebody sent, so that what is wrong with it costs the pages nothing.
import { postBytes, postRefused, takeParts } from '../shared/worker-port.server'
import { type BookLine, BookRefused } from './book-limits'
import { tableLines } from './table-reader.server'

const batch = 250

takeParts<{ kind: 'file'; bytes: Uint8Array }>(async (part) => {
  if (part.kind === 'end') return
  let waiting: BookLine[] = []
  const post = () => {
    if (waiting.length > 0) postBytes(Buffer.from(`${JSON.stringify(waiting)}\n`))
    waiting = []
  }
  await tableLines(Buffer.from(part.bytes), (line) => {
    waiting.push(line)
    if (waiting.length >= batch) post()
  }).then(post, (fault: unknown) => postRefused('file', fault instanceof BookRefused ? fault : new BookRefused('damaged')))
})
