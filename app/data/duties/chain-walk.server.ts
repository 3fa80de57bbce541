import { setImmediate as nextTurn } from 'node:timers/promises'
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

const nextLinks = `SELECT * FROM "EvidenceEntry" WHERE "chain" > ? OR ("chain" = ? AND "seq" > ?) ORDER BY "chain", "seq" LIMIT 200`

/**
 * Walks every chain from its start and names the first entry that does not fit. Memory does not grow with the entries, and others are
 * answered between two hundreds of them: chains only grow, so what is written meanwhile changes nothing that was walked.
 */
export async function walkChains(): Promise<ChainReport> {
  const walk = new ChainWalk()
  for (;;) {
    const links = statement(nextLinks).all(walk.chain, walk.chain, walk.seq)
    if (links.length === 0 || !links.every((link) => walk.fits(link))) return walk.report
    await nextTurn()
  }
}

/** The same over entries of another copy, read by `everyLink`. */
export function walkLinks(links: Iterable<unknown>): ChainReport {
  const walk = new ChainWalk()
  for (const link of links) if (!walk.fits(link)) break
  return walk.report
}

class ChainWalk {
  chain = ''
  seq = 0
  report: ChainReport = { entries: 0, chains: 0, firstBad: null }
  private previous = chainStart

  /** Takes the next entry; false where it does not fit. */
  fits(found: unknown): boolean {
    const { hash, previous: said, ...link } = row.parse(found)
    if (link.chain !== this.chain) {
      this.chain = link.chain
      this.previous = chainStart
      this.seq = 0
      this.report.chains += 1
    }
    this.report.entries += 1
    const why = whyNot(link, said, hash, this.previous, this.seq)
    if (why !== null) this.report.firstBad = { id: link.id, chain: this.chain, seq: link.seq, why }
    this.previous = hash
    this.seq = link.seq
    return why === null
  }
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
