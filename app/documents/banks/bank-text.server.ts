import { readAiken, writeAiken } from '~/domain/banks/aiken'
import { type BankFormat, formatOfText } from '~/domain/banks/formats'
import { readGift } from '~/domain/banks/gift-reader'
import { writeGift } from '~/domain/banks/gift-writer'
import { writeMoodle } from '~/domain/banks/moodle-writer'
import { readPlainText, writePlainText } from '~/domain/banks/plain-text-format'
import type { BankQuestion, ReadOne } from '~/domain/banks/question'
import { type FileFault, type FileRead, mostQuestions } from '~/domain/banks/sheet-layout'
import { readMoodle } from './moodle-reader.server'

type TextFormat = Exclude<BankFormat, 'xlsx'>

const megabyte = 1024 * 1024
/** Five thousand questions as people write them stay below this; Moodle wraps each line in tags of its own. */
export const mostTextBytes = { moodle: 10 * megabyte, other: 4 * megabyte } as const

const refused = (fault: FileFault): FileRead => ({ kind: 'refused', fault, said: '' })

/** The text of a file in UTF-8, UTF-16 or GBK, or null. */
function decoded(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  for (const encoding of ['utf-8', 'gbk'] as const)
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\u0000') ? null : text
    } catch {}
  return null
}

function readAs(format: Exclude<TextFormat, 'moodle'>, text: string): ReadOne[] {
  switch (format) {
    case 'text':
      return readPlainText(text)
    case 'gift':
      return readGift(text)
    case 'aiken':
      return readAiken(text)
  }
}

/** Reads a file of text; format: null where nobody said which it is. */
export function readBankText(bytes: Uint8Array, format: TextFormat | null): FileRead & { format?: TextFormat } {
  if (bytes.length > mostTextBytes.moodle) return refused('tooMany')
  const text = decoded(bytes)
  if (text === null) return refused('notText')
  const is = format ?? formatOfText(text)
  if (is !== 'moodle' && bytes.length > mostTextBytes.other) return refused('tooMany')
  if (is === 'moodle') return { ...readMoodle(text.replace(/^\ufeff/, '')), format: is }
  const all = readAs(is, text.replace(/^\ufeff/, ''))
  if (all.length === 0) return refused('noQuestions')
  return all.length > mostQuestions ? refused('tooMany') : { kind: 'read', all, unread: [], format: is }
}

/** Questions as a file of text; each must be one that the format holds. */
export function writeBankText(format: TextFormat, questions: readonly BankQuestion[]): string {
  switch (format) {
    case 'text':
      return writePlainText(questions)
    case 'gift':
      return writeGift(questions)
    case 'aiken':
      return writeAiken(questions)
    case 'moodle':
      return writeMoodle(questions)
  }
}
