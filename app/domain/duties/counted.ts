import type { Duty } from './facts'

/**
 * Every (kind, topic) that some duty distinguishes gets a small number, so that asking "does this count?" a million
 * times compares numbers. 0 is evidence that no duty counts.
 */
export type TopicCodes = { readonly kinds: Map<string, KindCodes>; size: number }
type KindCodes = { readonly named: Map<string, number>; other: number }

/** How a duty regards a code: not at all, from anywhere, or only from the same unit. */
export const REGARD = { none: 0, anywhere: 1, sameUnit: 2 } as const

export function codeTopics(duties: readonly Duty[]): TopicCodes {
  const codes: TopicCodes = { kinds: new Map(), size: 1 }
  for (const { kind, topic } of duties.flatMap((duty) => duty.counts)) {
    const ofKind = codes.kinds.get(kind) ?? { named: new Map<string, number>(), other: 0 }
    codes.kinds.set(kind, ofKind)
    if (topic === '*' ? ofKind.other !== 0 : ofKind.named.has(topic)) continue
    if (topic === '*') ofKind.other = codes.size
    else ofKind.named.set(topic, codes.size)
    codes.size += 1
  }
  return codes
}

export function topicCode(codes: TopicCodes, kind: string, topic: string): number {
  const ofKind = codes.kinds.get(kind)
  if (ofKind === undefined) return 0
  return ofKind.named.get(topic) ?? ofKind.other
}

/** One duty's regard for every code. An entry without `sameUnit` wins over one with it. */
export function regardOf(duty: Duty, codes: TopicCodes): Uint8Array {
  const regard = new Uint8Array(codes.size)
  const mark = (code: number, sameUnit: boolean): void => {
    if (!sameUnit) regard[code] = REGARD.anywhere
    else if (regard[code] === REGARD.none) regard[code] = REGARD.sameUnit
  }
  for (const { kind, topic, sameUnit } of duty.counts) {
    const ofKind = codes.kinds.get(kind)
    if (ofKind === undefined) continue
    if (topic !== '*') mark(topicCode(codes, kind, topic), sameUnit)
    else {
      mark(ofKind.other, sameUnit)
      for (const code of ofKind.named.values()) mark(code, sameUnit)
    }
  }
  regard[0] = REGARD.none
  return regard
}
