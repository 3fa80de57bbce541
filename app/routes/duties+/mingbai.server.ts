import { type LineSight, positionName, traitName } from '~/content/duty-lines.server'
import { gatherByThing, gatheredLine } from '~/content/gathered-lines.server'
import { enteredAfterwards } from '~/data/drills/entered-afterwards.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { findNamedMingbai, type NamedMingbaiRow } from '~/data/duties/mingbai.server'
import { postHolders } from '~/data/duties/posts-held.server'
import { findUnits, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import { storedSpan } from '~/data/stored-day.server'
import { requirementsOf } from '~/domain/duties/requirement'
import { type FactIndex, indexFacts } from '~/domain/duties/standing'
import { trainingOf } from '~/domain/duties/trained-until'
import { type HoldingState, holdingOn } from '~/domain/org/holding'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Asked } from '~/http/asked.server'
import { readQuery } from '~/http/query.server'
import type { Locale } from '~/i18n/config'
import type { MingbaiList, ShownMingbai, UnitMingbai } from '~/ui/duties/responsibility/mingbai'
import { rulesNow } from '~/usecases/duties/duties-now.server'
import type { Question } from './responsibility-frame.server'
import { givenOf } from './responsibility-given.server'

/** The units that name somebody: 社区、部门、社会单位（重点单位）. */
const kinds = ['community', 'department', 'key-unit'] as const
const pageSize = 40
const dayText = (day: Day | null): string | null => (day === null ? null : formatDay(day))

type Sight = Pick<LineSight, 'locale' | 'evidence' | 'afterwards' | 'unitNames'> & { on: Day; index: FactIndex }

function sightOf(units: readonly ScopedUnit[], rows: readonly NamedMingbaiRow[], on: Day, locale: Locale): Sight {
  const rules = rulesNow()
  const facts = factsOfPeople(
    rows.map(({ post }) => post.person.id),
    rules,
  )
  return {
    on,
    locale,
    index: indexFacts(facts),
    evidence: new Map(facts.evidence.map((piece) => [piece.id, piece])),
    afterwards: enteredAfterwards(facts.evidence),
    unitNames: new Map(units.map(({ id, name }) => [id, name])),
  }
}

const stateOf = (row: NamedMingbaiRow, on: Day): HoldingState => holdingOn({ span: storedSpan(row), post: storedSpan(row.post) }, on)

function shown(row: NamedMingbaiRow, { on, locale, index, evidence, afterwards, unitNames }: Sight): ShownMingbai {
  const isLeft = stateOf(row, on) === 'left'
  const owed = isLeft ? [] : requirementsOf(index, row.post.id, on).filter(({ duty }) => duty.binds !== 'unit')
  const training = trainingOf(owed, (id) => evidence.get(id)?.on)
  return {
    id: row.id,
    name: row.post.person.name,
    position: positionName(row.post.position, locale),
    isLeft,
    training: training.asked === 0 ? null : { ...training, on: dayText(training.on), until: dayText(training.until) },
    lines: gatherByThing(owed).map((gathered) => gatheredLine(gathered, { locale, unitNames, evidence, afterwards, startsOn: null })),
  }
}

/** Which communities, departments and key units of a place have somebody who understands, trained until when; those without first. */
export async function mingbaiList(question: Question, request: Asked, locale: Locale): Promise<MingbaiList> {
  const { scope, place, on, frame } = question
  const query = readQuery(request)
  const kind = query.oneOf('kind', kinds)
  const found = place === null ? [] : await findUnits(scope, on)
  const units = found.filter(
    (unit) =>
      unit.place.path.startsWith(place?.path ?? '/') &&
      unit.traits.some((trait) => (kind === null ? kinds.some((one) => one === trait) : trait === kind)),
  )
  const rows = (await findNamedMingbai(units)).filter((row) => ['holds', 'left'].includes(stateOf(row, on)))
  const holding = new Set(rows.filter((row) => stateOf(row, on) === 'holds').map(({ unitId }) => unitId))
  const ordered = [...units.filter(({ id }) => !holding.has(id)), ...units.filter(({ id }) => holding.has(id))]
  const pages = Math.max(1, Math.ceil(ordered.length / pageSize))
  const page = Math.min(query.page(), pages)
  const onPage = ordered.slice((page - 1) * pageSize, page * pageSize)
  const named = rows.filter(({ unitId }) => onPage.some(({ id }) => id === unitId))
  const sight = sightOf(units, named, on, locale)
  return {
    frame,
    units: units.length,
    without: units.length - holding.size,
    page,
    pages,
    kind: kind ?? '',
    kinds: kinds.map((id) => ({ value: id, label: traitName(id, locale) })),
    rows: onPage.map((unit) => ({
      id: unit.id,
      name: unit.name,
      place: unit.place.name,
      kinds: kinds.filter((one) => unit.traits.includes(one)).map((one) => traitName(one, locale)),
      named: named.filter(({ unitId }) => unitId === unit.id).map((row) => shown(row, sight)),
    })),
  }
}

/** One unit: who is named, who was, who can be. The unit must come from a scoped finder. */
export async function mingbaiOfUnit(unit: ScopedUnit, request: Asked, today: Day, locale: Locale): Promise<UnitMingbai> {
  const rows = await findNamedMingbai([unit])
  const current = rows.filter((row) => ['holds', 'left'].includes(stateOf(row, today)))
  const sight = sightOf([unit], current, today, locale)
  return {
    unit: { id: unit.id, name: unit.name, place: unit.place.name },
    today: formatDay(today),
    named: current.map((row) => shown(row, sight)),
    given: givenOf(rows, today, ({ post, namedBy }) => ({
      what: post.person.name,
      more: positionName(post.position, locale),
      by: namedBy,
    })),
    holders: postHolders([unit], today, null).map(({ id, name, position }) => ({
      value: id,
      label: `${name} · ${positionName(position, locale)}`,
    })),
    ending: readQuery(request).text('end'),
  }
}
