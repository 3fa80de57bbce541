import type { Day } from '../shared/day'
import type { Evidence } from './facts'

/**
 * Evidence that can count, subject after subject, in parallel arrays: a million pieces cost a few arrays and not a
 * million small objects. A subject's stretch is put in order of (`on`, `id`) when it is first read.
 */
export type Ledger = {
  readonly pieces: Evidence[]
  readonly days: Int32Array
  readonly codes: Uint32Array
  /** Where each subject's stretch begins; one more at the end. */
  readonly starts: Uint32Array
  readonly inOrder: Uint8Array
}

/** Up to this length a stretch is sorted by insertion, which is quick where it is nearly in order. */
const SHORT = 24

/** Files evidence under its owners, numbered from 0. Pieces of code 0 and of an owner below 0 are left out. */
export function fileEvidence(
  evidence: readonly Evidence[],
  ownerCount: number,
  codeOf: (piece: Evidence) => number,
  ownerOf: (piece: Evidence) => number,
): Ledger {
  const found = { codes: new Uint32Array(evidence.length), owners: new Int32Array(evidence.length) }
  const starts = new Uint32Array(ownerCount + 2)
  evidence.forEach((piece, at) => {
    const code = codeOf(piece)
    const owner = code === 0 ? -1 : ownerOf(piece)
    found.codes[at] = code
    found.owners[at] = owner
    if (owner >= 0) starts[owner + 2] = (starts[owner + 2] ?? 0) + 1
  })
  for (let owner = 2; owner < starts.length; owner += 1) starts[owner] = (starts[owner] ?? 0) + (starts[owner - 1] ?? 0)
  const filed = starts[ownerCount + 1] ?? 0
  const pieces = evidence.slice(0, filed)
  const days = new Int32Array(filed)
  const codes = new Uint32Array(filed)
  evidence.forEach((piece, at) => {
    const owner = found.owners[at] ?? -1
    if (owner < 0) return
    const place = starts[owner + 1] ?? 0
    starts[owner + 1] = place + 1
    pieces[place] = piece
    days[place] = piece.on
    codes[place] = found.codes[at] ?? 0
  })
  return { pieces, days, codes, starts, inOrder: new Uint8Array(ownerCount) }
}

/** Where an owner's pieces begin and end (the end is not included), in order of (`on`, `id`). */
export function stretchOf(ledger: Ledger, owner: number): { readonly start: number; readonly end: number } {
  const start = ledger.starts[owner] ?? 0
  const end = ledger.starts[owner + 1] ?? 0
  if (ledger.inOrder[owner] === 0) {
    ledger.inOrder[owner] = 1
    if (end - start <= SHORT) sortShort(ledger, start, end)
    else sortLong(ledger, start, end)
  }
  return { start, end }
}

/** The place after the last piece, from `start` to before `end`, that is dated on the day or before. */
export function placeAfter({ days }: Ledger, start: number, end: number, day: Day): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] ?? 0) <= day) low = middle + 1
    else high = middle
  }
  return low
}

function sortShort(ledger: Ledger, start: number, end: number): void {
  const { pieces, days, codes } = ledger
  for (let place = start + 1; place < end; place += 1) {
    const piece = pieces[place]
    const code = codes[place] ?? 0
    if (piece === undefined) return
    let to = place
    for (; to > start; to -= 1) {
      const before = pieces[to - 1]
      if (before === undefined || compareEvidence(before, piece) <= 0) break
      pieces[to] = before
      days[to] = before.on
      codes[to] = codes[to - 1] ?? 0
    }
    pieces[to] = piece
    days[to] = piece.on
    codes[to] = code
  }
}

function sortLong({ pieces, days, codes }: Ledger, start: number, end: number): void {
  const entries = pieces.slice(start, end).map((piece, nth) => ({ piece, code: codes[start + nth] ?? 0 }))
  entries.sort((one, other) => compareEvidence(one.piece, other.piece))
  for (const [nth, { piece, code }] of entries.entries()) {
    pieces[start + nth] = piece
    days[start + nth] = piece.on
    codes[start + nth] = code
  }
}

/** By day, then by id as a plain string (UTF-16 code units). */
export function compareEvidence(one: Evidence, other: Evidence): number {
  if (one.on !== other.on) return one.on - other.on
  if (one.id === other.id) return 0
  return one.id < other.id ? -1 : 1
}
