import { describe, expect, it } from 'vitest'
import { readPlainText } from '~/domain/banks/plain-text-format'
import type { ReadOne } from '~/domain/banks/question'
import { readSheet } from '~/domain/banks/sheet-layout'
import { messySheet, messyText } from '../../factories/messy-banks'

const rows = Number(process.env.BANK_ROWS ?? 2000)
const outcome = (one: ReadOne) => (one.kind === 'read' ? { line: one.line, question: one.question } : { line: one.line, fault: one.fault })

describe('a file that many hands have typed', () => {
  it('as a sheet of two thousand rows: every row is exactly its question, or refused at its line for its reason', () => {
    const { lines, expected } = messySheet(rows)
    const read = readSheet(lines)
    expect(read.kind === 'read' ? read.all.map(outcome) : read).toEqual(expected)
  })

  it('as text of two thousand questions: none is lost, changed or guessed', () => {
    const { text, expected } = messyText(rows)
    expect(readPlainText(text).map(outcome)).toEqual(expected)
  })
})
