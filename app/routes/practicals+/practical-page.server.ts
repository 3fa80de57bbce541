import { positionName } from '~/content/duty-lines.server'
import { getChecklist } from '~/content/practicals.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { familyIds } from '~/data/org/family.server'
import { type AssessmentFacts, findSeenAssessment } from '~/data/practicals/assessments.server'
import { finishedAt, stateOf } from '~/domain/practicals/assessment'
import type { Checklist } from '~/domain/practicals/checklist'
import { differing } from '~/domain/practicals/sheet'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { actorScope } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import type { AssessmentShown, RoundShown } from '~/ui/practicals/practical'
import { checklistShown, marksLock } from './practical-lines.server'

/** An assessment for somebody who has to do with it: its observers, its subject, whoever sees the unit. Others do not find it. */
export async function practicalPage(ctx: Signed, id: string): Promise<AssessmentShown> {
  const family = familyIds(ctx.actor.personId)
  const seen = await findSeenAssessment(id, family, actorScope(ctx, 'see'))
  if (seen === null) throw new NotFound()
  const { facts, observes } = seen
  const rule = getChecklist(facts.checklist)
  const { t } = translator(ctx.locale)
  const checklist = checklistShown(rule, ctx.locale, { manager: t('practicals:may.manager'), assessed: t('practicals:may.assessed') })
  const state = stateOf(rule, facts)
  const names = findSubjectNames([facts.personId, facts.unitId, ...facts.observers])
  const waitsFor = state.kind === 'open' ? state.waitsFor : []
  const isOpen = state.kind === 'open'
  const isManaged = (await findSeenAssessment(id, [], actorScope(ctx, 'manage'))) !== null
  const joined = isOpen ? joinedSince(facts) : null
  const canMark = observes !== null && waitsFor.includes(observes) && joined === null && facts.revision === rule.revision
  const stepsOf = (ids: readonly string[]) => checklist.steps.filter((step) => ids.includes(step.id))
  return {
    id: facts.id,
    unit: { id: facts.unitId, name: names.get(facts.unitId) ?? '', isManaged },
    person: { id: facts.personId, name: names.get(facts.personId) ?? '', isMe: seen.isSubject },
    checklist,
    isRevised: facts.revision !== rule.revision,
    setUpAt: facts.createdAt.toISOString(),
    observers: facts.observers.map((observer) => {
      const as = facts.rights.get(observer) ?? 'manager'
      return {
        id: observer,
        name: names.get(observer) ?? '',
        right: as === 'manager' ? t('practicals:right.manager') : positionName(as, ctx.locale),
        isMe: family.includes(observer),
        handedIn: isOpen && !waitsFor.includes(observer),
      }
    }),
    state: state.kind,
    round: state.kind === 'open' ? state.round : (facts.outcome?.round ?? 1),
    differs: state.kind === 'open' ? stepsOf(state.differs).map(({ does }) => does) : [],
    on: facts.outcome === null ? null : formatDay(facts.outcome.on),
    failed: stepsOf(facts.outcome?.failed ?? []),
    end: facts.end && { on: formatDay(facts.end.on), reason: facts.end.reason },
    rounds: roundsShown(rule, facts, state.kind === 'open' ? state.round : Number.POSITIVE_INFINITY),
    mine: canMark && observes !== null ? { observer: observes, sheet: newId(ctx.now), lock: marksLock(facts.id, observes) } : null,
    joined,
    canEnd: isManaged && (isOpen || state.kind === 'passed'),
  }
}

/** Whether records that were joined since make an observer the person assessed, or two observers one person. */
function joinedSince({ personId, observers }: AssessmentFacts): AssessmentShown['joined'] {
  const families = observers.map(familyIds)
  if (families.some((family) => family.includes(personId))) return 'himself'
  return families.some((family) => observers.filter((observer) => family.includes(observer)).length > 1) ? 'samePerson' : null
}

/** Rounds that everybody has handed in: what one observer marked is not shown to the other before. */
function roundsShown(rule: Checklist, facts: AssessmentFacts, open: number): RoundShown[] {
  const rounds = [...new Set(facts.sheets.map(({ round }) => round))].filter((round) => round < open).sort((one, other) => one - other)
  return rounds.map((round) => {
    const sheets = facts.observers.flatMap((observer) =>
      facts.sheets.filter((sheet) => sheet.round === round && sheet.observer === observer),
    )
    const differs = differing(
      rule,
      sheets.map(({ marks }) => marks),
    )
    return {
      round,
      differs: differs.length > 0,
      sheets: sheets.map(({ observer, receivedAt, finishedAt: said, way }) => {
        const { at, isOff } = finishedAt(said, facts.createdAt, receivedAt)
        return { observer, receivedAt: receivedAt.toISOString(), at: at.toISOString(), isOff, way }
      }),
      steps: rule.steps.map(({ id }) => ({
        id,
        differs: differs.includes(id),
        marks: sheets.map(({ marks }) => {
          const marked = marks.find(({ step }) => step === id)
          return marked === undefined ? null : { mark: marked.mark, note: marked.note, at: marked.at?.toISOString() ?? null }
        }),
      })),
    }
  })
}
