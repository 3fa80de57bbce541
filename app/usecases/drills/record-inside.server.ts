import { getDrillKind } from '~/content/drills.server'
import type { DrillFacts } from '~/data/drills/drills.server'
import { planVersionInside } from '~/data/drills/record-facts.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import { callInside } from '~/data/rollcall/calls.server'
import { entriesInside } from '~/data/rollcall/entries.server'
import type { Tx } from '~/data/transact.server'
import { accountNames } from '~/data/watch/watchers.server'
import { type DrillState, stateOf } from '~/domain/drills/drill-state'
import type { DrillRecord } from '~/domain/drills/record'
import { drawnRecord } from '~/domain/drills/record-drawn'
import { timelineOf } from '~/domain/drills/timeline'
import { rollOf } from '~/domain/rollcall/presence'
import { parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'

/** What a record needs to call people and the unit by name; to be read before a transaction begins. */
export type RecordWords = { unit: string; enteredBy: string; signer: string; names: ReadonlyMap<string, string> }

export async function recordWords(
  drill: Pick<DrillFacts, 'unitId' | 'createdBy'>,
  people: readonly string[],
  signer: string,
): Promise<RecordWords> {
  const names = findSubjectNames([...new Set([...people, signer])])
  const accounts = await accountNames([drill.createdBy])
  return {
    unit: unitDirectory().byId.get(drill.unitId)?.name ?? '',
    enteredBy: accounts.get(drill.createdBy) ?? '',
    signer: names.get(signer) ?? '',
    names,
  }
}

/** The record of a drill as this transaction sees it, and what keeps it from being signed. */
export async function recordInside(
  tx: Tx,
  facts: DrillFacts,
  words: RecordWords,
): Promise<{ record: DrillRecord; undecided: number; isOver: boolean; state: DrillState }> {
  const call = await callInside(tx, 'drill', facts.id)
  if (call === null) throw new NotFound()
  const entries = await entriesInside(tx, call.id)
  const { expected, roles } = call
  const line = timelineOf(entries, roles)
  const { doubts } = rollOf(expected, entries, roles, line.begins)
  const planVersion = await planVersionInside(tx, facts, inForceAt(facts, line.begins))
  const kindName = getDrillKind(facts.body.kind).title
  const state = stateOf(facts.way, facts.steps, line)
  return {
    record: drawnRecord({ ...facts, ...words, kindName, expected, entries, roles, planVersion }),
    undecided: doubts.filter(({ decided }) => decided === null).length,
    state,
    isOver: state !== 'planned' && state !== 'running' && state !== 'called-off',
  }
}

/** The plan that a drill was held by: of its beginning; where nothing was stamped, of its day. */
function inForceAt({ way, createdAt, body }: DrillFacts, begins: number | null): Date {
  if (begins !== null) return new Date(begins)
  const day = way === 'paper' ? parseDay(body.on) : null
  return day === null ? createdAt : new Date(`${body.on}T23:59:59+08:00`)
}
