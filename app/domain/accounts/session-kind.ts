import type { Day } from '../shared/day'
import { type Grant, inForce } from './grants'

/** Whoever holds a grant today gets a console's short session; everybody else a learner's long one. */
export const sessionKind = (grants: readonly Grant[], on: Day): 'console' | 'learner' =>
  grants.some((grant) => inForce(grant, on)) ? 'console' : 'learner'
