/** What a drill or a part of a class is called and where, for somebody who checks in to it. */
export type ArrivalPlace = { unit: string; title: string; place: string }

/** What is arrived at. */
export type ArrivalOf = 'drill' | 'class'

/**
 * The page of a code that was scanned. sign-in: it came in time, nobody is signed in. ready: one button. done: entered; `told` says whether
 * it counts or waits for the commander, `again`: it had been entered before. used, late, closed: what was held cannot be used. over: the
 * drill or the part of a class is over. unreadable: every other code. Instants are ISO texts.
 */
export type ArrivalShown =
  | { state: 'unreadable' | 'used' | 'late' }
  | { state: 'over' | 'closed'; of: ArrivalOf }
  | { state: 'sign-in'; until: string }
  | { state: 'ready'; name: string; at: string; until: string; where: ArrivalPlace }
  | { state: 'done'; name: string; at: string; told: 'counted' | 'browser' | 'stranger'; of: ArrivalOf; where: ArrivalPlace }
