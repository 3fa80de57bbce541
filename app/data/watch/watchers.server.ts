import { z } from 'zod'
import type { Facts } from '~/domain/duties/facts'
import type { Day } from '~/domain/shared/day'
import { db, statement } from '../db.server'
import { openDay, storedDay } from '../stored-day.server'
import { survivorsOf } from './survivors.server'

/** A person with a post at a unit, also one that has ended or is to come. */
export type Watcher = { personId: string; name: string; posts: { id: string; position: string; from: Day; to: Day | null }[] }

const bySound = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true })

/** Everybody who holds, held or will hold a post at a unit of the caller's scope, by name. */
export async function watchersOf(unitId: string): Promise<Watcher[]> {
  const rows = await db().post.findMany({
    where: { unitId },
    select: { id: true, position: true, from: true, to: true, person: { select: { id: true, name: true } } },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  })
  const survivor = await survivorsOf(
    db(),
    rows.map(({ person }) => person.id),
  )
  const found = new Map<string, Watcher>()
  for (const { id, position, from, to, person } of rows) {
    const personId = survivor(person.id)
    const known = found.get(personId) ?? { personId, name: person.name, posts: [] }
    known.posts.push({ id, position, from: storedDay(from), to: openDay(to) })
    found.set(personId, known)
  }
  return [...found.values()].sort((one, other) => bySound.compare(one.name, other.name))
}

/** Names by person, for whom a log or a roster mentions. */
export async function namesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db().person.findMany({ where: { id: { in: [...new Set(personIds)] } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Names by account, for who wrote or changed something. */
export async function accountNames(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db().account.findMany({
    where: { id: { in: [...new Set(accountIds)] } },
    select: { id: true, person: { select: { name: true } } },
  })
  return new Map(rows.map(({ id, person }) => [id, person.name]))
}

const laterRow = z.object({ id: z.string() })
const later = `SELECT "id" FROM "EvidenceEntry" WHERE "entry" = 'evidence' AND "recordedAt" > ?
  AND "subjectId" IN (SELECT "value" FROM json_each(?))`
const earlierRow = z.object({ revokes: z.string(), on: z.string() })
const earlier = `SELECT "revokes", MIN("on") AS "on" FROM "EvidenceEntry" WHERE "revokes" IS NOT NULL AND "recordedAt" <= ?
  AND "subjectId" IN (SELECT "value" FROM json_each(?)) GROUP BY "revokes"`

/**
 * These facts as they were known at an instant: evidence that was recorded later is not there, and of revocations only those written by
 * then count, the earliest of them where there are several.
 */
export function factsKnownAt(facts: Facts, instant: Date): Facts {
  const asked = [instant.toISOString(), JSON.stringify([...new Set(facts.evidence.map(({ subject }) => subject))])]
  const unknown = new Set(
    statement(later)
      .all(...asked)
      .map((row) => laterRow.parse(row).id),
  )
  const revokedOn = new Map(
    statement(earlier)
      .all(...asked)
      .map((row) => earlierRow.parse(row))
      .map(({ revokes, on }) => [revokes, storedDay(on)]),
  )
  return {
    ...facts,
    evidence: facts.evidence
      .filter(({ id }) => !unknown.has(id))
      .map((piece) => (piece.revokedOn === null ? piece : { ...piece, revokedOn: revokedOn.get(piece.id) ?? null })),
  }
}
