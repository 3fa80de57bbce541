import type { Day } from '../shared/day'
import { Forbidden } from '../shared/faults'
import { can } from './can'
import type { Grant } from './grants'

/** Who does something, and when: what a use case needs to know of a request. */
export type Acting = { now: Date; today: Day; actor: { accountId: string; grants: readonly Grant[] } }

/** Throws Forbidden for everybody but an administrator in force. */
export function mustAdminister({ actor, today }: Acting): void {
  if (!can(actor.grants, 'administer', { kind: 'installation' }, today)) throw new Forbidden()
}
