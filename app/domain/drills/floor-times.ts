import type { Entry } from '../rollcall/event'
import type { Expected, Roles } from '../rollcall/expected'
import { rollOf } from '../rollcall/presence'
import { secondsTo, timelineOf } from './timeline'

/** What is known of one drill: who was expected where, and what its phones entered. */
export type TimedDrill = { id: string; title: string; on: string; expected: readonly Expected[]; entries: readonly Entry[]; roles: Roles }

/**
 * One zone at one drill. `seconds`: from the beginning until the last person who works there was accounted for; null where somebody was
 * not before the all clear. `cleared`: until the zone was stamped as cleared; null where it was not.
 */
export type ZoneTime = { zone: string; people: number; missing: number; seconds: number | null; cleared: number | null }
export type DrillTimes = { id: string; title: string; on: string; all: ZoneTime; zones: readonly ZoneTime[] }

/**
 * How long each zone took until everybody there was accounted for. Whoever was away is not waited for; what was entered after the all
 * clear, as corrections are, comes too late to count. Null for a drill that has no beginning or named nobody: written down afterwards.
 */
export function drillTimes({ id, title, on, expected, entries, roles }: TimedDrill): DrillTimes | null {
  const line = timelineOf(entries, roles)
  const { begins, ends } = line
  if (begins === null) return null
  const roll = rollOf(expected, entries, roles, begins)
  const named = expected.filter(({ kind }) => kind === 'person').filter((one) => roll.people.get(one.id)?.state !== 'away')
  if (named.length === 0) return null
  const timeOf = (zone: string, own: readonly Expected[], cleared: number | null): ZoneTime => {
    const seen = own.map((one) => roll.people.get(one.id)?.seen?.at ?? null)
    const inTime = seen.filter((at) => at !== null).filter((at) => ends === null || at <= ends)
    const missing = own.length - inTime.length
    const last = inTime.reduce((latest, at) => Math.max(latest, at), begins)
    return { zone, people: own.length, missing, seconds: missing > 0 ? null : Math.round((last - begins) / 1000), cleared }
  }
  const zones = [...new Set(named.map(({ zone }) => zone))].map((zone) => {
    const own = named.filter((one) => one.zone === zone)
    return timeOf(zone, own, secondsTo(line, 'cleared', zone))
  })
  return { id, title, on, all: timeOf('', named, null), zones }
}

/** The same zones of this drill and of earlier ones, newest first: null where a drill did not have the zone. */
export type ZoneCompared = { zone: string; now: ZoneTime; before: readonly (ZoneTime | null)[] }
export type FloorTimes = {
  now: DrillTimes
  before: readonly DrillTimes[]
  zones: readonly ZoneCompared[]
  /** The zone that took longest of those that were all accounted for; null where none was. */
  slowest: ZoneTime | null
  /** The last drill with which the time until all were accounted for can be compared, and by how many seconds this one took longer. */
  change: { on: string; seconds: number } | null
}

/** This drill against earlier ones of its unit, which come newest first. `order`: the zones as the plan has them. */
export function floorTimes(now: DrillTimes, before: readonly DrillTimes[], order: readonly string[]): FloorTimes {
  const rank = (zone: string): number => (order.includes(zone) ? order.indexOf(zone) : order.length + Number(zone === ''))
  const zones = [...now.zones].sort((one, other) => rank(one.zone) - rank(other.zone))
  const whole = zones.filter(({ seconds }) => seconds !== null)
  const slowest = whole.reduce<ZoneTime | null>(
    (most, one) => (most === null || (one.seconds ?? 0) > (most.seconds ?? 0) ? one : most),
    null,
  )
  const last = before.find(({ all }) => all.seconds !== null)
  const change =
    last === undefined || now.all.seconds === null || last.all.seconds === null
      ? null
      : { on: last.on, seconds: now.all.seconds - last.all.seconds }
  return {
    now,
    before,
    zones: zones.map((own) => ({
      zone: own.zone,
      now: own,
      before: before.map((drill) => drill.zones.find(({ zone }) => zone === own.zone) ?? null),
    })),
    slowest,
    change,
  }
}
