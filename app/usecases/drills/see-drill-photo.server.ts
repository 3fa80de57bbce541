import { recordAudit } from '~/data/accounts/audit.server'
import { findCall } from '~/data/rollcall/calls.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { transact } from '~/data/transact.server'
import { sheetKept, written } from '~/domain/drills/record-steps'
import { NotFound } from '~/domain/shared/faults'
import { readPhotograph } from '~/gateways/photographs.server'
import { newId } from '~/gateways/secrets.server'
import { type ActingPerson, getSeenDrill } from './reached-drill.server'

/**
 * A photograph of a drill as JPEG: a sheet for whoever sees or manages the unit, one of the timeline also for those who led the drill.
 * That somebody looked is written down.
 */
export async function seeDrillPhoto(acting: ActingPerson, drillId: string, photo: string): Promise<Buffer | null> {
  const { facts, sees, manages } = await getSeenDrill(acting, drillId)
  const isSheet = written(facts.steps, 'sheet-kept', sheetKept).some((sheet) => sheet.photo === photo)
  const call = await findCall('drill', drillId)
  const entries = call === null ? [] : entriesAfter(call.id, 0).entries
  const isTaken = entries.some(({ said }) => said.kind === 'photo' && said.photo === photo)
  if (!isTaken && !(isSheet && (sees || manages))) throw new NotFound()
  const { now: at, actor } = acting
  const id = newId(at)
  await transact((tx) =>
    recordAudit(tx, {
      id,
      at,
      actor: actor.accountId,
      act: 'drillrecord.sheetSeen',
      target: { kind: 'drill', id: drillId },
      unitId: facts.unitId,
    }),
  )
  return readPhotograph(photo)
}
