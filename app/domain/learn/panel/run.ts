import { type DoneAct, type Mode, readAct } from './acts'
import type { PanelState } from './panel-state'
import { replay } from './replay'
import type { Scenario } from './scenario'

/** A run as it is kept: instants by the server's clock, acts by their keys. */
export type KeptRun = {
  readonly mode: Mode
  readonly acts: readonly { readonly at: number; readonly by: DoneAct['by']; readonly act: string }[]
  readonly startedAt: Date
  readonly endedAt: Date | null
}

/** Most acts of one run; more is not practice. */
export const mostActs = 200

const between = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / 1000)

/** Seconds of a run at an instant: never less than at its last act, never more than the exercise lasts. */
export function secondsAt(run: KeptRun, { ends }: Scenario, now: Date): number {
  const lastAct = run.acts.at(-1)?.at ?? 0
  const until = run.endedAt !== null && run.endedAt < now ? run.endedAt : now
  return Math.min(ends, Math.max(lastAct, between(run.startedAt, until)))
}

/** Ended by the person, or by its time. */
export const isOver = (run: KeptRun, scenario: Scenario, now: Date): boolean =>
  run.endedAt !== null || secondsAt(run, scenario, now) >= scenario.ends

/** The panel of a run at an instant. Acts that the exercise no longer knows are left out. */
export function panelAt(run: KeptRun, scenario: Scenario, now: Date): PanelState {
  const points = scenario.points.map(({ id }) => id)
  const acts = run.acts.flatMap(({ act: key, ...rest }) => {
    const act = readAct(key, points)
    return act === null ? [] : [{ ...rest, act }]
  })
  return replay(scenario, run.mode, acts, secondsAt(run, scenario, now))
}
