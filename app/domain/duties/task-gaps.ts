/** A task of a plan as it stands at a place. */
export type TaskFacts = {
  /** Whom the plan names; nobody where it names none. */
  readonly named: readonly string[]
  /** Who answers here, by department (by the task itself, where the plan names none). */
  readonly assigned: ReadonlyMap<string, readonly AssignedUnit[]>
  /** The task, to which a unit may be assigned where the plan names nobody. */
  readonly taskId: string
  /** The duty that it answers has to be switched on, and is not. */
  readonly dutyIsOff: boolean
  /** A unit or a post of the audience is in sight. */
  readonly hasAudience: boolean
}

/** A unit that answers for a department. `inCharge`: it has a person in charge on the day. */
export type AssignedUnit = { readonly unitId: string; readonly isOpen: boolean; readonly inCharge: boolean }

/**
 * What is missing before somebody answers for a task. unnamed: the plan names no department and the place has put nobody in. unassigned:
 * a named department is no unit here. closed, nobodyInCharge: the unit that answers cannot. dutyOff, noAudience: nothing would be asked.
 */
export type TaskGap =
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'unassigned'; readonly department: string }
  | { readonly kind: 'closed' | 'nobodyInCharge'; readonly department: string; readonly unitId: string }
  | { readonly kind: 'dutyOff' }
  | { readonly kind: 'noAudience' }

/** The gaps of one task (全责任链条: 谁来培训、培训谁), in the order in which they are to be closed. None where the chain is whole. */
export function gapsOf(task: TaskFacts): readonly TaskGap[] {
  const bearers = task.named.length > 0 ? task.named : [task.taskId]
  return [
    ...bearers.flatMap((bearer) => bearerGaps(bearer, task)),
    ...(task.dutyIsOff ? [{ kind: 'dutyOff' as const }] : []),
    ...(task.hasAudience ? [] : [{ kind: 'noAudience' as const }]),
  ]
}

function bearerGaps(bearer: string, { named, assigned }: TaskFacts): TaskGap[] {
  const units = assigned.get(bearer) ?? []
  if (units.length === 0) return named.length === 0 ? [{ kind: 'unnamed' }] : [{ kind: 'unassigned', department: bearer }]
  return units.flatMap(({ unitId, isOpen, inCharge }): TaskGap[] => {
    if (!isOpen) return [{ kind: 'closed', department: bearer, unitId }]
    return inCharge ? [] : [{ kind: 'nobodyInCharge', department: bearer, unitId }]
  })
}

/** Posts whose holder answers for the fire work of a government or grassroots unit. */
export const inChargePositions: readonly string[] = [
  'responsible-person',
  'fire-manager',
  'party-leader',
  'street-leader',
  'village-committee',
  'brigade-chief',
  'department-fire-staff',
  'street-fire-staff',
  'community-fire-staff',
  'station-staff',
  'community-police',
]
