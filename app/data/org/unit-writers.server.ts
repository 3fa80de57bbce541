import { type PostFate, postFate } from '~/domain/org/unit-life'
import { addDays, type Day, formatDay, parseDay } from '~/domain/shared/day'
import type { Tx } from '../transact.server'

/** A unit as a use case sees it inside its transaction: its span, and what goes on there. */
export async function unitForChange(tx: Tx, id: string) {
  const unit = await tx.unit.findUnique({
    where: { id },
    include: { posts: true, place: true, _count: { select: { joins: { where: { decidedAt: null } } } } },
  })
  if (!unit) return null
  const span = (row: { from: string; to: string | null }) => ({ from: known(row.from), to: row.to === null ? null : known(row.to) })
  return {
    ...unit,
    span: { id: unit.id, ...span(unit) },
    underWay: { waiting: unit._count.joins, postsFrom: unit.posts.map((post) => known(post.from)) },
    posts: unit.posts.map((post) => ({ ...post, span: span(post) })),
  }
}
export type UnitForChange = NonNullable<Awaited<ReturnType<typeof unitForChange>>>

function known(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new Error(`not a day in the database: ${text}`)
  return day
}

export type NewUnit = { id: string; placeId: string; name: string; sector: string; shortCode: string; from: Day }

/** Adds a unit with its first join code. */
export async function recordUnitAdded(
  tx: Tx,
  { from, ...unit }: NewUnit,
  joinCode: { id: string; code: string },
  traits: readonly { id: string; trait: string }[],
  now: Date,
): Promise<void> {
  const since = formatDay(from)
  await tx.unit.create({
    data: {
      ...unit,
      from: since,
      createdAt: now,
      joinCodes: { create: [{ ...joinCode, createdAt: now }] },
      traits: { create: traits.map((trait) => ({ ...trait, from: since })) },
    },
  })
}

export const isShortCodeFree = async (tx: Tx, shortCode: string): Promise<boolean> =>
  (await tx.unit.findUnique({ where: { shortCode } })) === null

export const isUnitNameFree = async (tx: Tx, placeId: string, name: string, except: string | null): Promise<boolean> =>
  (await tx.unit.findFirst({ where: { placeId, name, to: null, ...(except === null ? {} : { id: { not: except } }) } })) === null

export const placeExists = async (tx: Tx, id: string): Promise<boolean> => (await tx.place.findUnique({ where: { id } })) !== null

export async function recordUnitChanged(tx: Tx, id: string, change: { name: string; placeId: string; sector: string }): Promise<void> {
  await tx.unit.update({ where: { id }, data: change })
}

/** Ends a unit after its last day: open posts end with it, its join codes stop at once, its managers' grants end with it. */
export async function recordUnitEnded(
  tx: Tx,
  unit: UnitForChange,
  end: { lastDay: Day; reason: string; mergedIntoId: string | null; now: Date },
): Promise<{ managers: string[] }> {
  const to = formatDay(end.lastDay)
  const open = { unitId: unit.id, from: { lte: to }, OR: [{ to: null }, { to: { gt: to } }] }
  await tx.unit.update({ where: { id: unit.id }, data: { to, endReason: end.reason, mergedIntoId: end.mergedIntoId } })
  await tx.post.updateMany({ where: open, data: { to } })
  await tx.joinCode.updateMany({ where: { unitId: unit.id, endedAt: null }, data: { endedAt: end.now } })
  const grants = { unitId: unit.id, OR: [{ to: null }, { to: { gt: to } }] }
  const held = await tx.grant.findMany({ where: grants, select: { accountId: true } })
  await tx.grant.updateMany({ where: grants, data: { to } })
  return { managers: [...new Set(held.map((grant) => grant.accountId))] }
}

/** Lets the posts of a unit go on at another from the day after its last one. Call before the unit itself is ended. */
export async function recordPostsMoved(
  tx: Tx,
  unit: UnitForChange,
  target: UnitForChange,
  lastDay: Day,
  fresh: { now: Date; id: () => string; token: () => string },
): Promise<Record<PostFate, number>> {
  const counts: Record<PostFate, number> = { over: 0, ends: 0, moves: 0, goesOn: 0 }
  const from = formatDay(addDays(lastDay, 1))
  for (const { span, ...post } of unit.posts) {
    const same = target.posts.some(
      (held) => held.personId === post.personId && held.position === post.position && (held.to === null || held.to >= from),
    )
    const fate = postFate(span, lastDay, same)
    counts[fate] += 1
    if (fate === 'moves') await tx.post.update({ where: { id: post.id }, data: { unitId: target.id } })
    if (fate !== 'goesOn') continue
    const { personId, position, to } = post
    await tx.post.create({
      data: { id: fresh.id(), personId, unitId: target.id, position, from, to, cardToken: fresh.token(), createdAt: fresh.now },
    })
  }
  return counts
}
