import { recordList } from '~/data/rollcall/call-writers.server'
import type { CallFacts } from '~/data/rollcall/calls.server'
import type { Tx } from '~/data/transact.server'
import type { Roles } from '~/domain/rollcall/expected'

type Newcomer = { listId: string; now: Date; personId: string; accountId: string; family: readonly string[] }

/** Whoever came to lead or to call the roll after the list was drawn does so like those before: with his first entry the list names him too. */
export async function namedAtCall(tx: Tx, call: CallFacts, as: keyof Roles, newcomer: Newcomer): Promise<CallFacts> {
  if (call.roles[as].some((id) => newcomer.family.includes(id))) return call
  const roles = { ...call.roles, [as]: [...call.roles[as], newcomer.personId] }
  await recordList(tx, {
    id: newcomer.listId,
    callId: call.id,
    entries: call.expected,
    roles,
    at: newcomer.now,
    by: newcomer.accountId,
  })
  return { ...call, roles, listedAt: newcomer.now }
}
