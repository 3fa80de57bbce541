import type { StepAnswer } from './answers'
import { type HoursVerdict, hoursVerdict } from './hours'
import { type Choice, type Group, groupsOf, type Scene, type Step } from './scene'

/** found: rightly chosen. missed: right and not chosen. wrong: chosen and not right. left: rightly left alone. */
export type Mark = 'found' | 'missed' | 'wrong' | 'left'
export type Marked = { readonly choice: Choice; readonly mark: Mark }
export type GradedGroup = { readonly key: string; readonly many: boolean; readonly marked: readonly Marked[] }
export type GradedStep = {
  readonly step: Step
  readonly groups: readonly GradedGroup[]
  /** How the times of the permit fit; null where the step asks for none. */
  readonly hours: HoursVerdict | null
  /** How many choices are to be thought over again. */
  readonly faults: number
}

/** How a choice stands, given whether it was picked. */
export const markOf = (choice: Pick<Choice, 'right'>, isPicked: boolean): Mark =>
  choice.right === true ? (isPicked ? 'found' : 'missed') : isPicked ? 'wrong' : 'left'

/** Of one to be chosen, a wrong choice and the right one it missed are one fault. */
const faultsIn = ({ many, marked }: GradedGroup): number => {
  const off = marked.filter(({ mark }) => mark === 'missed' || mark === 'wrong').length
  return many ? off : Math.min(off, 1)
}

function gradeGroup({ key, many, choices }: Group, answer: StepAnswer): GradedGroup {
  const picked = new Set(answer.picks[key] ?? [])
  return { key, many, marked: choices.map((choice) => ({ choice, mark: markOf(choice, picked.has(choice.id)) })) }
}

/**
 * A step as it was handed in, against the key. What is to be done first is shown where "not before" was said or is right, and counted
 * only where it was said.
 */
export function gradeStep(scene: Scene, step: Step, answer: StepAnswer): GradedStep {
  const isLater = scene.decide.verdict.some(({ id, right }) => id === 'later' && right === true)
  const saidLater = answer.picks.verdict?.includes('later') ?? false
  const groups = groupsOf(scene, step)
    .filter(({ key }) => key !== 'first' || isLater || saidLater)
    .map((group) => gradeGroup(group, answer))
  const hours = step === 'fill' ? hoursVerdict(scene.fill.hours, answer.from, answer.to) : null
  const counted = groups.filter(({ key }) => key !== 'first' || saidLater)
  const faults = counted.reduce((sum, group) => sum + faultsIn(group), 0) + (hours === null || hours === 'fits' ? 0 : 1)
  return { step, groups, hours, faults }
}
