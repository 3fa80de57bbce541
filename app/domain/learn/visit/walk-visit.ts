import type { Door, Effect, Visit, VisitAnswers, VisitChoice, VisitTurn } from './visit'

export type VisitStep = {
  readonly turn: VisitTurn
  readonly choice: VisitChoice
  /** How the door stands after it. */
  readonly door: Door
}

export type VisitWalk = {
  readonly steps: readonly VisitStep[]
  /** The turn that waits for a choice; null once the matter is closed. */
  readonly now: VisitTurn | null
  /** How the door stands now: whoever was shut out has come again, and it opens by a hand's breadth. */
  readonly door: Door
  /** How often the door was shut, and somebody had to come again. */
  readonly comebacks: number
  /** How many days longer the danger stayed than it had to. */
  readonly days: number
}

const narrower: Record<Door, Door> = { open: 'ajar', ajar: 'shut', shut: 'shut' }

/** The door after a sentence. */
export function doorAfter(door: Door, effect: Effect): Door {
  switch (effect) {
    case 'keeps':
      return door
    case 'cools':
      return narrower[door]
    case 'shuts':
      return 'shut'
  }
}

/** The turn that a choice leads to; null where it closes the matter, undefined where it leads nowhere. */
export function turnAfter(visit: Visit, turn: VisitTurn, choice: VisitChoice): VisitTurn | null | undefined {
  if (choice.to === 'closed') return null
  if (choice.to !== undefined) return visit.turns.find(({ id }) => id === choice.to)
  return choice.right ? visit.turns[visit.turns.indexOf(turn) + 1] : turn
}

/** The choices of a turn that are still open: a wrong one is not offered again on its turn. */
export const choicesLeft = (turn: VisitTurn, steps: readonly VisitStep[]): readonly VisitChoice[] =>
  turn.choices.filter(({ id }) => !steps.some((step) => step.turn.id === turn.id && step.choice.id === id))

/** Walks the choices from the first turn. Null where one does not fit: content was changed, or the form is not ours. */
export function walkVisit(visit: Visit, picks: readonly string[]): VisitWalk | null {
  let now: VisitTurn | null | undefined = visit.turns[0]
  let door: Door = visit.door
  const steps: VisitStep[] = []
  for (const pick of picks) {
    if (!now) return null
    const choice: VisitChoice | undefined = choicesLeft(now, steps).find(({ id }) => id === pick)
    if (!choice) return null
    const after = doorAfter(door, choice.effect ?? 'keeps')
    steps.push({ turn: now, choice, door: after })
    door = after === 'shut' ? 'ajar' : after
    now = turnAfter(visit, now, choice)
  }
  if (now === undefined) return null
  const comebacks = steps.filter((step) => step.door === 'shut').length
  return { steps, now, door, comebacks, days: steps.reduce((sum, { choice }) => sum + (choice.days ?? 0), 0) }
}

/** Where somebody stands at a door. Null where the answers no longer fit it. */
export type VisitStage = { readonly kind: 'look' } | { readonly kind: 'turn' | 'closed'; readonly walk: VisitWalk }

export function visitStage(visit: Visit, { looked, picks }: VisitAnswers): VisitStage | null {
  if (looked === null) return picks.length === 0 ? { kind: 'look' } : null
  if (!looked.every((id) => visit.points.some((point) => point.id === id))) return null
  const walk = walkVisit(visit, picks)
  return walk && { kind: walk.now === null ? 'closed' : 'turn', walk }
}
