import { recordAudit } from '~/data/accounts/audit.server'
import { unitCodes, unitsListedInside } from '~/data/classes/coverage-lines.server'
import { type NewMember, type ProgrammeFacts, recordMembers, recordProgrammeStep } from '~/data/classes/programmes.server'
import { recordTraitAdded } from '~/data/org/trait-writers.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import { type Tx, transact } from '~/data/transact.server'
import { inScope, scopeFor } from '~/domain/accounts/scope'
import { firstDayOf, lastDayOf, listStateOf, listTrait } from '~/domain/classes/programme-body'
import { isRosterFault, type JudgedRow, judgeRoster, type RosterRow, type RosterUnit } from '~/domain/classes/roster'
import { formatDay, holdsDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type ActingPerson, getProgramme, programmeReached } from './reached-class.server'

export type Imported = { kind: 'imported'; count: number } | { kind: 'shown'; rows: readonly JudgedRow[] } | Refused
export type ImportWish = { programmeId: string; rows: readonly RosterRow[]; confirm: boolean }

/** The units that whoever asks supervises, as a sheet may name them. */
function unitsSeen({ actor, today }: ActingPerson, { place }: ProgrammeFacts): RosterUnit[] {
  const scope = scopeFor(actor.grants, 'supervise', today)
  const codes = unitCodes()
  return unitDirectory()
    .units.filter((unit) => inScope(scope, { id: unit.id, sector: unit.sector, placePath: unit.place.path }))
    .map((unit) => ({
      ...{ id: unit.id, name: unit.name, code: codes.get(unit.id) ?? '', inPlace: unit.place.path.startsWith(place.path) },
      isOpen: holdsDay(unit.from, unit.to, today),
    }))
}

/**
 * Adds the units of a sheet to a list: all of them, or nothing. Without `confirm`, or with one row at fault, what each row would do comes
 * back. On a frozen list each row needs its reason, and the duty knows the unit from the first day of the year, or from today where that
 * year is over. A list that was never drawn begins so.
 */
export async function importRoster(acting: ActingPerson, { programmeId, rows, confirm }: ImportWish): Promise<Imported> {
  const { actor, today } = acting
  const seen = await getProgramme(acting, programmeId)
  if (seen.body.binds !== 'unit') return refuse('classcover:import.refusal.persons')
  const scope = scopeFor(actor.grants, 'supervise', today)
  const units = unitsSeen(acting, seen)
  const sectors = new Map(unitDirectory().units.map((unit) => [unit.id, unit.sector]))
  return transact(async (tx) => {
    const programme = await programmeReached(tx, scope, programmeId)
    const listed = await unitsListedInside(tx, programmeId)
    const judged = judgeRoster(rows, units, listed, listStateOf(programme.steps) === 'frozen')
    const added = judged.flatMap(({ row, verdict }) =>
      verdict.kind === 'add' ? [{ row, unit: verdict.unit, sector: sectors.get(verdict.unit) ?? '' }] : [],
    )
    if (!confirm || added.length === 0 || judged.some(isRosterFault)) return { kind: 'shown', rows: judged }
    await write(tx, acting, programme, added)
    return { kind: 'imported', count: added.length }
  })
}

async function write(
  tx: Tx,
  { actor, now: at, today }: ActingPerson,
  { id: programmeId, slug, place, steps, body }: ProgrammeFacts,
  added: readonly { row: RosterRow; unit: string; sector: string }[],
): Promise<void> {
  const state = listStateOf(steps)
  const by = actor.accountId
  const members = added.map(({ row, unit, sector }): NewMember => {
    const why = { sector, traits: [], positions: [], words: row.reason }
    return {
      ...{ id: newId(at), programmeId, subjectKind: 'unit', subjectId: unit, unitId: unit, way: state === 'frozen' ? 'joined' : 'added' },
      ...{ from: formatDay(today), why, addedAt: at, addedBy: by },
    }
  })
  await recordMembers(tx, members)
  const count = members.length
  if (state === 'empty') {
    const detail = { way: 'sheet', on: formatDay(today), count }
    await recordProgrammeStep(tx, { id: newId(at), programmeId, kind: 'drawn', at, by, detail })
  }
  if (state === 'frozen')
    for (const { unitId } of members) {
      const trait = { id: newId(at), unitId, trait: listTrait(slug), to: null }
      const from = today > lastDayOf(body.year) ? today : firstDayOf(body.year)
      if (!(await recordTraitAdded(tx, { ...trait, from }))) await recordTraitAdded(tx, { ...trait, from: today })
    }
  await recordAudit(tx, {
    id: newId(at),
    at,
    actor: by,
    act: 'classcover.listImported',
    target: { kind: 'programme', id: programmeId },
    placeId: place.id,
    detail: { count },
  })
}
