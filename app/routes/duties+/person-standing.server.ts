import { countedWords, dutyTitle, type LineSight, positionName, reasonIn } from '~/content/duty-lines.server'
import { paperTitle } from '~/content/exam.server'
import { gatherByThing, gatheredLine } from '~/content/gathered-lines.server'
import { enteredAfterwards } from '~/data/drills/entered-afterwards.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { type FailedPaper, findFailedPapers } from '~/data/exams/failed-papers.server'
import { type Brought, broughtFromSheets } from '~/data/imports/past-trainings.server'
import { type Coming, compareComing } from '~/domain/duties/coming'
import type { Evidence } from '~/domain/duties/facts'
import { comingFor, type Effect, evidenceOf, type HeldDuty, heldDuties } from '~/domain/duties/person-here'
import { endsAsPrinted } from '~/domain/duties/printed-end'
import type { Requirement } from '~/domain/duties/requirement'
import { indexFacts } from '~/domain/duties/standing'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import { civilDayOf } from '~/i18n/format'
import type { ComingShown, EffectShown, HeldLine, HistoryRow, PersonStanding } from '~/ui/duties/console/person'
import { rulesNow } from '~/usecases/duties/duties-now.server'

type Unit = { id: string; name: string }

/** How a person stands at a unit, and what is on record of her there. Unit and person must come from scoped finders. */
export function personStandingAt(unit: Unit, personId: string, today: Day, locale: Locale): PersonStanding {
  const rules = rulesNow()
  const facts = factsOfPeople([personId], rules, [unit.id])
  const index = indexFacts(facts)
  const held = heldDuties(index, personId, unit.id, today)
  const evidence = new Map(facts.evidence.map((piece) => [piece.id, piece]))
  const afterwards = enteredAfterwards(facts.evidence)
  const sight: LineSight = { locale, unitNames: new Map([[unit.id, unit.name]]), evidence, afterwards, startsOn: null }
  const brought = broughtFromSheets(facts.evidence)
  const pieces = evidenceOf(index, personId, held).filter(({ piece, effects }) => concerns(unit, piece, effects))
  const family = facts.people.map(({ id }) => id)
  const history = [
    ...pieces.map(({ piece, effects }) => pieceRow(unit, piece, effects, { ...sight, brought })),
    ...findFailedPapers(unit, family).map((paper) => paperRow(paper, locale)),
  ]
  const current = held.filter(({ isOver }) => !isOver)
  const lines = linesOf(current, today, sight)
  return {
    lines,
    history: history.sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0)),
    missing: lines.filter(({ line }) => line.standing === 'due' || line.standing === 'overdue').length,
  }
}

/** Of other units' records only what counts here is told, and not where it was made. */
const concerns = (unit: Unit, piece: Evidence, effects: readonly Effect[]): boolean =>
  piece.unit === null || piece.unit === unit.id || effects.some(({ reason }) => reason.kind === 'counted')

/** One line for a thing that is asked of one subject, with the earliest date of all its duties, in the order of the dates. */
function linesOf(held: readonly HeldDuty[], today: Day, sight: LineSight): HeldLine[] {
  const bySubject = new Map<string, Requirement[]>()
  for (const { requirement } of held) {
    const { subject } = requirement.asked
    const key = subject.kind === 'post' ? subject.post.id : subject.kind
    bySubject.set(key, [...(bySubject.get(key) ?? []), requirement])
  }
  return [...bySubject]
    .flatMap(([subject, owed]) =>
      gatherByThing(owed).map((gathered) => {
        const { thing, lead, also } = gathered
        const [coming = comingFor(lead, today)] = [lead, ...also].map((one) => comingFor(one, today)).sort(compareComing)
        const startsOn = lead.asked.on > today ? lead.asked.on : null
        const { subject: bound } = lead.asked
        const position = bound.kind === 'post' ? positionName(bound.post.position, sight.locale) : null
        return { key: `${subject}-${thing}`, thing, position, coming, line: gatheredLine(gathered, { ...sight, startsOn }) }
      }),
    )
    .sort((one, other) => compareComing(one.coming, other.coming))
    .map((row) => ({ ...row, coming: shownComing(row.coming) }))
}

function shownComing(coming: Coming): ComingShown {
  switch (coming.kind) {
    case 'nothing':
      return { kind: 'nothing' }
    case 'overdue':
    case 'asked':
      return { kind: coming.kind, on: formatDay(coming.on) }
    default:
      return { kind: coming.kind, on: formatDay(coming.on), again: coming.again === null ? null : formatDay(coming.again) }
  }
}

type PieceSight = LineSight & { brought: ReadonlyMap<string, Brought> }

function pieceRow(unit: Unit, piece: Evidence, effects: readonly Effect[], sight: PieceSight): HistoryRow {
  const isElsewhere = piece.unit !== null && piece.unit !== unit.id
  const sheet = isElsewhere ? undefined : sight.brought.get(piece.id)
  return {
    kind: 'evidence',
    id: piece.id,
    on: formatDay(piece.on),
    evidence: {
      words: countedWords(piece.kind, piece.topic, sight.locale),
      on: formatDay(piece.on),
      unitName: piece.unit === unit.id ? unit.name : null,
      isAfterwards: sight.afterwards.has(piece.id),
    },
    elsewhere: isElsewhere,
    sheet: sheet === undefined ? null : { organiser: sheet.organiser, file: sheet.fileName, by: sheet.by ?? '–' },
    revokedOn: piece.revokedOn === null || endsAsPrinted(piece) ? null : formatDay(piece.revokedOn),
    effects: effects.map((effect) => shownEffect(effect, sight.locale)),
  }
}

const shownEffect = ({ duty, isOver, reason }: Effect, locale: Locale): EffectShown => ({
  duty,
  title: dutyTitle(duty, locale),
  isOver,
  reason: reason.kind === 'counted' ? { kind: 'counted' } : reasonIn(reason),
})

const paperRow = ({ id, course, position, closedAt, score }: FailedPaper, locale: Locale): HistoryRow => ({
  kind: 'failedPaper',
  id,
  on: civilDayOf(new Date(closedAt)),
  course: paperTitle(course, locale) ?? course,
  position: positionName(position, locale),
  score,
})
