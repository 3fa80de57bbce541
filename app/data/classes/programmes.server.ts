import { z } from 'zod'
import type { Prisma } from '#db'
import type { Scope } from '~/domain/accounts/scope'
import type { Why } from '~/domain/classes/draw-list'
import { endReasons, type Member } from '~/domain/classes/members'
import { type ProgrammeBody, type ProgrammeStep, programmeBody, programmeStepKinds } from '~/domain/classes/programme-body'
import { seesWholePlace } from '~/domain/org/place-scope'
import { db, statement } from '../db.server'
import { openDay, storedDay } from '../stored-day.server'
import type { Tx } from '../transact.server'

const whole = {
  revisions: { orderBy: { nth: 'desc' }, take: 1 },
  steps: { orderBy: { nth: 'asc' } },
  place: { select: { id: true, name: true, path: true } },
} satisfies Prisma.ProgrammeInclude
type Row = Prisma.ProgrammeGetPayload<{ include: typeof whole }>

export type ProgrammeFacts = {
  id: string
  slug: string
  place: { id: string; name: string; path: string }
  createdAt: Date
  createdBy: string
  body: ProgrammeBody
  steps: ProgrammeStep[]
}

const kind = z.enum(programmeStepKinds)
const detail = z.record(z.string(), z.unknown())

function toFacts({ revisions: [revision], steps, placeId: _placeId, ...row }: Row): ProgrammeFacts {
  if (revision === undefined) throw new Error(`a programme that says nothing: ${row.id}`)
  return {
    ...row,
    body: programmeBody.parse(JSON.parse(revision.body)),
    steps: steps.map(({ id, nth, kind: said, at, by, detail: more }) => ({
      ...{ id, nth, at, by },
      kind: kind.parse(said),
      detail: detail.parse(JSON.parse(more)),
    })),
  }
}

/** A programme as this transaction sees it, wherever it is: the caller asks whether its place is in scope. */
export async function programmeInside(tx: Tx, id: string): Promise<ProgrammeFacts | null> {
  const found = await tx.programme.findUnique({ where: { id }, include: whole })
  return found && toFacts(found)
}

/** The same for whoever supervises all of its place; null for others. */
export async function programmeReachedInside(tx: Tx, scope: Scope, id: string): Promise<ProgrammeFacts | null> {
  const found = await programmeInside(tx, id)
  return found !== null && seesWholePlace(scope, found.place.path) ? found : null
}

/** A programme, wherever it is: for whoever has to do with it otherwise than by its place, and the caller has seen that. */
export async function programmeAnywhere(id: string): Promise<ProgrammeFacts | null> {
  const found = await db().programme.findUnique({ where: { id }, include: whole })
  return found && toFacts(found)
}

/** A programme of a place of which the scope reaches every unit; null where there is none, or it lies outside. */
export async function findProgramme(scope: Scope, id: string): Promise<ProgrammeFacts | null> {
  const found = await programmeAnywhere(id)
  return found !== null && seesWholePlace(scope, found.place.path) ? found : null
}

/** The programmes of a scope, the newest year first, then by title. */
export async function programmesIn(scope: Scope): Promise<ProgrammeFacts[]> {
  const found = await db().programme.findMany({ include: whole })
  return found
    .map(toFacts)
    .filter(({ place }) => seesWholePlace(scope, place.path))
    .sort((one, other) => other.body.year - one.body.year || byTitle(one.body.title, other.body.title) || (one.id < other.id ? -1 : 1))
}
const byTitle = new Intl.Collator('zh-CN', { numeric: true }).compare

/** Whether a scope and a place have anything of each other, wholly or in part. */
const meets = (scope: Scope, path: string): boolean =>
  scope.everything || scope.places.some((place) => path.startsWith(place.path) || place.path.startsWith(path))

/** The programmes on whose lists units of a scope may stand, the earliest year first. Which do is for the caller to see. */
export async function programmesMeeting(scope: Scope): Promise<ProgrammeFacts[]> {
  const found = await db().programme.findMany({ include: whole })
  return found
    .map(toFacts)
    .filter(({ place }) => meets(scope, place.path))
    .sort((one, other) => one.body.year - other.body.year || byTitle(one.body.title, other.body.title) || (one.id < other.id ? -1 : 1))
}

/** One of them; null where there is none, or it lies wholly outside. */
export async function findProgrammeMeeting(scope: Scope, id: string): Promise<ProgrammeFacts | null> {
  const found = await programmeAnywhere(id)
  return found !== null && meets(scope, found.place.path) ? found : null
}

export const programmeOfSlug = (tx: Tx, placeId: string, slug: string): Promise<{ id: string } | null> =>
  tx.programme.findUnique({ where: { placeId_slug: { placeId, slug } }, select: { id: true } })

const why = z.object({ sector: z.string(), traits: z.array(z.string()), positions: z.array(z.string()), words: z.string() })
const instant = z.union([z.string(), z.date()]).transform((at) => new Date(at))
const memberRow = z
  .object({
    id: z.string(),
    subjectKind: z.enum(['unit', 'person']),
    subjectId: z.string(),
    unitId: z.string(),
    way: z.enum(['drawn', 'added', 'joined']),
    from: z.string(),
    why: z.string().transform((text): Why => why.parse(JSON.parse(text))),
    addedAt: instant,
    addedBy: z.string(),
    on: z.string().nullable(),
    endWhy: z.enum(endReasons).nullable(),
    reason: z.string().nullable(),
    endAt: instant.nullable(),
    endBy: z.string().nullable(),
  })
  .transform(({ on, endWhy, reason, endAt, endBy, ...row }): Member => {
    const ended = openDay(on)
    return {
      ...row,
      from: storedDay(row.from),
      end:
        ended === null || endWhy === null || endAt === null
          ? null
          : { on: ended, why: endWhy, reason: reason ?? '', at: endAt, by: endBy ?? '' },
    }
  })

const membersSql = `SELECT m."id", m."subjectKind", m."subjectId", m."unitId", m."way", m."from", m."why", m."addedAt", m."addedBy",
  e."on", e."why" AS "endWhy", e."reason", e."at" AS "endAt", e."by" AS "endBy"
  FROM "ProgrammeMember" m LEFT JOIN "ProgrammeMemberEnd" e ON e."memberId" = m."id"`

/** Every line that ever stood on a programme's list, in the order in which it was written. The programme must come from a scoped finder. */
export const membersOf = (programme: { id: string }): Member[] =>
  statement(`${membersSql} WHERE m."programmeId" = ? ORDER BY m."addedAt", m."id"`)
    .all(programme.id)
    .map((row) => memberRow.parse(row))

export type NewMember = Omit<Member, 'end' | 'from'> & { programmeId: string; from: string }

const storedInstant = (at: Date): string => at.toISOString().replace('Z', '+00:00')
const columns = ['id', 'programmeId', 'subjectKind', 'subjectId', 'unitId', 'way', 'from', 'why', 'addedAt', 'addedBy']
const insertMembers = `INSERT INTO "ProgrammeMember" (${columns.map((name) => `"${name}"`).join(', ')})
  SELECT ${columns.map((name) => `"value" ->> '$.${name}'`).join(', ')} FROM json_each(?) ORDER BY "key"`

/** The same as this transaction sees it. */
export async function membersInside(tx: Tx, programmeId: string): Promise<Member[]> {
  const found: unknown = await tx.$queryRawUnsafe(`${membersSql} WHERE m."programmeId" = ? ORDER BY m."addedAt", m."id"`, programmeId)
  return z
    .array(z.unknown())
    .parse(found)
    .map((row) => memberRow.parse(row))
}

/** Adds lines to a list: one statement for thousands. */
export async function recordMembers(tx: Tx, members: readonly NewMember[]): Promise<void> {
  const rows = members.map((one) => ({ ...one, why: JSON.stringify(one.why), addedAt: storedInstant(one.addedAt) }))
  if (rows.length > 0) await tx.$executeRawUnsafe(insertMembers, JSON.stringify(rows))
}

export async function recordMemberEnd(
  tx: Tx,
  end: { memberId: string; on: string; why: string; reason: string; at: Date; by: string },
): Promise<void> {
  await tx.programmeMemberEnd.create({ data: end })
}

export type NewProgramme = { id: string; slug: string; placeId: string; createdAt: Date; createdBy: string }

export async function recordProgramme(tx: Tx, programme: NewProgramme): Promise<void> {
  await tx.programme.create({ data: programme })
}

/** What the programme is to be from now on; what was written before stays. */
export async function recordProgrammeRevision(
  tx: Tx,
  { body, ...row }: { id: string; programmeId: string; body: ProgrammeBody; at: Date; by: string },
): Promise<void> {
  const before = await tx.programmeRevision.count({ where: { programmeId: row.programmeId } })
  await tx.programmeRevision.create({ data: { ...row, nth: before + 1, body: JSON.stringify(body) } })
}

export type NewProgrammeStep = {
  id: string
  programmeId: string
  kind: ProgrammeStep['kind']
  at: Date
  by: string
  once?: string
  detail?: Record<string, unknown>
}

export async function recordProgrammeStep(tx: Tx, { detail: said = {}, once, ...row }: NewProgrammeStep): Promise<void> {
  const before = await tx.programmeStep.count({ where: { programmeId: row.programmeId } })
  await tx.programmeStep.create({ data: { ...row, nth: before + 1, once: once ?? null, detail: JSON.stringify(said) } })
}
