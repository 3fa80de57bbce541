import { recordAudit } from '~/data/accounts/audit.server'
import { correctionWaits, recordCorrectionAsked, unitToAsk } from '~/data/personal/corrections.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import type { Correctable } from '~/domain/personal/correction'
import { formatDay } from '~/domain/shared/day'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { newId, seal } from '~/gateways/secrets.server'

type Asked = { personId: string; field: Correctable; value: string; why: string }

/**
 * Asks the unit where somebody works to put his name, telephone number or ID number right. One request a field waits at a time; whoever
 * works nowhere is told to ask the administrator.
 */
export async function askCorrection({ actor, now, today }: Acting, asked: Asked): Promise<{ kind: 'asked' } | Refused> {
  const { personId, field, value, why } = asked
  const sealed = seal(value)
  return transact(async (tx) => {
    if (await correctionWaits(tx, personId, field)) return refuse('personal:correct.refusal.waits', 'field')
    const unitId = await unitToAsk(tx, personId, formatDay(today))
    if (unitId === null) return refuse('personal:correct.refusal.nowhere')
    const id = newId(now)
    await recordCorrectionAsked(tx, { id, personId, accountId: actor.accountId, unitId, field, sealed, why, at: now })
    await recordAudit(tx, {
      ...{ id: newId(now), at: now, actor: actor.accountId, act: 'personal.correctionAsked', unitId },
      ...{ target: { kind: 'person', id: personId }, detail: { correctedField: field } },
    })
    return { kind: 'asked' }
  })
}
