import { z } from 'zod'
import type { Prisma } from '#db'
import { inScope, type Scope } from '~/domain/accounts/scope'
import { type DrillBody, drillBody, marshalsOf } from '~/domain/drills/drill-body'
import { type Step, stepKinds } from '~/domain/drills/drill-state'
import { db } from '../db.server'
import { unitDirectory } from '../org/unit-directory.server'
import type { Tx } from '../transact.server'

const whole = {
  revisions: { orderBy: { nth: 'desc' }, take: 1 },
  steps: { orderBy: { nth: 'asc' } },
} satisfies Prisma.DrillInclude
type Row = Prisma.DrillGetPayload<{ include: typeof whole }>

/** planned: with a board. logged: entered as it was held, in a minute. paper: held before, entered after the fact. */
const ways = z.enum(['planned', 'logged', 'paper'])
const stepKind = z.enum(stepKinds)
const detail = z.record(z.string(), z.unknown())

export type DrillFacts = {
  id: string
  unitId: string
  way: z.output<typeof ways>
  createdAt: Date
  createdBy: string
  /** The drill that this one practises again. */
  answers: string | null
  body: DrillBody
  revision: number
  steps: Step[]
}

function toFacts({ revisions: [revision], steps, ...row }: Row): DrillFacts {
  if (revision === undefined) throw new Error(`a drill that says nothing: ${row.id}`)
  return {
    ...row,
    way: ways.parse(row.way),
    body: drillBody.parse(JSON.parse(revision.body)),
    revision: revision.nth,
    steps: steps.map(({ id, nth, kind, at, by, personId, detail: said }) => ({
      id,
      nth,
      kind: stepKind.parse(kind),
      at,
      by,
      personId,
      detail: detail.parse(JSON.parse(said)),
    })),
  }
}

/** A drill as this transaction sees it. */
export async function drillInside(tx: Tx, id: string): Promise<DrillFacts | null> {
  const found = await tx.drill.findUnique({ where: { id }, include: whole })
  return found && toFacts(found)
}

/** What somebody has to do with a drill. `sees`: the unit is his to see; `manages`: to manage. */
export type Sight<F> = { facts: F; commands: boolean; marshals: boolean; sees: boolean; manages: boolean }
export type DrillSight = Sight<DrillFacts>

const unitIn = (scope: Scope, unitId: string): boolean => {
  const unit = unitDirectory().byId.get(unitId)
  return unit !== undefined && inScope(scope, { id: unit.id, sector: unit.sector, placePath: unit.place.path })
}

export function sightOf<F extends { unitId: string; body: DrillBody }>(
  facts: F,
  family: readonly string[],
  scopes: { see: Scope; manage: Scope },
): Sight<F> {
  const { commander, ...body } = facts.body
  return {
    facts,
    commands: family.includes(commander.id),
    marshals: marshalsOf({ ...body, commander }).some(({ id }) => family.includes(id)),
    sees: unitIn(scopes.see, facts.unitId),
    manages: unitIn(scopes.manage, facts.unitId),
  }
}

/** A drill for whoever commands it, calls the roll at it, or sees its unit; others find none. */
export async function findSeenDrill(
  id: string,
  family: readonly string[],
  scopes: { see: Scope; manage: Scope },
): Promise<DrillSight | null> {
  const found = await db().drill.findUnique({ where: { id }, include: whole })
  if (found === null) return null
  const sight = sightOf(toFacts(found), family, scopes)
  return sight.commands || sight.marshals || sight.sees || sight.manages ? sight : null
}

/** The drill that this one practises again. The drill must come from a scoped finder. */
export async function answeredDrill({ answers }: DrillFacts): Promise<DrillFacts | null> {
  const found = answers === null ? null : await db().drill.findUnique({ where: { id: answers }, include: whole })
  return found && toFacts(found)
}

/** Drills that practise this one again, earliest first. The drill must come from a scoped finder. */
export const redrillsOf = async ({ id, unitId }: DrillFacts): Promise<DrillFacts[]> =>
  (await db().drill.findMany({ where: { unitId, answers: id }, include: whole, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(
    toFacts,
  )

/** A unit's drills, newest first. The unit must come from a scoped finder. */
export const drillsOfUnit = async (unit: { id: string }, most = 500): Promise<DrillFacts[]> =>
  (
    await db().drill.findMany({ where: { unitId: unit.id }, include: whole, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: most })
  ).map(toFacts)

/** Drills of these units that are not over yet and name one of these people; for the page of the person himself. */
export async function drillsNaming(unitIds: readonly string[], family: readonly string[]): Promise<DrillFacts[]> {
  const found = await db().drill.findMany({
    where: { unitId: { in: [...unitIds] }, steps: { none: { kind: { in: ['signed', 'called-off'] } } } },
    include: whole,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  return found
    .map(toFacts)
    .filter(({ body }) => family.includes(body.commander.id) || marshalsOf(body).some(({ id }) => family.includes(id)))
}
