import type { LicenceAsked } from '~/domain/credentials/licence-gap'
import type { Day } from '~/domain/shared/day'
import { jobRule } from './jobs.server'

/** Which jobs a position does; a welder's licence answers where it answers for one kind of hot work. */
function jobsOf(position: string, hasLinkage: boolean): readonly string[] {
  switch (position) {
    case 'control-room-operator':
      return [hasLinkage ? 'control-room-linkage' : 'control-room']
    case 'fire-maintenance':
      return ['fire-maintenance']
    case 'electrician':
      return ['electrical']
    case 'welder':
      return ['hot-work-general', 'hot-work-construction', 'hot-work-pressure']
    default:
      return []
  }
}

/** The licence that a post asks for, in a unit with these traits; null where it asks for none. */
export function licenceAskedOf(position: string, traits: readonly string[], on: Day): LicenceAsked | null {
  const asked = jobsOf(position, traits.includes('linkage')).flatMap((job) => jobRule(job, on).licences.map((licence) => licence.asked))
  const [first] = asked
  if (first === undefined) return null
  return {
    topics: [...new Set(asked.flatMap(({ topics }) => topics))],
    kinds: [...new Set(asked.flatMap(({ kinds }) => kinds))],
    direction: first.direction,
    lowest: first.lowest,
  }
}
