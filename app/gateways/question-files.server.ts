import { z } from 'zod'
import { type BankFormat, bankFormats } from '~/domain/banks/formats'
import { readBody } from '~/domain/banks/question-body'
import { type FileRead, readSheet, type SheetLine } from '~/domain/banks/sheet-layout'
import { readTable } from './table-files.server'
import { bytesFromWorker } from './workers.server'

const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), all: z.array(readBody).readonly(), unread: z.array(z.string()), format: z.enum(bankFormats) }),
  z.object({ kind: z.literal('refused'), fault: z.string(), said: z.string() }),
])
/** fault: of the file as a whole. */
export type FileAnswer = z.output<typeof answer>

const isBook = (bytes: Uint8Array): boolean => (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)

async function readBook(bytes: Uint8Array): Promise<FileAnswer> {
  const lines: SheetLine[] = []
  const { refused } = await readTable(bytes, async (batch) => {
    lines.push(...batch)
  })
  if (refused !== null) return { kind: 'refused', fault: refused, said: '' }
  const read: FileRead = readSheet(lines)
  return read.kind === 'refused' ? read : { kind: 'read', all: [...read.all], unread: [...read.unread], format: 'xlsx' }
}

/** The questions of a file that somebody sent, read in a worker. format: null where he leaves it to the file itself. */
export async function readQuestions(bytes: Uint8Array, format: BankFormat | null): Promise<FileAnswer> {
  if (format === 'xlsx' || isBook(bytes)) return readBook(bytes)
  const pieces: Uint8Array[] = []
  try {
    const reader = bytesFromWorker('questions', [{ kind: 'file', bytes, format }]).getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) pieces.push(read.value)
    return answer.parse(JSON.parse(Buffer.concat(pieces).toString('utf8')))
  } catch {
    return { kind: 'refused', fault: 'damaged', said: '' }
  }
}
