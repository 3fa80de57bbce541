/** What a drill is called and where, for somebody who checks in to it. */
export type ArrivalPlace = { unit: string; title: string; place: string }

/**
 * The page of a code that was scanned. sign-in: it came in time, nobody is signed in. ready: one button. done: entered; `told` says whether
 * it counts or waits for the commander, `again`: it had been entered before. used, late, closed: what was held cannot be used. over: the
 * drill is over. unreadable: every other code. Instants are ISO texts.
 */
export type ArrivalShown =
  | { state: 'unreadable' | 'over' | 'used' | 'late' | 'closed' }
  | { state: 'sign-in'; until: string }
  | { state: 'ready'; name: string; at: string; until: string; drill: ArrivalPlace }
  | { state: 'done'; name: string; at: string; told: 'counted' | 'browser' | 'stranger'; drill: ArrivalPlace }
