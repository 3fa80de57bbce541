// Runs in a thread of its own: reads an .xlsx file that somebody sent, so that what is wrong with it costs the pages nothing.
import { postBytes, postRefused, takeParts } from '../shared/worker-port.server'
import { sheetLines } from './roster-reader.server'

takeParts<{ kind: 'file'; bytes: Uint8Array }>(async (part) => {
  if (part.kind === 'end') return
  await sheetLines(part.bytes).then(
    (lines) => postBytes(Buffer.from(JSON.stringify(lines))),
    (fault: unknown) => postRefused('file', fault),
  )
})
