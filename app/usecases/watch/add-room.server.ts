import { catalogue } from '~/content/catalogue.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { transact } from '~/data/transact.server'
import { type NewTrait, recordRoom } from '~/data/watch/rooms.server'
import type { Acting } from '~/domain/accounts/acting'
import { readName } from '~/domain/org/joining'
import { formatDay, parseDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import type { RoomTrait } from '~/domain/watch/rules'
import { newId } from '~/gateways/secrets.server'
import { getManagedUnit } from '../org/managed-unit.server'

export const longestRoomName = 40
type Asked = { unitId: string; name: string; jurisdiction: string; from: string; traits: readonly RoomTrait[] }

/** Adds a control room with what it has, from a day of the past or today. Refuses a name that is in use at the unit. */
export async function addRoom(acting: Acting, asked: Asked): Promise<{ kind: 'added'; roomId: string } | Refused> {
  await getManagedUnit(acting, asked.unitId)
  const { actor, now, today } = acting
  const name = readName(asked.name)
  if (name === '' || [...name].length > longestRoomName) return refuse('watch:refusal.roomName', 'name', { longest: longestRoomName })
  if (!catalogue().vocabulary.jurisdictions.has(asked.jurisdiction)) return refuse('watch:refusal.jurisdiction', 'jurisdiction')
  const from = parseDay(asked.from)
  if (from === null || from > today) return refuse('watch:refusal.since', 'from')
  const roomId = newId(now)
  const who = { recordedAt: now, recordedBy: actor.accountId }
  const traits = [...new Set(asked.traits)].map((trait): NewTrait => ({ id: newId(now), roomId, trait, from, ...who }))
  const auditId = newId(now)
  const room = {
    id: roomId,
    unitId: asked.unitId,
    name,
    jurisdiction: asked.jurisdiction,
    from,
    createdAt: now,
    createdBy: actor.accountId,
  }
  return transact(async (tx) => {
    if (!(await recordRoom(tx, room, traits))) return refuse('watch:refusal.sameRoom', 'name', { name })
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'watch.roomAdded',
      target: { kind: 'controlRoom', id: roomId },
      unitId: asked.unitId,
      detail: { name, from: formatDay(from) },
    })
    return { kind: 'added' as const, roomId }
  })
}
