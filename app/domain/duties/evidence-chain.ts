/** What one link of a chain says. Ids and codes only: no name, phone or number ever enters it. */
export type EvidenceLink = {
  id: string
  chain: string
  seq: number
  entry: 'evidence' | 'revocation'
  kind: string
  topic: string
  subjectKind: 'person' | 'unit'
  subjectId: string
  unitId: string | null
  position: string | null
  on: string
  passed: boolean
  validThrough: string | null
  revokes: string | null
  reason: string | null
  sourceKind: string
  sourceId: string
  recordedAt: string
  recordedBy: string
}

/** What stands before the first link of a chain. */
export const chainStart = '0'.repeat(64)

/** The chain of the county's own entries, where there is no unit. */
export const countyChain = 'county'

/** The text that is hashed: the previous hash, then the fields in this fixed order, as JSON. */
export function canonical(link: EvidenceLink, previous: string): string {
  return JSON.stringify([
    previous,
    link.id,
    link.chain,
    link.seq,
    link.entry,
    link.kind,
    link.topic,
    link.subjectKind,
    link.subjectId,
    link.unitId,
    link.position,
    link.on,
    link.passed,
    link.validThrough,
    link.revokes,
    link.reason,
    link.sourceKind,
    link.sourceId,
    link.recordedAt,
    link.recordedBy,
  ])
}
