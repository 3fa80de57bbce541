import { getScenario } from '~/content/panel-scenarios.server'
import { findOwnPanelRun, panelRunInside, recordPanelAct, recordPanelEnd } from '~/data/learn/panel-runs.server'
import { transact } from '~/data/transact.server'
import { type Role, readAct } from '~/domain/learn/panel/acts'
import { hindrance } from '~/domain/learn/panel/may-act'
import { isOver, mostActs, panelAt, secondsAt } from '~/domain/learn/panel/run'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'

export type PanelAct = { personId: string; scenario: string; runId: string; by: Role; act: string; now: Date }

/**
 * One act of one's own run, at the second the server's clock says. Refused when the run is over, when nobody is there to do it, and when
 * it is not that role's to do. Somebody else's run is not found.
 */
export async function actAtPanel({ personId, scenario, runId, by, act: key, now }: PanelAct): Promise<{ kind: 'acted' } | Refused> {
  const { plays } = getScenario(scenario)
  if (findOwnPanelRun(personId, scenario, runId) === null) throw new NotFound()
  const act = readAct(
    key,
    plays.points.map(({ id }) => id),
  )
  if (act === null) return refuse('panel:refusal.unknown')
  return transact(async (tx) => {
    const run = await panelRunInside(tx, runId)
    if (run === null) throw new NotFound()
    if (isOver(run, plays, now) || run.acts.length >= mostActs) return refuse('panel:refusal.over')
    const held = hindrance(panelAt(run, plays, now), act, by)
    if (held !== null) return refuse(`panel:refusal.${held}`)
    await recordPanelAct(tx, run, { at: secondsAt(run, plays, now), by, act: key })
    return { kind: 'acted' }
  })
}

/** Ends one's own run, to see how it went; one that is over stays as it was. */
export async function endPanelRun({ personId, scenario, runId, now }: Omit<PanelAct, 'by' | 'act'>): Promise<void> {
  const run = findOwnPanelRun(personId, scenario, runId)
  if (run === null) throw new NotFound()
  if (run.endedAt === null) await transact((tx) => recordPanelEnd(tx, runId, now))
}
