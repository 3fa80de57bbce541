import { z } from 'zod'
import type { SerialRun } from '~/domain/credentials/serial-gaps'
import { db, statement } from '../db.server'
import type { Tx } from '../transact.server'

const run = z.object({ first: z.number(), last: z.number() })

/** Between one serial and the next that is held; before the first; and after the last up to the counter. */
const missing = `SELECT "before" + 1 AS "first", "serial" - 1 AS "last" FROM (
    SELECT "serial", LAG("serial", 1, 0) OVER (ORDER BY "serial") AS "before" FROM (
      SELECT "serial" FROM "Certificate" UNION ALL SELECT "last" + 1 FROM "SerialCounter" WHERE "kind" = 'certificate'))
  WHERE "serial" > "before" + 1 ORDER BY 1`
const last = `SELECT COALESCE((SELECT "last" FROM "SerialCounter" WHERE "kind" = 'certificate'), 0) AS "last"`

/** The runs of serials that were given and under which no certificate is held. */
export const findMissingSerials = (): SerialRun[] =>
  statement(missing)
    .all()
    .map((found) => run.parse(found))

/** The serial given last; 0 before the first. */
export const lastSerial = (): number => z.object({ last: z.number() }).parse(statement(last).get()).last

export type GapExplained = SerialRun & { id: string; at: Date; by: string; why: string }

/** Every explanation with the name of who gave it, the latest first. */
export async function listGaps(): Promise<(GapExplained & { who: string | null })[]> {
  const gaps = await db().certificateGap.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }] })
  const accounts = await db().account.findMany({
    where: { id: { in: gaps.map(({ by }) => by) } },
    select: { id: true, person: { select: { name: true } } },
  })
  const names = new Map(accounts.map(({ id, person }) => [id, person.name]))
  return gaps.map((gap) => ({ ...gap, who: names.get(gap.by) ?? null }))
}

export async function recordGapExplained(tx: Tx, gap: GapExplained): Promise<void> {
  await tx.certificateGap.create({ data: gap })
}
