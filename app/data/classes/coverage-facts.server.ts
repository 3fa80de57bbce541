import { inScope, type Scope } from '~/domain/accounts/scope'
import { type Covered, coverageOfPerson, coverageOfUnit } from '~/domain/classes/coverage'
import { type Excuse, excusesOn, type LineState, lineStateOf } from '~/domain/classes/list-line'
import type { Member } from '~/domain/classes/members'
import type { Day } from '~/domain/shared/day'
import { type DirectoryUnit, unitDirectory } from '../org/unit-directory.server'
import { type CoverageBasis, coverageBasis } from './coverage-shelf.server'
import type { ProgrammeFacts } from './programmes.server'

/** One line of a list on a day. unit: of the line, or at which the person is on it. */
export type CoverageLine = {
  member: Member
  unit: DirectoryUnit
  state: LineState
  verdict: Covered
  excuse: Excuse | null
}

/** What is asked of a programme is read from `body`, who is excused from `steps`. */
type Asked = Pick<ProgrammeFacts, 'id' | 'body' | 'steps'>
type Worked = { asked: string; lines: readonly CoverageLine[] }

/** What was worked out last of each basis; it goes with the basis. */
const worked = new WeakMap<CoverageBasis, Worked>()

function linesOf(programme: Asked, on: Day): readonly CoverageLine[] {
  const { basis, before, changed } = coverageBasis(programme)
  const asked = `${on} ${programme.steps.length}`
  const known = before === null ? undefined : worked.get(before)
  const lines =
    known?.asked === asked ? workedOutAgain(known.lines, programme, basis, on, new Set(changed)) : workedOut(programme, basis, on)
  worked.set(basis, { asked, lines })
  return lines
}

/** How one line stands, given its unit; null where it is not on the list yet, or never was. */
function judge({ steps, body }: Asked, { byUnit, byPerson, responsible, one }: CoverageBasis, on: Day) {
  const excuses = excusesOn(steps, on)
  const rule = { parts: body.parts.map(({ key }) => key), deputies: body.deputies }
  return (member: Member, unit: DirectoryUnit): CoverageLine | null => {
    const isUnit = member.subjectKind === 'unit'
    const verdict = isUnit
      ? coverageOfUnit(rule, byUnit.get(unit.id) ?? [], responsible.get(unit.id) ?? [], on)
      : coverageOfPerson(rule, byPerson.get(one(member.subjectId)) ?? [], on)
    const excuse = excuses.get(member.id) ?? null
    const state = lineStateOf({ member, closedOn: isUnit ? unit.to : null, excuse, verdict }, on)
    return state === null ? null : { member, unit, state, verdict, excuse }
  }
}

function workedOut(programme: Asked, basis: CoverageBasis, on: Day): CoverageLine[] {
  const lineOf = judge(programme, basis, on)
  const byUnit = new Map<string, Member[]>()
  for (const member of basis.members) {
    const known = byUnit.get(member.unitId)
    if (known === undefined) byUnit.set(member.unitId, [member])
    else known.push(member)
  }
  return unitDirectory().units.flatMap((unit) => (byUnit.get(unit.id) ?? []).flatMap((member) => lineOf(member, unit) ?? []))
}

/** The same, where only these units can differ. */
function workedOutAgain(
  lines: readonly CoverageLine[],
  programme: Asked,
  basis: CoverageBasis,
  on: Day,
  changed: ReadonlySet<string>,
): readonly CoverageLine[] {
  if (changed.size === 0) return lines
  const lineOf = judge(programme, basis, on)
  return lines.map((line) => (changed.has(line.unit.id) ? (lineOf(line.member, line.unit) ?? line) : line))
}

/** Which of these lines a scope reaches; it goes with them, and they go whenever the register changes. */
const reached = new WeakMap<readonly CoverageLine[], Map<string, readonly CoverageLine[]>>()
const mostScopes = 20

/**
 * How every line of a programme's list stands on a day, as far as the scope reaches its unit, in the order of the register. A person's line
 * is reached by the unit at which he is on the list.
 */
export function programmeCoverage(scope: Scope, programme: Asked, on: Day): readonly CoverageLine[] {
  const lines = linesOf(programme, on)
  if (scope.everything) return lines
  const [known, asked] = [reached.get(lines) ?? new Map<string, readonly CoverageLine[]>(), JSON.stringify(scope)]
  const own = known.get(asked) ?? lines.filter(({ unit: { id, sector, place } }) => inScope(scope, { id, sector, placePath: place.path }))
  if (known.size >= mostScopes) known.clear()
  reached.set(lines, known.set(asked, own))
  return own
}
