import { createHash } from 'node:crypto'
import { canonical, chainStart, countyChain, type EvidenceLink } from '~/domain/duties/evidence-chain'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Tx } from '../transact.server'

export const linkHash = (link: EvidenceLink, previous: string): string =>
  createHash('sha256').update(canonical(link, previous)).digest('hex')

export type NewEvidence = {
  /** A UUIDv7 made by whoever first held the fact; the same id again changes nothing. */
  id: string
  kind: string
  topic: string
  subjectKind: 'person' | 'unit'
  subjectId: string
  unitId: string | null
  position: string | null
  on: Day
  passed: boolean
  validThrough: Day | null
  sourceKind: string
  sourceId: string
  recordedBy: string
  recordedAt: Date
}

type Unplaced = Omit<EvidenceLink, 'chain' | 'seq' | 'recordedAt'> & { at: Date }

const columns = [
  ...['id', 'chain', 'seq', 'previous', 'hash', 'entry', 'kind', 'topic', 'subjectKind', 'subjectId', 'unitId', 'position', 'on', 'passed'],
  ...['validThrough', 'revokes', 'reason', 'sourceKind', 'sourceId', 'recordedAt', 'recordedBy'],
]
/** One statement for any number of links: a drill of thousands writes them while others wait. */
const insertLinks = `INSERT INTO "EvidenceEntry" (${columns.map((name) => `"${name}"`).join(', ')})
  SELECT ${columns.map((name) => `"value" ->> '$.${name}'`).join(', ')} FROM json_each(?) ORDER BY "key"`

/** As the client writes instants. */
const storedInstant = (at: Date): string => at.toISOString().replace('Z', '+00:00')

/** Adds links to the end of one chain; ids that are there already are passed over. Returns how many were written. */
async function append(tx: Tx, chain: string, links: readonly Unplaced[]): Promise<number> {
  const known = await tx.evidenceEntry.findMany({ where: { id: { in: links.map((link) => link.id) } }, select: { id: true } })
  const there = new Set(known.map((entry) => entry.id))
  const fresh = links.filter((link) => !there.has(link.id))
  if (fresh.length === 0) return 0
  const last = await tx.evidenceEntry.findFirst({ where: { chain }, orderBy: { seq: 'desc' }, select: { seq: true, hash: true } })
  let previous = last?.hash ?? chainStart
  let seq = last?.seq ?? 0
  const data = fresh.map(({ at, ...link }) => {
    seq += 1
    const complete: EvidenceLink = { ...link, chain, seq, recordedAt: at.toISOString() }
    const row = { ...complete, recordedAt: storedInstant(at), previous, hash: linkHash(complete, previous) }
    previous = row.hash
    return row
  })
  await tx.$executeRawUnsafe(insertLinks, JSON.stringify(data))
  return data.length
}

const chainOf = (piece: NewEvidence): string => piece.unitId ?? countyChain

function toLink({ on, validThrough, recordedAt, ...rest }: NewEvidence): Unplaced {
  return {
    ...rest,
    on: formatDay(on),
    validThrough: validThrough === null ? null : formatDay(validThrough),
    entry: 'evidence',
    revokes: null,
    reason: null,
    at: recordedAt,
  }
}

/** The one door for evidence. Call it inside the transaction of the fact it records. True when written, false when the id was there. */
export async function recordEvidence(tx: Tx, piece: NewEvidence): Promise<boolean> {
  return (await append(tx, chainOf(piece), [toLink(piece)])) === 1
}

/** The same for many pieces of one chain, in order. Returns how many were new. */
export async function recordEvidenceOf(tx: Tx, chain: string, pieces: readonly NewEvidence[]): Promise<number> {
  if (pieces.some((piece) => chainOf(piece) !== chain)) throw new Error('pieces of several chains')
  return append(tx, chain, pieces.map(toLink))
}

export type Revocation = { id: string; revokes: string; on: Day; reason: string; by: string; at: Date }

/** Takes a piece back from a day on, as a further entry of its chain; the first entry stays. */
export const revokeEvidence = async (tx: Tx, revocation: Revocation): Promise<boolean> =>
  (await revokeEvidenceOf(tx, await chainHolding(tx, revocation.revokes), [revocation])) === 1

const chainHolding = async (tx: Tx, id: string): Promise<string> =>
  (await tx.evidenceEntry.findUniqueOrThrow({ where: { id }, select: { chain: true } })).chain

/** The same for many pieces of one chain, in order. Returns how many were new. */
export async function revokeEvidenceOf(tx: Tx, chain: string, revocations: readonly Revocation[]): Promise<number> {
  const found = await tx.evidenceEntry.findMany({ where: { id: { in: revocations.map(({ revokes }) => revokes) } } })
  const pieces = new Map(found.map((piece) => [piece.id, piece]))
  const links = revocations.map(({ id, revokes, on, reason, by, at }): Unplaced => {
    const piece = pieces.get(revokes)
    if (piece === undefined || piece.chain !== chain) throw new Error(`not a piece of chain ${chain}: ${revokes}`)
    return {
      id,
      entry: 'revocation',
      kind: piece.kind,
      topic: piece.topic,
      subjectKind: piece.subjectKind === 'unit' ? 'unit' : 'person',
      subjectId: piece.subjectId,
      unitId: piece.unitId,
      position: piece.position,
      on: formatDay(on),
      passed: false,
      validThrough: null,
      revokes: piece.id,
      reason,
      sourceKind: 'revocation',
      sourceId: id,
      recordedBy: by,
      at,
    }
  })
  return append(tx, chain, links)
}
