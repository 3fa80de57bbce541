import { positionName, sectorName, traitName } from '~/content/duty-lines.server'
import { routeWords } from '~/content/other-routes.server'
import { findAccountNames } from '~/data/accounts/account-names.server'
import type { CoverageLine } from '~/data/classes/coverage-facts.server'
import { lastAskedOf, mergedIntoNames, namesInCharge } from '~/data/classes/coverage-lines.server'
import type { ProgrammeFacts } from '~/data/classes/programmes.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import type { Covered } from '~/domain/classes/coverage'
import type { Why } from '~/domain/classes/draw-list'
import { routedLines } from '~/domain/classes/other-routes'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Signed } from '~/http/serve.server'
import { civilDayOf } from '~/i18n/format'
import type { CoverageRow } from '~/ui/classes/list-coverage'
import { answeredAlready } from '~/usecases/classes/answered-already.server'
import { streetsByPath } from './streets.server'

/** Why something is on a list, in words. */
export const whyWords = ({ sector, traits, positions, words }: Why, { locale }: Pick<Signed, 'locale'>): string =>
  [
    sector === '' ? '' : sectorName(sector, locale),
    ...traits.map((trait) => traitName(trait, locale)),
    ...positions.map((position) => positionName(position, locale)),
    words,
  ]
    .filter(Boolean)
    .join(locale === 'zh' ? '、' : ', ')

const peopleIn = (verdict: Covered): string[] =>
  verdict.kind === 'covered' ? [verdict.person, ...(verdict.successor === null ? [] : [verdict.successor.person])] : []

/** Lines of coverage as rows of a page. The lines must come from coverage of the reader's scope. */
export function coverageRows(ctx: Signed, { id: programmeId, body, steps }: ProgrammeFacts, on: Day) {
  const partNames = new Map(body.parts.map(({ key, name }) => [key, name]))
  let names: Map<string, string> | null = null

  /** Names of those who are on the list themselves. */
  function people(lines: readonly CoverageLine[]): Map<string, string> {
    names ??= findSubjectNames(lines.flatMap(({ member }) => (member.subjectKind === 'person' ? [member.subjectId] : [])))
    return names
  }

  function of(lines: readonly CoverageLine[]): CoverageRow[] {
    const ids = lines.map(({ member }) => member.id)
    const units = lines.map(({ unit }) => unit.id)
    const [asked, into] = [lastAskedOf(ids), mergedIntoNames(units)]
    const inCharge = namesInCharge(units, body.audience.positions, on)
    const known = findSubjectNames(lines.flatMap(({ member, verdict }) => [member.subjectId, ...peopleIn(verdict)]))
    const accounts = findAccountNames(lines.flatMap(({ member, excuse }) => [member.end?.by ?? null, excuse?.by ?? null]))
    const name = (id: string): string => known.get(id) ?? ''
    const streetOf = streetsByPath()
    const missing = lines.filter(({ state }) => state === 'missing').map(({ member }) => member)
    const have = answeredAlready({ body }, missing, on)
    const routed = routedLines(steps)
    const otherwiseIn = (id: string): Pick<CoverageRow, 'holds' | 'routed'> => {
      const [held, told] = [have.get(id), routed.get(id)]
      return {
        holds: held === undefined ? null : { what: routeWords(held, ctx.locale), on: formatDay(held.on) },
        routed: told === undefined ? null : { what: routeWords(told, ctx.locale), on: civilDayOf(told.at) },
      }
    }
    return lines.map((line): CoverageRow => {
      const { member, unit, state, verdict, excuse } = line
      const last = asked.get(member.id)
      const isUnit = member.subjectKind === 'unit'
      const end = state === 'left' ? member.end : null
      return {
        ...{ id: member.id, programmeId, name: isUnit ? unit.name : name(member.subjectId), unit: isUnit ? null : unit.name, state },
        ...{
          street: streetOf(unit.place.path).name,
          place: unit.place.name,
          sector: sectorName(member.why.sector || unit.sector, ctx.locale),
        },
        ...{ from: formatDay(member.from), why: whyWords(member.why, ctx) },
        covered: coveredIn(verdict, name),
        has: verdict.kind === 'missing' ? verdict.has.map((key) => partNames.get(key) ?? key) : [],
        closed: state === 'gone' && unit.to !== null ? { on: formatDay(unit.to), into: into.get(unit.id) ?? null } : null,
        excuse:
          excuse === null || state !== 'excused'
            ? null
            : {
                ...{ why: excuse.why, until: excuse.until === null ? null : formatDay(excuse.until) },
                ...{ on: civilDayOf(excuse.at), by: accounts.get(excuse.by) ?? '' },
              },
        left: end === null ? null : { on: formatDay(end.on), why: end.why, reason: end.reason, by: accounts.get(end.by) ?? '' },
        asked: last === undefined ? null : { on: civilDayOf(last.at), answer: last.answer, why: last.why },
        inCharge: isUnit ? (inCharge.get(unit.id) ?? []) : [],
        ...otherwiseIn(member.id),
      }
    })
  }

  return { people, of }
}

function coveredIn(verdict: Covered, name: (id: string) => string): CoverageRow['covered'] {
  if (verdict.kind === 'missing') return null
  const { person, on, byDeputy, successor } = verdict
  return {
    ...{ name: name(person), on: formatDay(on), isDeputy: byDeputy },
    successor: successor === null ? null : { name: name(successor.person), since: formatDay(successor.since) },
  }
}
