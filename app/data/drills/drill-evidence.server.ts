import type { Piece } from '~/domain/drills/sign-off'
import type { Tx } from '../transact.server'

/** What a fact of a drill made in its unit's chain and counts still. */
export async function piecesCounting(tx: Tx, unitId: string, source: { kind: string; id: string }): Promise<Piece[]> {
  const made = await tx.evidenceEntry.findMany({
    where: { chain: unitId, entry: 'evidence', sourceKind: source.kind, sourceId: source.id },
    select: { id: true, subjectKind: true, subjectId: true, topic: true, on: true },
    orderBy: { seq: 'asc' },
  })
  if (made.length === 0) return []
  const ended = await tx.evidenceEntry.findMany({ where: { chain: unitId, entry: 'revocation' }, select: { revokes: true } })
  const gone = new Set(ended.map(({ revokes }) => revokes))
  return made.filter(({ id }) => !gone.has(id))
}
