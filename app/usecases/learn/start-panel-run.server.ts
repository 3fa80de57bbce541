import { getScenario } from '~/content/panel-scenarios.server'
import { recordPanelRun } from '~/data/learn/panel-runs.server'
import { transact } from '~/data/transact.server'
import type { Mode } from '~/domain/learn/panel/acts'
import { newId } from '~/gateways/secrets.server'

export type PanelStart = { personId: string; scenario: string; mode: Mode; now: Date }

/** Begins a run at the panel. Practice: nothing of it is evidence. An exercise that is not there is not found. */
export async function startPanelRun({ personId, scenario, mode, now }: PanelStart): Promise<{ runId: string }> {
  const { text } = getScenario(scenario)
  const id = newId(now)
  await transact((tx) => recordPanelRun(tx, { id, personId, scenario: text.id, mode, startedAt: now }))
  return { runId: id }
}
