import { z } from 'zod'
import { chainStart, type EvidenceLink } from '~/domain/duties/evidence-chain'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'
import { linkHash } from './evidence.server'

const row = z.object({
  id: z.string(),
  chain: z.string(),
  seq: z.number(),
  previous: z.string(),
  hash: z.string(),
  entry: z.enum(['evidence', 'revocation']),
  kind: z.string(),
  topic: z.string(),
  subjectKind: z.enum(['person', 'unit']),
  subjectId: z.string(),
  unitId: z.string().nullable(),
  position: z.string().nullable(),
  on: z.string(),
  passed: z.number().transform((value) => value === 1),
  validThrough: z.string().nullable(),
  revokes: z.string().nullable(),
  reason: z.string().nullable(),
  sourceKind: z.string(),
  sourceId: z.string(),
  recordedAt: z.string().transform((text) => new Date(text).toISOString()),
  recordedBy: z.string(),
})

export type ChainReport = {
  entries: number
  chains: number
  firstBad: { id: string; chain: string; seq: number; why: 'hash' | 'link' | 'gap' } | null
}

/** Every entry, chain after chain, in its order. */
export const everyLink = 'SELECT * FROM "EvidenceEntry" ORDER BY "chain", "seq"'

/** Walks every chain from its start and names the first entry that does not fit. Memory does not grow with the entries. */
export const walkChains = (): ChainReport => walkLinks(statement(everyLink).iterate())

/** The same over entries of another copy, read by `everyLink`. */
export function walkLinks(links: Iterable<unknown>): ChainReport {
  let chain = ''
  let previous = chainStart
  let seq = 0
  const report: ChainReport = { entries: 0, chains: 0, firstBad: null }
  for (const found of links) {
    const { hash, previous: said, ...link } = row.parse(found)
    if (link.chain !== chain) {
      chain = link.chain
      previous = chainStart
      seq = 0
      report.chains += 1
    }
    report.entries += 1
    const why = whyNot(link, said, hash, previous, seq)
    if (why !== null) return { ...report, firstBad: { id: link.id, chain, seq: link.seq, why } }
    previous = hash
    seq = link.seq
  }
  return report
}

function whyNot(link: EvidenceLink, said: string, hash: string, previous: string, seq: number): 'hash' | 'link' | 'gap' | null {
  if (link.seq !== seq + 1) return 'gap'
  if (said !== previous) return 'link'
  return linkHash(link, said) === hash ? null : 'hash'
}

/** Keeps what a walk found, for /healthz. */
export async function recordChainCheck(tx: Tx, check: { id: string; at: Date; report: ChainReport }): Promise<void> {
  const { id, at, report } = check
  await tx.chainCheck.create({
    data: { id, at, entries: report.entries, ok: report.firstBad === null, firstBad: report.firstBad?.id ?? null },
  })
  await tx.chainCheck.deleteMany({ where: { at: { lt: new Date(at.getTime() - 30 * 86_400_000) } } })
}
