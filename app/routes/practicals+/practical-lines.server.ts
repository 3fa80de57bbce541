import { catalogue } from '~/content/catalogue.server'
import { positionName } from '~/content/duty-lines.server'
import type { PracticalChecklist } from '~/content/practical-schema'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import type { AssessmentFacts } from '~/data/practicals/assessments.server'
import { stateOf } from '~/domain/practicals/assessment'
import { civilDay } from '~/domain/shared/civil-day'
import { type Day, formatDay } from '~/domain/shared/day'
import { subkey } from '~/gateways/secrets.server'
import type { Bilingual, Locale } from '~/i18n/config'
import type { AssessmentLine, ChecklistShown, SourceShown, StepShown } from '~/ui/practicals/practical'

type Sourced = { sources: PracticalChecklist['sources'] }

/** What a step or rule rests on, in the reader's words; `house` is our own way of doing it. */
export const restsShown = ({ sources }: Sourced, rests: readonly string[], locale: Locale): SourceShown[] =>
  rests.flatMap((key): SourceShown[] => {
    const source = sources[key]
    if (source === undefined) return key === 'house' ? [{ of: '', says: '', mark: 'house', page: null }] : []
    return [{ of: locale === 'zh' ? source.of : source.en, says: source.says[locale], mark: source.mark, page: source.page ?? null }]
  })

function lessonShown(train: string, locale: Locale): { href: string; title: string } {
  const [course = '', lesson = ''] = train.split('/')
  const found = catalogue()
    .courses.get(course)
    ?.lessons.find(({ id }) => id === lesson)
  return { href: `/courses/${course}/lessons/${lesson}`, title: found?.[locale].title ?? lesson }
}

const stepShown = (checklist: PracticalChecklist, step: PracticalChecklist['steps'][number], locale: Locale): StepShown => ({
  id: step.id,
  does: step.does[locale],
  look: step.look[locale],
  good: step.good[locale],
  must: step.must?.[locale] ?? null,
  absent: step.absent?.[locale] ?? null,
  train: lessonShown(step.train, locale),
  rests: restsShown(checklist, step.rests, locale),
})

/** Who may observe, one rule a line; `manager` and `assessed` are words of the pages. */
function mayShown({ observers }: PracticalChecklist, locale: Locale, words: { manager: string; assessed: string }): string[] {
  return observers.may.map((rule) => {
    const who =
      rule.kind === 'manager' ? words.manager : rule.positions.map((id) => positionName(id, locale)).join(locale === 'zh' ? '、' : ', ')
    return rule.assessed ? words.assessed.replace('{who}', who) : who
  })
}

export function checklistShown(
  checklist: PracticalChecklist,
  locale: Locale,
  words: { manager: string; assessed: string },
): ChecklistShown {
  const say = (texts: readonly Bilingual[]) => texts.map((text) => text[locale])
  return {
    id: checklist.id,
    title: checklist.title[locale],
    shows: checklist.shows[locale],
    minutes: checklist.minutes,
    count: checklist.observers.count,
    because: checklist.observers.because[locale],
    may: mayShown(checklist, locale, words),
    prepare: say(checklist.prepare),
    safety: say(checklist.safety),
    misses: checklist.misses,
    steps: checklist.steps.map((step) => stepShown(checklist, step, locale)),
  }
}

/** The key under which a phone keeps an observer's marks of an assessment; only pages shown to him hold it. */
export const marksLock = (assessmentId: string, observer: string): string =>
  subkey(`practical marks ${assessmentId} ${observer}`).toString('base64')

/** Lines of a list; the facts must come from a scoped reader. `family`: whose turn it is to be told. */
export function assessmentLines(found: readonly AssessmentFacts[], family: readonly string[], locale: Locale): AssessmentLine[] {
  const names = findSubjectNames([...new Set(found.flatMap(({ personId, unitId, observers }) => [personId, unitId, ...observers]))])
  const nameOf = (id: string): string => names.get(id) ?? ''
  const day = (at: Date, on: Day | undefined) => formatDay(on ?? civilDay(at))
  return found.flatMap((facts): AssessmentLine[] => {
    const checklist = catalogue().practicals.get(facts.checklist)
    if (checklist === undefined) return []
    const state = stateOf(checklist, facts)
    const waitsFor = state.kind === 'open' ? state.waitsFor : []
    return [
      {
        id: facts.id,
        title: checklist.title[locale],
        person: nameOf(facts.personId),
        unit: nameOf(facts.unitId),
        state: state.kind,
        waitsFor: waitsFor.map(nameOf),
        observes: facts.observers.find((observer) => family.includes(observer)) ?? null,
        isMyTurn: waitsFor.some((observer) => family.includes(observer)),
        round: state.kind === 'open' ? state.round : (facts.outcome?.round ?? 1),
        day: day(facts.createdAt, facts.end?.on ?? facts.outcome?.on),
      },
    ]
  })
}
