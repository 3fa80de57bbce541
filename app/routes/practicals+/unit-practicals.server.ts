import { positionName } from '~/content/duty-lines.server'
import type { PracticalChecklist } from '~/content/practical-schema'
import { allChecklists, pathOfPosition } from '~/content/practicals.server'
import { familyIds } from '~/data/org/family.server'
import { assessmentsOfUnit } from '~/data/practicals/assessments.server'
import { type AtUnit, peopleAtUnit } from '~/data/practicals/candidates.server'
import { rightToObserve } from '~/domain/practicals/checklist'
import { isOneOf, practicalSince, stands } from '~/domain/practicals/held'
import type { Day } from '~/domain/shared/day'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import type { LackingShown, ObserverOption, UnitPracticals } from '~/ui/practicals/unit-practicals'
import { assessmentLines } from './practical-lines.server'

type Unit = { id: string; name: string }

/** The checklists that the paths of a person's positions ask for and that do not stand for him here today. */
export function lackingOf(somebody: AtUnit, unit: Unit, today: Day): PracticalChecklist[] {
  const steps = [...somebody.positions, ...somebody.coming].flatMap((position) => pathOfPosition(position)?.steps ?? [])
  const topics = steps.flatMap((step) => {
    if (step.kind !== 'evidence') return []
    const counts = step.cases.flatMap((one) => one.counts).filter(({ kind }) => kind === 'practical')
    const held = somebody.evidence.some((piece) => stands(piece, today) && isOneOf(piece, counts, unit.id))
    return held ? [] : counts.map(({ topic }) => topic)
  })
  return allChecklists().filter(({ topic }) => topics.includes(topic))
}

/** What was assessed at a unit, and whom the paths still ask for something. The unit must come from a scoped finder. */
export async function unitPracticals(ctx: Signed, unit: Unit): Promise<UnitPracticals> {
  const { locale, today, actor } = ctx
  const people = peopleAtUnit(unit, today)
  const assessments = await assessmentsOfUnit(unit)
  const lines = assessmentLines(assessments, familyIds(actor.personId), locale)
  const underWay = ({ family }: AtUnit, checklist: string): string | null =>
    assessments.find((one) => one.checklist === checklist && family.includes(one.personId) && one.outcome === null && one.end === null)
      ?.id ?? null
  const lacking = people.flatMap((somebody): LackingShown[] => {
    const missing = lackingOf(somebody, unit, today)
    if (missing.length === 0) return []
    return [
      {
        id: somebody.id,
        name: somebody.name,
        positions: positionsText([...somebody.positions, ...somebody.coming], locale),
        checklists: missing.map(({ id, title }) => ({ id, title: title[locale], open: underWay(somebody, id) })),
      },
    ]
  })
  return {
    unit: { id: unit.id, name: unit.name },
    lacking,
    open: lines.filter(({ state }) => state === 'open'),
    past: lines.filter(({ state }) => state !== 'open'),
    checklists: allChecklists().map(({ id, title, shows, minutes, observers }) => ({
      id,
      title: title[locale],
      shows: shows[locale],
      minutes,
      count: observers.count,
    })),
  }
}

const positionsText = (positions: readonly string[], locale: Locale): string =>
  [...new Set(positions)].map((position) => positionName(position, locale)).join(locale === 'zh' ? '、' : ', ')

/** Who may observe this person by this checklist, by what right. */
export function observerOptions(
  checklist: PracticalChecklist,
  people: readonly AtUnit[],
  personId: string,
  { today, locale }: Pick<Signed, 'today' | 'locale'>,
  managerWord: string,
): ObserverOption[] {
  return people.flatMap((somebody): ObserverOption[] => {
    if (somebody.id === personId) return []
    const isAssessed = practicalSince(somebody.evidence, checklist.topic, today) !== null
    const right = rightToObserve(checklist, { ...somebody, isAssessed })
    if (right === null) return []
    return [{ value: somebody.id, label: `${somebody.name} · ${right === 'manager' ? managerWord : positionName(right, locale)}` }]
  })
}
