import { allDrillKinds } from '~/content/drills.server'
import { personOfAccount } from '~/data/credentials/licence-holders.server'
import { sameDayInside } from '~/data/drills/record-facts.server'
import { registeredOn } from '~/data/imports/past-trainings.server'
import type { RosterImport, WrittenCounts } from '~/data/imports/roster-imports.server'
import type { Tx } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { HeldForm } from '~/domain/drills/logged'
import { columnsOf } from '~/domain/imports/headings'
import type { CellFault, LineResult } from '~/domain/imports/line-result'
import { importScopeOf, mayImportDrill } from '~/domain/imports/may-import'
import { drillSpellings, readDrill } from '~/domain/imports/read-drill'
import type { RawLine } from '~/domain/imports/rows-in-sheet'
import { wordFinder } from '~/domain/imports/word-finder'
import { type Day, formatDay, parseDay } from '~/domain/shared/day'
import { Forbidden } from '~/domain/shared/faults'
import { isRefused, type Refused } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type Held, readHeld } from '../drills/held-wish.server'
import type { ActingPerson } from '../drills/reached-drill.server'
import type { RecordWords } from '../drills/record-inside.server'
import { heldWords, writeHeldInside } from '../drills/write-held.server'
import type { Judging } from './judging.server'
import { judgedLines, unitsMeant } from './rows-of-people.server'

type Ready = { line: number; form: HeldForm; held: Held; words: RecordWords }
type Read = Ready | { line: number; faults: CellFault[] }

function asPerson({ actor, ...acting }: Acting): ActingPerson {
  const personId = personOfAccount(actor.accountId)
  if (personId === null) throw new Forbidden()
  return { ...acting, actor: { ...actor, personId } }
}

/** The refusal of the form at the cell that it speaks of. */
function faultOf({ field, reason, values }: Refused): CellFault {
  const known = field !== undefined && columnsOf.drills.includes(field) ? field : 'kind'
  return { field: known, reason, ...(values ? { values } : {}) }
}

async function readRows(acting: ActingPerson, sheet: RosterImport, rows: readonly RawLine[]): Promise<Read[]> {
  const unitOf = unitsMeant(acting, sheet)
  const kinds = allDrillKinds().map(({ id, title }) => ({ id, ...title }))
  const kindOf = wordFinder(kinds, drillSpellings)
  const scope = importScopeOf('drills', acting.actor.grants, acting.today)
  const done: Read[] = []
  for (const { line, cells } of rows) {
    const source = `（据表格“${sheet.fileName}”第${line}行录入）`
    const read = readDrill(cells, { id: newId(acting.now), source, kindOf, unitOf })
    if ('faults' in read) {
      done.push({ line, faults: read.faults })
      continue
    }
    const { unit, form } = read.row
    if (unit.from > acting.today || (unit.to !== null && unit.to < acting.today)) {
      done.push({ line, faults: [{ field: 'unit', reason: 'imports:fault.unitNotOpen', values: { name: unit.name } }] })
      continue
    }
    const held = await readHeld(acting, { unitId: unit.id, form, there: [] }, { isWhole: false, commander: null, scope })
    done.push(isRefused(held) ? { line, faults: [faultOf(held)] } : { line, form, held, words: await heldWords(acting, held) })
  }
  return done
}

async function writeDrills(tx: Tx, acting: ActingPerson, drills: readonly Ready[]): Promise<WrittenCounts> {
  for (const { form, held, words } of drills) {
    const outcome = await writeHeldInside(tx, acting, form, held, { way: 'paper', photo: null, words })
    if (isRefused(outcome)) throw new Error(`a drill that was judged to fit: ${outcome.reason}`)
  }
  return { people: 0, posts: 0, changed: 0, units: 0, drills: drills.length }
}

/** Whether it is a drill of the unit's own time in the register, which only its manager signs. */
function notTheirs({ actor, today }: ActingPerson, { unit, body }: Held, registered: ReadonlyMap<string, Day>): CellFault[] {
  const [held, since] = [parseDay(body.on), registered.get(unit.id)]
  const target = { kind: 'unit' as const, unitId: unit.id, placePath: unit.place.path, sector: unit.sector }
  if (held !== null && since !== undefined && mayImportDrill(actor.grants, target, held, since, today)) return []
  return [{ field: 'on', reason: 'imports:fault.drillSinceRegistered', values: { day: since === undefined ? '' : formatDay(since) } }]
}

/**
 * Judges the rows of a sheet of past drills, each by the rule of the form where one is entered afterwards. A drill of the same kind at the
 * unit on that day is the same.
 */
export async function drillsJudging(anybody: Acting, sheet: RosterImport, rows: readonly RawLine[]): Promise<Judging> {
  const acting = asPerson(anybody)
  const read = await readRows(acting, sheet, rows)
  return async (client) => {
    const registered = await registeredOn(
      client,
      read.flatMap((one) => ('held' in one ? [one.held.unit.id] : [])),
    )
    const results = new Map<number, LineResult>()
    const fresh = new Map<string, Ready>()
    for (const one of read) {
      const faults = 'faults' in one ? one.faults : notTheirs(acting, one.held, registered)
      if ('faults' in one || faults.length > 0) {
        results.set(one.line, { kind: 'refused', faults })
        continue
      }
      const { unit, body } = one.held
      const key = JSON.stringify([unit.id, body.kind, body.on])
      const earlier = fresh.get(key)
      const known = await sameDayInside(client, { id: one.form.id, unitId: unit.id, kind: body.kind, on: body.on })
      if (known !== null) results.set(one.line, { kind: 'same' })
      else if (earlier !== undefined)
        results.set(one.line, {
          kind: 'refused',
          faults: [{ field: 'on', reason: 'imports:fault.drillTwice', values: { line: earlier.line } }],
        })
      else {
        results.set(one.line, { kind: 'new', known: false })
        fresh.set(key, one)
      }
    }
    return { lines: judgedLines(rows, results), write: (tx) => writeDrills(tx, acting, [...fresh.values()]) }
  }
}
