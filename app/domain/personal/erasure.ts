import { erasedMark } from './holding'

/** Why somebody is erased. asked: he asked for it. ended: what it was kept for is over. unlawful: it should never have been collected. */
export const erasureReasons = ['asked', 'ended', 'unlawful'] as const
export type ErasureReason = (typeof erasureReasons)[number]

export type ErasureFacts = {
  readonly isErased: boolean
  readonly isSelf: boolean
  /** Posts that have not ended. */
  readonly openPosts: number
  /** Rights in force or to come. */
  readonly openGrants: number
  /** Requests to join that wait for an answer. */
  readonly waitingJoins: number
}

export type ErasureFault = 'already' | 'self' | 'holdsRights' | 'stillWorks' | 'waits'

/**
 * May somebody be erased? Not while he works somewhere, holds rights or waits to be taken on: the law asks for records of people in post
 * (个人信息保护法 art. 47: when the purpose has been reached, or is no longer needed). Nobody erases himself.
 */
export function erasureFault(facts: ErasureFacts): ErasureFault | null {
  if (facts.isErased) return 'already'
  if (facts.isSelf) return 'self'
  if (facts.openGrants > 0) return 'holdsRights'
  if (facts.openPosts > 0) return 'stillWorks'
  return facts.waitingJoins > 0 ? 'waits' : null
}

/** What of somebody may stand in free words: his names as they were written, and numbers and addresses that are his alone. */
export type Traces = { readonly names: readonly string[]; readonly numbers: readonly string[] }

const shortestName = 2
const shortestNumber = 5

const distinct = (texts: readonly (string | null)[], shortest: number): string[] =>
  [...new Set(texts.filter((text) => text !== null).map((text) => text.trim()))]
    .filter((text) => [...text].length >= shortest && text !== erasedMark)
    .sort((one, other) => other.length - one.length)

/** Traces worth looking for, the longest first, so that none is cut by another. A name of one letter would be found everywhere. */
export const tracesOf = (names: readonly (string | null)[], numbers: readonly (string | null)[]): Traces => ({
  names: distinct(names, shortestName),
  numbers: distinct(numbers, shortestNumber),
})

/** The text with the mark in place of every trace. */
export const withoutTraces = (text: string, traces: readonly string[]): string =>
  traces.reduce((left, trace) => left.replaceAll(trace, erasedMark), text)

/** As a trace stands inside JSON, where quotes and backslashes are written otherwise. */
export const inJson = (trace: string): string => JSON.stringify(trace).slice(1, -1)

/**
 * Names that belong to nobody else: not called so, and no part of another's name. Only these are taken out of words that name no id of
 * his; the others only from rows about him.
 */
export const namesOfHimAlone = (names: readonly string[], others: readonly string[]): string[] =>
  names.filter((name) => !others.some((other) => other.includes(name)))
