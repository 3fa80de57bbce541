import type { PermitAct, PermitState } from './permit'

/** Somebody who looks at a permit: the records that are one person, and the positions held at this unit today. */
export type Looking = { readonly people: ReadonlySet<string>; readonly positions: readonly string[] }
/** Whom a permit names. */
export type Named = { readonly applicant: string; readonly guard: string; readonly workers: readonly (string | null)[] }
export type Approver = { readonly position: string; readonly delegated?: true | undefined }
export type Roles = { readonly approvers: readonly Approver[]; readonly checkers: readonly string[] }

const isOne = (who: Looking, personId: string | null): boolean => personId !== null && who.people.has(personId)
const isWorker = (who: Looking, named: Named): boolean => named.workers.some((id) => isOne(who, id))
const holdsAny = (who: Looking, positions: readonly string[]): boolean => who.positions.some((id) => positions.includes(id))

/** Is this one of those whom a permit names? */
export const isNamed = (who: Looking, named: Named): boolean =>
  isOne(who, named.applicant) || isOne(who, named.guard) || isWorker(who, named)

/** The post by which somebody may approve: the first of the level's that he holds; null where he may not. Never one's own request or work. */
export function approvingBy(who: Looking, named: Named, approvers: readonly Approver[]): Approver | null {
  if (isOne(who, named.applicant) || isWorker(who, named)) return null
  return approvers.find(({ position }) => who.positions.includes(position)) ?? null
}

/**
 * May this person do this to this permit? Nobody checks himself; only the guard says that the guard is there and takes the first look;
 * who holds no post at the unit does nothing.
 */
export function mayDo(who: Looking, act: PermitAct, named: Named, { approvers, checkers }: Roles, state: PermitState): boolean {
  if (who.positions.length === 0) return false
  const isGuard = isOne(who, named.guard)
  const isChecker = holdsAny(who, checkers) || isGuard
  switch (act) {
    case 'approved':
    case 'refused':
      return approvingBy(who, named, approvers) !== null
    case 'cancelled':
      return isOne(who, named.applicant) || holdsAny(who, [...approvers.map(({ position }) => position)])
    case 'worker-checked':
      return isChecker && !isWorker(who, named)
    case 'guard-present':
      return isGuard
    case 'notice-posted':
      return isChecker || isOne(who, named.applicant)
    case 'started':
    case 'ended':
      return isChecker || isWorker(who, named)
    case 'stopped':
      return true
    case 'looked':
      return isGuard || (state.kind === 'watching' && state.done > 0 && isChecker && !isWorker(who, named))
  }
}

/** The acts that a state waits for, in the order in which they are done. */
function awaited(state: PermitState): readonly PermitAct[] {
  switch (state.kind) {
    case 'waiting':
      return ['approved']
    case 'approved': {
      const { workers, guard, notice } = state.missing
      const open: readonly (readonly [boolean, PermitAct])[] = [
        [workers.length > 0, 'worker-checked'],
        [guard, 'guard-present'],
        [notice, 'notice-posted'],
      ]
      return open.filter(([is]) => is).map(([, act]) => act)
    }
    case 'ready':
      return ['started']
    case 'burning':
      return ['ended']
    case 'watching':
      return ['looked']
    default:
      return []
  }
}

/** What comes next: the act, and whether it is this person's. Of several that are open, one's own comes first. */
export function nextAct(
  who: Looking,
  named: Named,
  roles: Roles,
  state: PermitState,
): { readonly act: PermitAct; readonly isMine: boolean } | null {
  const open = awaited(state)
  const mine = open.find((act) => mayDo(who, act, named, roles, state))
  if (mine !== undefined) return { act: mine, isMine: true }
  const [first] = open
  return first === undefined ? null : { act: first, isMine: false }
}
