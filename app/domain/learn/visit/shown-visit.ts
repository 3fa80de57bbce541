import type { Words } from '../piece'
import { shuffled } from '../shuffle'
import type { Door, Visit, VisitAnswers, VisitTurn } from './visit'
import { type PointVerdict, pointVerdict, type VisitVerdict, visitVerdict } from './visit-verdict'
import { choicesLeft, type VisitStep, type VisitWalk, visitStage } from './walk-visit'

type Language = 'zh' | 'en'

export type ShownPoint = {
  number: number
  text: string
  at: { x: number; y: number }
  /** Present only once the look was handed in. */
  told: { verdict: PointVerdict; because: string; source: string } | null
}
export type ShownStep = {
  part: 'talk' | 'report'
  text: string
  chosen: string
  brings: string
  because: string
  source: string
  right: boolean
  door: Door
  days: number
}
export type ShownTurn = { part: 'talk' | 'report'; text: string; again: boolean; choices: { number: number; text: string }[] }
export type ShownVisit = {
  stage: 'look' | 'turn' | 'closed'
  points: ShownPoint[]
  /** Handed in already, oldest first. */
  steps: ShownStep[]
  now: ShownTurn | null
  door: Door
  /** Only when the matter is closed. */
  verdict: VisitVerdict | null
}

/** The choices of a turn in the order of this run; their numbers are what a form sends. */
export const choicesInOrder = (turn: VisitTurn, seed: string) => shuffled(turn.choices, `${seed} ${turn.id}`)

/**
 * A door as this person may see it now. Before the look is handed in there is no verdict and no reason in it; of the turns there is
 * only what was chosen and the one that waits. No ids. Null where the answers no longer fit.
 */
export function shownVisit(visit: Visit, language: Language, seed: string, answers: VisitAnswers): ShownVisit | null {
  const stage = visitStage(visit, answers)
  if (stage === null) return null
  const say = (words: Words) => words[language]
  const walk = stage.kind === 'look' ? null : stage.walk
  const looked = answers.looked
  return {
    stage: stage.kind,
    points: visit.points.map((point, index) => ({
      number: index + 1,
      text: say(point.label),
      at: { x: point.x, y: point.y },
      told: looked && { verdict: pointVerdict(point, looked), because: say(point.because), source: point.source },
    })),
    steps: (walk?.steps ?? []).map((step) => shownStep(step, say)),
    now: walk?.now ? shownTurn(walk.now, walk, say, seed) : null,
    door: walk?.door ?? visit.door,
    verdict: stage.kind === 'closed' && looked ? visitVerdict(visit.points, looked, stage.walk) : null,
  }
}

const shownStep = ({ turn, choice, door }: VisitStep, say: (words: Words) => string): ShownStep => ({
  part: turn.part,
  text: say(turn.text),
  chosen: say(choice.text),
  brings: say(choice.brings),
  because: say(choice.because),
  source: choice.source,
  right: choice.right === true,
  door,
  days: choice.days ?? 0,
})

function shownTurn(turn: VisitTurn, { steps }: VisitWalk, say: (words: Words) => string, seed: string): ShownTurn {
  const left = new Set(choicesLeft(turn, steps))
  return {
    part: turn.part,
    text: say(turn.text),
    again: steps.at(-1)?.turn.id === turn.id,
    choices: choicesInOrder(turn, seed).flatMap((choice, index) =>
      left.has(choice) ? [{ number: index + 1, text: say(choice.text) }] : [],
    ),
  }
}

/** The points that a form's numbers name; null where one is none of ours. */
export function readLook(visit: Visit, sent: readonly string[]): string[] | null {
  const points = sent.map((number) => visit.points[Number(number) - 1])
  const ids = points.flatMap((point) => (point ? [point.id] : []))
  return ids.length === sent.length ? [...new Set(ids)] : null
}

/** The choice that a form's number names on a turn; null where it is none of ours or was taken before. */
export function readChoice(turn: VisitTurn, steps: readonly VisitStep[], seed: string, sent: string): string | null {
  const choice = choicesInOrder(turn, seed)[Number(sent) - 1]
  return choice && choicesLeft(turn, steps).includes(choice) ? choice.id : null
}
