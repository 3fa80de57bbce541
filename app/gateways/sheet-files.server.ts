import { z } from 'zod'
import { bytesFromWorker } from './workers.server'

const lines = z.array(z.object({ line: z.number(), texts: z.array(z.string()) }))

/** The lines of a sheet that somebody sent; null where it cannot be read, whatever is the matter with it. */
export async function linesOfSheet(bytes: Uint8Array): Promise<z.output<typeof lines> | null> {
  const answer = new Response(bytesFromWorker('roster', [{ kind: 'file', bytes }]))
  const text = await answer.text().catch(() => '')
  return text === '' ? null : lines.parse(JSON.parse(text))
}
