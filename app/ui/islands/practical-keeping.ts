import { textStore } from './kept-texts'
import { locked, unlocked } from './sealed-text'

const { allKeys, dropText, putText, textAt } = textStore('mingbai-practicals', 'sheets')

/** Marks of one sheet as this phone keeps them, until the server has them. finishedAt: handed in, waiting for a network. */
export type KeptSheet = {
  sheet: string
  observer: string
  round: string
  address: string
  startedAt: string
  finishedAt: string | null
  /** What was said when it was refused; it is not sent again by itself. */
  refused: string | null
  /** Steps in the order in which they were marked, for taking marks back. */
  order: string[]
  marks: Record<string, { mark: string; at: string }>
  notes: Record<string, string>
}

export const keyOf = (practical: string, observer: string, round: string): string => `${practical}.${observer}.${round}`

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function marksIn(value: unknown): KeptSheet['marks'] {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([step, said]) => {
      const mark = isRecord(said) ? textIn(said.mark) : null
      const at = isRecord(said) ? textIn(said.at) : null
      return mark !== null && at !== null ? [[step, { mark, at }] as const] : []
    }),
  )
}

function readKept(text: string | null): KeptSheet | null {
  let value: unknown = null
  try {
    value = JSON.parse(text ?? 'null')
  } catch {
    return null
  }
  if (!isRecord(value)) return null
  const [sheet, observer, round, address, startedAt] = ['sheet', 'observer', 'round', 'address', 'startedAt'].map((name) =>
    isRecord(value) ? textIn(value[name]) : null,
  )
  if (!sheet || !observer || !round || !address || !startedAt) return null
  const order = Array.isArray(value.order) ? value.order.filter((step): step is string => typeof step === 'string') : []
  const notes = isRecord(value.notes)
    ? Object.fromEntries(Object.entries(value.notes).flatMap(([step, note]) => (typeof note === 'string' ? [[step, note] as const] : [])))
    : {}
  const [finishedAt, refused] = [textIn(value.finishedAt), textIn(value.refused)]
  return { sheet, observer, round, address, startedAt, finishedAt, refused, order, marks: marksIn(value.marks), notes }
}

/** What this phone keeps under a key; null where nothing is, storage is forbidden, or it was locked for somebody else. */
export async function kept(key: string, lock: string): Promise<KeptSheet | null> {
  try {
    return readKept(await unlocked(await textAt(key), lock))
  } catch {
    return null
  }
}

let last: Promise<unknown> = Promise.resolve()

/** One after another, each as it was when asked for. False where this browser keeps nothing. */
export function keep(key: string, sheet: KeptSheet, lock: string): Promise<boolean> {
  const text = JSON.stringify(sheet)
  const kept = last.then(async () => {
    try {
      await putText(key, await locked(text, lock))
      return true
    } catch {
      return false
    }
  })
  last = kept
  return kept
}

export async function forget(key: string): Promise<void> {
  await last
  try {
    await dropText(key)
  } catch {
    return
  }
}

/** The keys of every sheet on this phone, whoever's it is. */
export async function keptKeys(): Promise<string[]> {
  try {
    return await allKeys()
  } catch {
    return []
  }
}

/** arrived: the server has it. refused: it said why; `stays`: somebody else may still hand it in. sign-in: nobody is signed in. later: no answer. */
export type Answer = { kind: 'arrived'; said: string } | { kind: 'refused'; words: string; stays: boolean } | { kind: 'sign-in' | 'later' }

export async function send(sheet: KeptSheet): Promise<Answer> {
  const body = new URLSearchParams({
    sheet: sheet.sheet,
    observer: sheet.observer,
    round: sheet.round,
    startedAt: sheet.startedAt,
    finishedAt: sheet.finishedAt ?? '',
  })
  for (const [step, { mark, at }] of Object.entries(sheet.marks)) {
    body.append(`mark-${step}`, mark)
    body.append(`at-${step}`, at)
    const note = sheet.notes[step]
    if (note) body.append(`note-${step}`, note)
  }
  try {
    const response = await fetch(sheet.address, { method: 'POST', body, headers: { Accept: 'application/json' } })
    if (response.redirected && new URL(response.url).pathname.startsWith('/sign-in')) return { kind: 'sign-in' }
    if (response.status === 429 || response.status >= 500) return { kind: 'later' }
    if (!response.headers.get('Content-Type')?.includes('json')) return { kind: response.ok ? 'sign-in' : 'later' }
    const answer: unknown = await response.json()
    if (!isRecord(answer)) return { kind: 'later' }
    if (answer.kind === 'handed-in') return { kind: 'arrived', said: textIn(answer.said) ?? 'before' }
    return { kind: 'refused', words: textIn(answer.words) ?? '', stays: answer.stays === true }
  } catch {
    return { kind: 'later' }
  }
}
