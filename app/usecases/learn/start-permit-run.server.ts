import { getPermitScene } from '~/content/permits.server'
import { openRunInside, recordRunStarted } from '~/data/learn/permit-runs.server'
import { findFamily } from '~/data/learn/progress.server'
import { transact } from '~/data/transact.server'
import { newId } from '~/gateways/secrets.server'

/** Begins a go at a scene, or goes on with the one that is open. It is practice: no evidence comes of it and nothing is scored. */
export async function startPermitRun(who: { personId: string }, sceneId: string, now: Date): Promise<{ runId: string }> {
  const scene = getPermitScene(sceneId)
  const family = findFamily(who.personId)
  const id = newId(now)
  return transact(async (tx) => {
    const open = await openRunInside(tx, family, scene.id)
    if (open !== null) return { runId: open.id }
    await recordRunStarted(tx, { id, personId: who.personId, scene: scene.id, startedAt: now })
    return { runId: id }
  })
}
