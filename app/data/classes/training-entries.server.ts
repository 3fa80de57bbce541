import { z } from 'zod'
import type { Prisma } from '#db'
import type { Scope } from '~/domain/accounts/scope'
import { type EntryBody, entryBodies, type Register, registers } from '~/domain/classes/registers'
import type { Day } from '~/domain/shared/day'
import { formatDay } from '~/domain/shared/day'
import { db } from '../db.server'
import { storedDay } from '../stored-day.server'
import type { Tx } from '../transact.server'

const whole = {
  revisions: { orderBy: { nth: 'desc' }, take: 1 },
  place: { select: { id: true, name: true, kind: true, path: true } },
  end: true,
} satisfies Prisma.TrainingEntryInclude
type Row = Prisma.TrainingEntryGetPayload<{ include: typeof whole }>

export type EntryFacts = {
  id: string
  register: Register
  place: { id: string; name: string; kind: string; path: string }
  placeId: string
  body: EntryBody
  revision: number
  changedAt: Date
  changedBy: string
  isEnded: boolean
  end: { lastDay: Day; reason: string; at: Date; by: string } | null
}

const known = z.enum(registers)

function toFacts({ id, register, place, placeId, revisions: [revision], end }: Row): EntryFacts {
  if (revision === undefined) throw new Error(`an entry that says nothing: ${id}`)
  const of = known.parse(register)
  return {
    ...{ id, place, placeId, register: of },
    body: entryBodies[of].parse(JSON.parse(revision.body)),
    ...{ revision: revision.nth, changedAt: revision.at, changedBy: revision.by },
    isEnded: end !== null,
    end: end && { lastDay: storedDay(end.lastDay), reason: end.reason, at: end.at, by: end.by },
  }
}

/** Entries of places of which the scope reaches every unit. */
const inside = ({ everything, places }: Scope): Prisma.TrainingEntryWhereInput =>
  everything ? {} : { OR: places.filter(({ sectors }) => sectors === '*').map(({ path }) => ({ place: { path: { startsWith: path } } })) }

/** A register of a scope, ended entries too, in the order in which they were entered. */
export const entriesIn = async (scope: Scope, register: Register): Promise<EntryFacts[]> =>
  (await db().trainingEntry.findMany({ where: { register, ...inside(scope) }, include: whole, orderBy: { id: 'asc' } })).map(toFacts)

/** One entry of a scope; null where there is none, or it lies outside. */
export async function findEntry(scope: Scope, register: Register, id: string): Promise<EntryFacts | null> {
  const found = await db().trainingEntry.findFirst({ where: { id, register, ...inside(scope) }, include: whole })
  return found && toFacts(found)
}

/** The same inside a transaction. */
export async function entryInside(tx: Tx, scope: Scope, id: string): Promise<EntryFacts | null> {
  const found = await tx.trainingEntry.findFirst({ where: { id, ...inside(scope) }, include: whole })
  return found && toFacts(found)
}

/** A register of a scope as this transaction sees it. */
export const entriesInside = async (tx: Tx, scope: Scope, register: Register): Promise<EntryFacts[]> =>
  (await tx.trainingEntry.findMany({ where: { register, ...inside(scope) }, include: whole })).map(toFacts)

export type NewEntry = { id: string; register: Register; placeId: string; createdAt: Date; createdBy: string }

export async function recordEntry(tx: Tx, entry: NewEntry): Promise<void> {
  await tx.trainingEntry.create({ data: entry })
}

/** What the entry says from now on; what it said before stays. */
export async function recordEntryRevision(
  tx: Tx,
  { body, ...row }: { id: string; entryId: string; body: EntryBody; at: Date; by: string },
): Promise<void> {
  const before = await tx.trainingEntryRevision.count({ where: { entryId: row.entryId } })
  await tx.trainingEntryRevision.create({ data: { ...row, nth: before + 1, body: JSON.stringify(body) } })
}

export async function recordEntryEnd(
  tx: Tx,
  { lastDay, ...end }: { entryId: string; lastDay: Day; reason: string; at: Date; by: string },
): Promise<void> {
  await tx.trainingEntryEnd.create({ data: { ...end, lastDay: formatDay(lastDay) } })
}
