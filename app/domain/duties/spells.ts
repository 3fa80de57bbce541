import { addDays, type Day, earlierOf, laterOf } from '../shared/day'

/** A run of consecutive days, both ends included; `last` is ENDLESS for what has no end. One that ends before it begins holds no day. */
export type Spell = { readonly first: Day; readonly last: Day }

/** Ordered, and at least one day apart from each other. */
export type Spells = readonly Spell[]

export const NO_SPELLS: Spells = []

/** Joins runs that overlap or touch (30 June, 1 July) into spells; the order they come in does not matter. */
export function joined(all: readonly Spell[]): Spells {
  const runs = all.every(holdsAny) ? all : all.filter(holdsAny)
  if (runs.length < 2) return runs
  const spells: Spell[] = []
  let current: Spell | null = null
  for (const run of inOrder(runs)) {
    if (current === null) current = run
    else if (run.first <= addDays(current.last, 1)) {
      if (run.last > current.last) current = { first: current.first, last: run.last }
    } else {
      spells.push(current)
      current = run
    }
  }
  if (current !== null) spells.push(current)
  return spells
}

/** The days on which both hold. */
export function overlap(spans: Spells, spells: Spells): Spells {
  const runs: Spell[] = []
  for (const span of spans) addOverlap(runs, span, spells)
  return runs
}

/** Adds the runs of a span's days on which the spells hold too. */
export function addOverlap(runs: Spell[], span: Spell, spells: Spells): void {
  if (!holdsAny(span)) return
  for (let at = firstEndingFrom(spells, span.first); at < spells.length; at += 1) {
    const spell = spells[at]
    if (spell === undefined || spell.first > span.last) return
    runs.push(shared(span, spell))
  }
}

/** The overlap with one span, given as a list of it alone; makes nothing new where a spell covers the span. */
export function overlapAlone(alone: Spells, span: Spell, spells: Spells): Spells {
  const at = firstEndingFrom(spells, span.first)
  const spell = spells[at]
  if (spell === undefined || spell.first > span.last || !holdsAny(span)) return NO_SPELLS
  if (spell.last < span.last && at + 1 < spells.length) return overlap(alone, spells)
  const run = shared(span, spell)
  return run === span ? alone : [run]
}

/** Whether there is a day in it: an end before the beginning (left before taking up the post) leaves none. */
export function holdsAny({ first, last }: Spell): boolean {
  return first <= last
}

function shared(span: Spell, spell: Spell): Spell {
  if (spell.first <= span.first && spell.last >= span.last) return span
  if (span.first <= spell.first && span.last >= spell.last) return spell
  return { first: laterOf(span.first, spell.first), last: earlierOf(span.last, spell.last) }
}

/** The spell that holds a day. */
export function spellAt(spells: Spells, day: Day): Spell | null {
  const spell = spells[firstEndingFrom(spells, day)]
  return spell !== undefined && spell.first <= day ? spell : null
}

function firstEndingFrom(spells: Spells, day: Day): number {
  let low = 0
  let high = spells.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const spell = spells[middle]
    if (spell !== undefined && spell.last < day) low = middle + 1
    else high = middle
  }
  return low
}

function inOrder(runs: readonly Spell[]): readonly Spell[] {
  const isSorted = runs.every((run, at) => run.first >= (runs[at - 1] ?? run).first)
  return isSorted ? runs : [...runs].sort((one, other) => one.first - other.first)
}
