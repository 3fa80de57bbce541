import { z } from 'zod'
import { bytesFromWorker } from './workers.server'

const lines = z.array(z.object({ line: z.number(), texts: z.array(z.string()) }))
export type TableLine = z.output<typeof lines>[number]

/** The lines of a table that somebody sent, batch by batch as a worker reads them; or the code of why it is not read. */
export async function readTable(bytes: Uint8Array, each: (lines: TableLine[]) => Promise<void>): Promise<{ refused: string | null }> {
  let refused: string | null = null
  const stream = bytesFromWorker('table', [{ kind: 'file', bytes }], ({ reason }) => {
    refused = reason
  })
  let rest = ''
  const decoder = new TextDecoder()
  try {
    const reader = stream.getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const texts = (rest + decoder.decode(read.value, { stream: true })).split('\n')
      rest = texts.pop() ?? ''
      for (const text of texts) await each(lines.parse(JSON.parse(text)))
    }
  } catch {
    return { refused: 'damaged' }
  }
  return { refused }
}
