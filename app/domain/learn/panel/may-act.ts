import { type Act, isFieldVerb, type Role, type Verb } from './acts'
import type { PanelState } from './panel-state'

/** Why an act cannot be done now: a word of the locale. */
export type Hindrance = 'emptyRoom' | 'notThere' | 'notLooked' | 'wrongPlace' | 'wrongRole' | 'notMoving' | 'alreadyGone'

const placeOf = new Map<Verb, string>([
  ['cabinet', 'pump-room'],
  ['cause', 'zone'],
  ['guide', 'zone'],
  ['valve', 'zone'],
])

function onTheSpot({ partner, mode, emptyUntil }: PanelState, verb: Verb, by: Role): Hindrance | null {
  if (mode === 'two' && by === 'desk') return 'wrongRole'
  if (mode === 'alone' && (by === 'field' || verb === 'look' || verb === 'tell')) return 'wrongRole'
  if (mode === 'alone' && emptyUntil !== null) return 'emptyRoom'
  if (partner.at === 'room' || partner.onTheWay) return 'notThere'
  const place = placeOf.get(verb)
  if (place !== undefined && partner.at !== place) return 'wrongPlace'
  return verb !== 'look' && !partner.looked ? 'notLooked' : null
}

/** Null where the act can be done: somebody is there to do it, and it is his to do. */
export function hindrance(state: PanelState, { verb, target }: Act, by: Role): Hindrance | null {
  if (isFieldVerb(verb)) return onTheSpot(state, verb, by)
  if (by === 'field') return 'wrongRole'
  if (state.emptyUntil !== null) return 'emptyRoom'
  if (verb === 'send' && state.partner.at === target) return 'alreadyGone'
  if (verb === 'both-go' && state.partner.at !== 'room') return 'alreadyGone'
  if (verb === 'open-shutter' && state.devices.shutter.start === null) return 'notMoving'
  return null
}
