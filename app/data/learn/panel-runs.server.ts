import { z } from 'zod'
import type { Mode } from '~/domain/learn/panel/acts'
import { statement } from '../db.server'
import type { Tx } from '../transact.server'

const written = z.array(z.object({ at: z.number(), by: z.enum(['desk', 'field']), act: z.string() }))
const instant = z.union([z.string(), z.date()]).transform((value) => new Date(value))
const row = z.object({
  id: z.string(),
  personId: z.string(),
  scenario: z.string(),
  mode: z.enum(['alone', 'two']),
  acts: z.string().transform((text) => written.parse(JSON.parse(text))),
  startedAt: instant,
  endedAt: instant.nullable(),
})

/** An act as it is kept: its key is read again by whoever plays it. */
export type KeptAct = z.output<typeof written>[number]
export type PanelRunRow = z.output<typeof row>

const own = `WITH RECURSIVE family("id") AS (SELECT ?
  UNION SELECT p."id" FROM "Person" p JOIN family f ON p."mergedIntoId" = f."id")
  SELECT r."id", r."personId", r."scenario", r."mode", r."acts", r."startedAt", r."endedAt"
  FROM "PanelRun" r WHERE r."personId" IN (SELECT "id" FROM family) AND r."scenario" = ?`

/** One run, only if it is this person's own. */
export function findOwnPanelRun(personId: string, scenario: string, id: string): PanelRunRow | null {
  const found = statement(`${own} AND r."id" = ?`).get(personId, scenario, id)
  return found === undefined ? null : row.parse(found)
}

/** A person's last runs of an exercise, newest first. */
export const findPanelRuns = (personId: string, scenario: string, most = 5): PanelRunRow[] =>
  statement(`${own} ORDER BY r."startedAt" DESC, r."id" DESC LIMIT ${most}`)
    .all(personId, scenario)
    .map((found) => row.parse(found))

export type NewPanelRun = { id: string; personId: string; scenario: string; mode: Mode; startedAt: Date }

export async function recordPanelRun(tx: Tx, run: NewPanelRun): Promise<void> {
  await tx.panelRun.create({ data: { ...run, acts: '[]' } })
}

/** A run as this transaction sees it. */
export async function panelRunInside(tx: Tx, id: string): Promise<PanelRunRow | null> {
  const found = await tx.panelRun.findUnique({ where: { id } })
  return found === null ? null : row.parse(found)
}

export async function recordPanelAct(tx: Tx, run: PanelRunRow, act: KeptAct): Promise<void> {
  await tx.panelRun.update({ where: { id: run.id }, data: { acts: JSON.stringify([...run.acts, act]) } })
}

/** The end of a run; the first time counts. */
export async function recordPanelEnd(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.panelRun.updateMany({ where: { id, endedAt: null }, data: { endedAt: at } })
}
