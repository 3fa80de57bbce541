import { newId } from '~/gateways/secrets.server'
import type { Signed } from '~/http/serve.server'
import { enteringAs, getHeldPart, getPartCall } from '~/usecases/classes/held-part.server'
import { recordPartEntries } from '~/usecases/classes/record-part-entries.server'

/** A name ticked by the plain form, one entry a press, made here as it arrives. */
export async function tickOnForm(ctx: Signed, { classId, key }: { classId: string; key: string }, form: FormData) {
  const call = await getPartCall(ctx, classId, key)
  const sight = getHeldPart(ctx, classId, key)
  const who = String(form.get('seen') ?? '').trim()
  if (who === '') return { taken: [], refused: [] }
  const sentAt = ctx.now.getTime()
  const entry = {
    id: newId(ctx.now),
    device: `form-${ctx.actor.accountId.slice(0, 30)}`,
    nth: 0,
    clock: sentAt,
    offset: 0,
    heard: null,
    by: enteringAs(sight, call.roles, ctx.actor.personId),
    said: { kind: 'seen' as const, who: who.slice(0, 60), way: 'tick' as const, zone: sight.rooms[0]?.name ?? '' },
  }
  return recordPartEntries(ctx, { classId, key, sentAt, entries: [entry] })
}
