import { type CannotHold, cannotHoldInAiken } from './aiken'
import type { BankQuestion } from './question'

export const bankFormats = ['xlsx', 'text', 'gift', 'aiken', 'moodle'] as const
export type BankFormat = (typeof bankFormats)[number]

/** What files of a format are called, and as what they are sent. */
export const formatFiles: Record<BankFormat, { ending: string; type: string }> = {
  xlsx: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  text: { ending: 'txt', type: 'text/plain; charset=utf-8' },
  gift: { ending: 'gift.txt', type: 'text/plain; charset=utf-8' },
  aiken: { ending: 'aiken.txt', type: 'text/plain; charset=utf-8' },
  moodle: { ending: 'xml', type: 'application/xml; charset=utf-8' },
}

/** What of a question a format has no place for; empty where it holds all of it. */
export const cannotHold = (format: BankFormat, question: BankQuestion): CannotHold[] =>
  format === 'aiken' ? cannotHoldInAiken(question) : []

/** The format of a text by its marks, for whoever does not say which it is: a quiz in XML, answers of Aiken, braces of GIFT, else plain text. */
export function formatOfText(text: string): Exclude<BankFormat, 'xlsx'> {
  if (/^\ufeff?\s*<(?:\?xml|quiz)\b/i.test(text.slice(0, 200))) return 'moodle'
  if (/^ANSWER\s*:\s*[A-Z]\s*$/m.test(text)) return 'aiken'
  if (/^\s*(?:[=~]|\}|::)/m.test(text) && /(?<!\\)\{/.test(text)) return 'gift'
  return /(?<!\\)\{\s*(?:T|F|TRUE|FALSE|=|~)/i.test(text) ? 'gift' : 'text'
}
