import { recordAudit } from '~/data/accounts/audit.server'
import { peopleListedInside, unitsListedInside } from '~/data/classes/coverage-lines.server'
import { type NewMember, type ProgrammeFacts, recordMembers, recordProgrammeStep } from '~/data/classes/programmes.server'
import { recordTraitAdded } from '~/data/org/trait-writers.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import { type Tx, transact } from '~/data/transact.server'
import { scopeFor } from '~/domain/accounts/scope'
import { judgePeople } from '~/domain/classes/people-roster'
import { firstDayOf, lastDayOf, listStateOf, listTrait } from '~/domain/classes/programme-body'
import { isRosterFault, type JudgedRow, judgeRoster, type RosterRow, unitsMeant } from '~/domain/classes/roster'
import { formatDay } from '~/domain/shared/day'
import type { Refused } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { type ActingPerson, getProgramme, programmeReached } from './reached-class.server'
import { peopleMeant, unitsSeen } from './roster-meant.server'

export type Imported = { kind: 'imported'; count: number } | { kind: 'shown'; rows: readonly JudgedRow[] } | Refused
export type ImportWish = { programmeId: string; rows: readonly RosterRow[]; confirm: boolean }

/**
 * Adds the units, or the persons, of a sheet to a list: all of them, or nothing. Without `confirm`, or with one row at fault, what each row
 * would do comes back. On a frozen list each row needs its reason, and the duty knows the unit from the first day of the year, or from today
 * where that year is over. A list that was never drawn begins so.
 */
export async function importRoster(acting: ActingPerson, { programmeId, rows, confirm }: ImportWish): Promise<Imported> {
  const { actor, today } = acting
  const seen = await getProgramme(acting, programmeId)
  const scope = scopeFor(actor.grants, 'supervise', today)
  const units = unitsSeen(acting, seen)
  const unitOf = unitsMeant(units)
  const people = seen.body.binds === 'person' ? peopleMeant(rows, unitOf, seen, today) : null
  const sectors = new Map(unitDirectory().units.map((unit) => [unit.id, unit.sector]))
  return transact(async (tx) => {
    const programme = await programmeReached(tx, scope, programmeId)
    const isFrozen = listStateOf(programme.steps) === 'frozen'
    const judged =
      people === null
        ? judgeRoster(rows, units, await unitsListedInside(tx, programmeId), isFrozen)
        : judgePeople(rows, unitOf, people(await peopleListedInside(tx, programmeId)), isFrozen)
    const added = judged.flatMap(({ row, verdict }): Added[] => {
      if (verdict.kind !== 'add') return []
      const { unit, person } = verdict
      return [{ row, unit, subject: person ?? unit, sector: sectors.get(unit) ?? '' }]
    })
    if (!confirm || added.length === 0 || judged.some(isRosterFault)) return { kind: 'shown', rows: judged }
    await write(tx, acting, programme, added)
    return { kind: 'imported', count: added.length }
  })
}

type Added = { row: RosterRow; unit: string; subject: string; sector: string }

async function write(
  tx: Tx,
  { actor, now: at, today }: ActingPerson,
  { id: programmeId, slug, place, steps, body }: ProgrammeFacts,
  added: readonly Added[],
): Promise<void> {
  const state = listStateOf(steps)
  const by = actor.accountId
  const members = added.map(({ row, unit, subject, sector }): NewMember => {
    const why = { sector, traits: [], positions: [], words: row.reason }
    return {
      ...{
        id: newId(at),
        programmeId,
        subjectKind: body.binds,
        subjectId: subject,
        unitId: unit,
        way: state === 'frozen' ? 'joined' : 'added',
      },
      ...{ from: formatDay(today), why, addedAt: at, addedBy: by },
    }
  })
  await recordMembers(tx, members)
  const count = members.length
  if (state === 'empty') {
    const detail = { way: 'sheet', on: formatDay(today), count }
    await recordProgrammeStep(tx, { id: newId(at), programmeId, kind: 'drawn', at, by, detail })
  }
  if (state === 'frozen' && body.binds === 'unit')
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
