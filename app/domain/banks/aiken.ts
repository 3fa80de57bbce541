import { type BankQuestion, type ReadOne, readOne, refusedOne } from './question'
import { letterOf } from './read-answer'

const option = /^([A-Z])[.)]\s*(.*)$/
const answer = /^ANSWER\s*:\s*(.*)$/

/** What Aiken has no place for: a line that begins like an option, an answer or nothing at all. */
const looksLikeMark = (text: string): boolean => /^(?:[A-Z][.)]|ANSWER)/.test(text)

/** What of a question Aiken cannot hold. Each has its word in the locales (banks:cannot). */
export type CannotHold = 'several' | 'explanation' | 'difficulty' | 'point' | 'id' | 'lineBreak' | 'likeMark'

export function cannotHoldInAiken({ kind, explanation, difficulty, point, id, stem, options }: BankQuestion): CannotHold[] {
  const texts = [stem, ...options]
  return [
    ...(kind === 'multiple' ? (['several'] as const) : []),
    ...(explanation === '' ? [] : (['explanation'] as const)),
    ...(difficulty === null ? [] : (['difficulty'] as const)),
    ...(point === '' ? [] : (['point'] as const)),
    ...(id === null ? [] : (['id'] as const)),
    ...(texts.some((text) => text.includes('\n')) ? (['lineBreak'] as const) : []),
    ...(looksLikeMark(stem) ? (['likeMark'] as const) : []),
  ]
}

type Open = { line: number; stem: string[]; options: string[]; isOutOfOrder: boolean; isStray: boolean }
const begun = (line: number): Open => ({ line, stem: [], options: [], isOutOfOrder: false, isStray: false })

function closed({ line, stem, options, isOutOfOrder, isStray }: Open, said: string | null): ReadOne {
  const text = stem.join('\n')
  if (isStray) return refusedOne(line, 'strayLine', text)
  if (isOutOfOrder) return refusedOne(line, 'optionOrder', text)
  if (said === null) return refusedOne(line, 'noAnswer', text)
  const place = /^[A-Z]$/.test(said) ? said.charCodeAt(0) - 65 : null
  return readOne(line, {
    stem: text,
    options,
    answer: place === null ? { kind: said === '' ? 'none' : 'unclear' } : { kind: 'letters', places: [place] },
  })
}

/** Reads Aiken: a stem, options from A, and the letter of the one that is right. An empty line may stand between questions, never within one. */
export function readAiken(text: string): ReadOne[] {
  const all: ReadOne[] = []
  let open: Open | null = null
  const end = (said: string | null) => {
    if (open !== null) all.push(closed(open, said))
    open = null
  }
  for (const [nth, raw] of text.replace(/\r\n?/g, '\n').split('\n').entries()) {
    const line = raw.trim()
    if (line === '') {
      end(null)
      continue
    }
    const block: Open = open ?? begun(nth + 1)
    open = block
    const said = answer.exec(line)?.[1]
    const [, letter, words = ''] = option.exec(line) ?? []
    if (said !== undefined) end(said.trim())
    else if (letter !== undefined) {
      block.isOutOfOrder ||= letter !== letterOf(block.options.length)
      block.options.push(words)
    } else if (block.options.length > 0) block.isStray = true
    else block.stem.push(line)
  }
  end(null)
  return all
}

function written({ kind, stem, options, right }: BankQuestion): string {
  const all = kind === 'truefalse' ? ['正确', '错误'] : options
  return [stem, ...all.map((text, place) => `${letterOf(place)}. ${text}`), `ANSWER: ${letterOf(right[0] ?? 0)}`].join('\n')
}

/** Questions as Aiken that readAiken reads back; each must be one that it can hold. */
export const writeAiken = (questions: readonly BankQuestion[]): string => `${questions.map(written).join('\n\n')}\n`
