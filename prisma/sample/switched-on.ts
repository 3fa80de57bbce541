import type { NewEvidence } from '../../app/data/duties/evidence.server'
import { addDays, type Day, formatDay, parseDay } from '../../app/domain/shared/day'
import { chance } from './names'
import type { Plan } from './plan'

/** Duties that the sample's county has switched on, from the first day of this year. */
export const switchedOn = [
  'unit-staff-training-annual',
  'unit-drill-annual',
  'key-drill',
  'highrise-full-drill',
  'control-room-certified',
  'control-room-linkage-certified',
  'hotwork-certified',
  'electrician-certified',
] as const

/** The first day of this year: nothing before it is missed. */
export function yearBegin(today: Day): Day {
  const first = parseDay(`${formatDay(today).slice(0, 4)}-01-01`)
  if (first === null) throw new Error('a year without a first day')
  return first
}

/** The drills of one unit in both halves of this year: every unit in the first, nine in ten so far in the second. */
function daysOf(today: Day, random: () => number): Day[] {
  const begin = yearBegin(today)
  const first = addDays(begin, 60 + Math.floor(random() * 100))
  const second = addDays(begin, 190 + Math.floor(random() * 120))
  const late = random() < 0.1
  return [first, ...(late ? [] : [second])].filter((day) => day <= today)
}

/** Evacuation drills of the sample's units, with full ones in high buildings; ids and days are the same each time. */
export function sampleDrills(unit: Plan['units'][number], at: number, today: Day, recordedAt: (day: Day) => Date): NewEvidence[] {
  const topic = unit.traits.includes('highrise-public') || unit.traits.includes('highrise-residential') ? 'full' : 'evacuation'
  return daysOf(today, chance(100 + at)).map((on, nth) => ({
    id: `${unit.id}-drill-${nth + 1}`,
    kind: 'drill',
    topic,
    subjectKind: 'unit',
    subjectId: unit.id,
    unitId: unit.id,
    position: null,
    on,
    passed: true,
    validThrough: null,
    sourceKind: 'drill',
    sourceId: `${unit.id}-drill-${nth + 1}`,
    recordedBy: 'system',
    recordedAt: recordedAt(on),
  }))
}
