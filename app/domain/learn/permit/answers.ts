import { type Refused, refuse } from '../../shared/refusal'
import { clockMinutes } from './hours'
import { type Group, groupsOf, type Scene, type Step, stepsOf } from './scene'

/** What was handed in for a step: the ids chosen in each group, and the two clock times of the permit. */
export type StepAnswer = { readonly picks: Readonly<Record<string, readonly string[]>>; readonly from: string; readonly to: string }
export type Answers = Readonly<Partial<Record<Step, StepAnswer>>>

/** What a form sent. */
export type SentStep = { readonly picks: ReadonlyMap<string, readonly string[]>; readonly from: string; readonly to: string }

/** The step that is to be done now; null when all are handed in. */
export const nextStep = (scene: Scene, answers: Answers): Step | null => stepsOf(scene).find((step) => answers[step] === undefined) ?? null

/** Things to be done first are asked only of those who say "not before". */
const isAsked = ({ key }: Group, picks: ReadonlyMap<string, readonly string[]>): boolean =>
  key !== 'first' || (picks.get('verdict')?.includes('later') ?? false)

/** Reads what was sent for a step. Refuses an empty or unknown choice, two where one is asked, and times that are no times. */
export function readStep(scene: Scene, step: Step, sent: SentStep): { kind: 'read'; answer: StepAnswer } | Refused {
  const picks: Record<string, readonly string[]> = {}
  for (const group of groupsOf(scene, step)) {
    const chosen = isAsked(group, sent.picks) ? [...new Set(sent.picks.get(group.key) ?? [])] : []
    if (chosen.some((id) => !group.choices.some((choice) => choice.id === id))) return refuse('learn:permit.unclear.unknown', group.key)
    if (chosen.length === 0 && isAsked(group, sent.picks)) return refuse(`learn:permit.unclear.${group.many ? 'none' : 'one'}`, group.key)
    if (!group.many && chosen.length > 1) return refuse('learn:permit.unclear.one', group.key)
    picks[group.key] = group.choices.map(({ id }) => id).filter((id) => chosen.includes(id))
  }
  const { from, to } = step === 'fill' ? sent : { from: '', to: '' }
  if (step === 'fill' && (clockMinutes(from) === null || clockMinutes(to) === null || from === to))
    return refuse('learn:permit.unclear.hours', 'hours')
  return { kind: 'read', answer: { picks, from, to } }
}
