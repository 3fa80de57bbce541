import { isOverFor, isSubjectClosed, mayShowCodes, type SubjectKind, subjectKind } from '~/data/rollcall/arrival-subjects.server'
import { type Arrival, dropArrivals, findArrival, recordArrival, unclaimedBefore } from '~/data/rollcall/arrivals.server'
import { type AskedStation, findStation } from '~/data/rollcall/stations.server'
import { transact } from '~/data/transact.server'
import { isHeld, readArrivalCode } from '~/domain/rollcall/arrival'
import { turnOf, wasShown, windowIn } from '~/domain/rollcall/rotating-code'
import { readClock } from '~/gateways/clock.server'
import { registerJob } from '~/gateways/jobs.server'
import { hashOf, newToken } from '~/gateways/secrets.server'
import { rotatingMac } from './rotating-mac.server'

/**
 * held: it came in time; `token` is for this browser alone. known: this browser brought it before, and holds it still. over: it came in
 * time to a drill or a part of a class that is over (`of`). unreadable: anything else; `isGuessed`: a station's code with letters that it has not shown.
 */
export type Received =
  | { kind: 'held'; token: string }
  | { kind: 'known' }
  | { kind: 'over'; of: SubjectKind }
  | { kind: 'unreadable'; isGuessed: boolean }

/**
 * A code arrives for the first time: it is judged now, and who brought it is asked later. `token`: what this browser was given for an
 * arrival before, or null. The same page opened again goes on with the arrival that it made.
 */
export async function receiveArrival(typed: string, token: string | null, now: Date): Promise<Received> {
  const code = readArrivalCode(typed)
  const station = code && findStation(code.station)
  if (code === null || station === null) return { kind: 'unreadable', isGuessed: false }
  const own = token === null ? null : findArrival(hashOf(token))
  const again = own !== null && isSame(own, station, code.turn, now) ? own : null
  const window = windowIn(rotatingMac, station.secret, code.turn, now.getTime())
  if (again !== null && (again.claimedBy === null || window === null)) return { kind: 'known' }
  if (window === null) return { kind: 'unreadable', isGuessed: !wasShown(rotatingMac, station.secret, code.turn, now.getTime()) }
  const of = subjectKind(station.kind)
  if (of === null) return { kind: 'unreadable', isGuessed: false }
  if (isSubjectClosed(station) || isOverFor(station, now)) return { kind: 'over', of }
  if (!mayShowCodes(station, now)) return { kind: 'unreadable', isGuessed: false }
  const given = newToken()
  await recordArrival({ id: hashOf(given), callId: station.callId, stationId: station.id, at: now, window })
  return { kind: 'held', token: given }
}

const isSame = (own: Arrival, station: AskedStation, turn: string, now: Date): boolean =>
  own.stationId === station.id && isHeld(own.at.getTime(), now.getTime()) && turnOf(rotatingMac, station.secret, own.window) === turn

const dayOfMilliseconds = 86_400_000

/** Forgets what nobody has claimed and nobody can claim any more: what claims rest on stays. */
export async function forgetUnclaimed(now: Date = readClock()): Promise<void> {
  const ids = await unclaimedBefore(new Date(now.getTime() - dayOfMilliseconds))
  if (ids.length > 0) await transact((tx) => dropArrivals(tx, ids))
}
registerJob({ name: 'forget unclaimed arrivals', everySeconds: 3600, run: () => forgetUnclaimed() })
