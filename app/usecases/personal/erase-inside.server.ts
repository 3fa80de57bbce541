import { recordAudit } from '~/data/accounts/audit.server'
import { namesOfOthers, recordCleared, recordWordsCleared } from '~/data/personal/erasing.server'
import { erasureFacts, recordErasure, recordLineForgotten, recordMadePapersForgotten, sealedLines } from '~/data/personal/erasures.server'
import { type OwnIds, ownIds } from '~/data/personal/own-ids.server'
import { ownRows } from '~/data/personal/own-rows.server'
import type { Tx } from '~/data/transact.server'
import { type ErasureFault, erasureFault, inJson, namesOfHimAlone, type Traces } from '~/domain/personal/erasure'
import { erasedMark } from '~/domain/personal/holding'
import type { Day } from '~/domain/shared/day'
import { newId, seal, unseal } from '~/gateways/secrets.server'
import { type OwnTables, tracesIn } from './traces-in.server'

/** Who is erased by whom, and why. `actor`: an account, or 'system'. */
export type ErasureWish = { personId: string; actor: string; way: 'asked' | 'rule'; reason: string; now: Date; today: Day }

/** What lies outside the database and goes after the commit. */
export type LeftOutside = { photographs: string[]; folders: string[]; prints: string[]; logins: string[] }

export type Erased = { kind: 'erased'; rows: number; outside: LeftOutside } | { kind: 'barred'; fault: ErasureFault } | { kind: 'nobody' }

const page = 500

/** A row of a sheet is sealed: it is opened, and forgotten where it names him. */
async function forgetLines(tx: Tx, { names, numbers }: Traces): Promise<number> {
  const looked = [...names, ...numbers].map(inJson)
  let after = { importId: '', line: 0 }
  let gone = 0
  for (;;) {
    const lines = await sealedLines(tx, after, page)
    for (const line of lines) {
      const text = unseal(line.body)
      if (!looked.some((trace) => text.includes(trace))) continue
      await recordLineForgotten(tx, line)
      gone += 1
    }
    const last = lines.at(-1)
    if (last === undefined) return gone
    after = last
  }
}

const textsIn = (tables: OwnTables, name: string, column: string): string[] =>
  tables
    .filter(({ holding }) => holding.table === name)
    .flatMap(({ rows }) => rows.flatMap((row) => (typeof row[column] === 'string' ? [row[column]] : [])))

async function clearEverything(tx: Tx, ids: OwnIds): Promise<{ rows: number; outside: LeftOutside }> {
  const tables = await ownRows(tx, ids.all)
  const traces = tracesIn(tables, ids.all)
  const alone = namesOfHimAlone(traces.names, await namesOfOthers(tx, traces.names, ids.people))
  const outside = {
    photographs: textsIn(tables, 'Licence', 'photo'),
    logins: [...textsIn(tables, 'Account', 'phone'), ...textsIn(tables, 'Account', 'staffNumber')],
    ...(await recordMadePapersForgotten(tx)),
  }
  const words = await recordWordsCleared(tx, { tables, ids: ids.all, traces, alone })
  const lines = await forgetLines(tx, traces)
  const cleared = await recordCleared(tx, tables, ids.all, seal(erasedMark))
  return { rows: words + lines + cleared, outside }
}

/**
 * Takes a person's name, numbers, addresses and photographs out of everything, all records that were joined with his included. Evidence
 * stays as it is: it holds ids and codes. Certificates keep serial, number and token, with the mark for a name.
 */
export async function eraseInside(tx: Tx, { personId, actor, way, reason, now, today }: ErasureWish): Promise<Erased> {
  const ids = await ownIds(tx, personId)
  if (ids.people.length === 0) return { kind: 'nobody' }
  const fault = erasureFault({ ...(await erasureFacts(tx, ids, today)), isSelf: ids.accounts.includes(actor) })
  if (fault !== null) return { kind: 'barred', fault }
  const { rows, outside } = await clearEverything(tx, ids)
  for (const id of ids.people) await recordErasure(tx, { id: newId(now), personId: id, at: now, by: actor, way, reason, rows })
  await recordAudit(tx, {
    ...{ id: newId(now), at: now, actor, act: 'personal.erased', target: { kind: 'person', id: personId } },
    detail: { way, erasure: reason, rows },
  })
  return { kind: 'erased', rows, outside }
}
