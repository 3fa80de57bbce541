import fs from 'node:fs'
import type { LoadedDuties } from '~/content/duties.server'
import { readDutyFolder } from '~/content/duty-folder.server'
import type { Problem, Report } from '~/content/read-file.server'
import { dutiesAt, factsOfUnits } from '~/data/duties/facts.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { unitBatches } from '~/data/duties/unit-batches.server'
import { compareDuties, compareStandings, type DutyChanges, type StandingChange } from '~/domain/duties/compare-catalogues'
import type { Duty } from '~/domain/duties/facts'
import { indexFacts } from '~/domain/duties/standing'
import type { Day } from '~/domain/shared/day'
import { settings } from '~/env.server'

/** `own` and `changed`: content folders; `changed` may also be one of duty files alone. */
export type CatalogueQuestion = {
  own: string
  changed: string
  on: Day
  withNames?: boolean
  /** How many units' people are in memory at a time. */
  unitsAtOnce?: number
}

/** `name` is null unless names were asked for. */
export type NamedChange = { change: StandingChange; unitName: string; name: string | null }
export type BatchChanges = { compared: number; changes: readonly NamedChange[] }

/** `onlyStated`: of the removed duties those that the changed catalogue still states, without a standing. */
export type CatalogueComparison =
  | { kind: 'noDatabase'; file: string }
  | { kind: 'unsound'; problems: readonly Problem[] }
  | { kind: 'compared'; duties: DutyChanges; onlyStated: readonly string[]; batches: Generator<BatchChanges> }

/** Whose standing or due date would change with another catalogue, in this whole installation. Reads only. For whoever runs the server. */
export function compareCatalogues(question: CatalogueQuestion): CatalogueComparison {
  const { databaseFile } = settings()
  if (!fs.existsSync(databaseFile)) return { kind: 'noDatabase', file: databaseFile }
  const problems: Problem[] = []
  const report: Report = (problem) => problems.push(problem)
  const own = readDutyFolder(question.own, question.own, report)
  const changed = readDutyFolder(question.changed, question.own, report)
  if (own === null || changed === null || problems.length > 0) return { kind: 'unsound', problems }
  const before = rulesOf(own)
  const after = rulesOf(changed)
  const duties = compareDuties(before, after)
  const onlyStated = duties.removed.filter((id) => changed.stated.has(id))
  return { kind: 'compared', duties, onlyStated, batches: batchesOf(question, before, after) }
}

const rulesOf = ({ duties }: LoadedDuties): Duty[] => [...duties.values()].map(({ rule }) => rule)

function* batchesOf({ on, withNames = false, unitsAtOnce = 40 }: CatalogueQuestion, before: readonly Duty[], after: readonly Duty[]) {
  for (const units of unitBatches(unitsAtOnce)) {
    const ids = units.map((unit) => unit.id)
    const facts = factsOfUnits(ids, [])
    const everywhere = facts.units.map((unit) => unit.id)
    const indexWith = (duties: readonly Duty[]) => indexFacts({ ...facts, duties: dutiesAt(duties, everywhere) })
    const { compared, changes } = compareStandings(indexWith(before), indexWith(after), new Set(ids), on)
    const names = findSubjectNames(changes.flatMap(({ unit, subject }) => (withNames ? [unit, subject] : [unit])))
    yield {
      compared,
      changes: changes.map((change) => ({
        change,
        unitName: names.get(change.unit) ?? change.unit,
        name: withNames ? (names.get(change.subject) ?? null) : null,
      })),
    }
  }
}
