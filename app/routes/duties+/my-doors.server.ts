import { gateKeepers } from '~/content/jobs.server'
import type { MyDoor } from '~/ui/duties/my-doors'

type HeldSeat = { unitId: string; position: string }

const hotWorkers = ['welder', 'hot-work-guard', 'hot-work-approver']

/**
 * Which further pages somebody in these posts has a use for; `hasPath`: somebody of her position is led to the post step by step;
 * `hasPracticals`: she observes one, or was assessed.
 */
export function doorsOf(held: readonly HeldSeat[], hasPath: boolean, hasPracticals: boolean): { doors: MyDoor[]; hotWork: string | null } {
  const holds = (positions: readonly string[]) => held.find(({ position }) => positions.includes(position))
  const burns = holds([...hotWorkers, ...gateKeepers().filter((position) => position !== 'security-guard')])
  const doors: MyDoor[] = [
    'licences',
    ...(hasPath ? (['paths'] as const) : []),
    ...(hasPracticals ? (['practicals'] as const) : []),
    ...(holds(['control-room-operator']) ? (['watch'] as const) : []),
    ...(burns ? (['hotWork'] as const) : []),
    ...(holds(gateKeepers()) ? (['gate'] as const) : []),
    ...(held.length > 0 ? (['drills', 'classes'] as const) : []),
    'asked',
  ]
  return { doors, hotWork: burns === undefined ? null : `/units/${burns.unitId}/hot-work` }
}
