import { type Day, holdsDay } from '../shared/day'
import type { Audience } from './programme-body'

/** A unit as the register knows it on the day of drawing. */
export type RegisteredUnit = {
  id: string
  sector: string
  from: Day
  to: Day | null
  traits: readonly { trait: string; from: Day; to: Day | null }[]
}
export type RegisteredPost = { person: string; unit: string; position: string; from: Day; to: Day | null }

/** Why something stands on a list: its sector, its traits, the positions held there; or words of whoever added it. */
export type Why = { sector: string; traits: readonly string[]; positions: readonly string[]; words: string }
export type Drawn = { subjectKind: 'unit' | 'person'; subjectId: string; unitId: string; why: Why }

/** Traits of the audience that the unit has on a day, where it is of the audience; null where it is not. */
function fitOf(unit: RegisteredUnit, { sectors, traits }: Audience, on: Day): string[] | null {
  if (!holdsDay(unit.from, unit.to, on) || (sectors.length > 0 && !sectors.includes(unit.sector))) return null
  const held = traits.filter((trait) => unit.traits.some((one) => one.trait === trait && holdsDay(one.from, one.to, on)))
  return traits.length > 0 && held.length === 0 ? null : held
}

/** The units of an audience on a day, each with its reason, in the order of the register. Units that are closed that day are not among them. */
export const drawUnits = (units: readonly RegisteredUnit[], audience: Audience, on: Day): Drawn[] =>
  units.flatMap((unit): Drawn[] => {
    const traits = fitOf(unit, audience, on)
    if (traits === null) return []
    return [{ subjectKind: 'unit', subjectId: unit.id, unitId: unit.id, why: { sector: unit.sector, traits, positions: [], words: '' } }]
  })

/** The persons of an audience on a day: whoever holds one of its positions at one of its units, each once, with every position that brings him in. */
export function drawPeople(units: readonly RegisteredUnit[], posts: readonly RegisteredPost[], audience: Audience, on: Day): Drawn[] {
  const fits = new Map(drawUnits(units, audience, on).map((one) => [one.unitId, one]))
  const found = new Map<string, Drawn>()
  for (const { person, unit, position, from, to } of posts) {
    const at = fits.get(unit)
    if (at === undefined || !audience.positions.includes(position) || !holdsDay(from, to, on)) continue
    const known = found.get(person)
    const positions = [...new Set([...(known?.why.positions ?? []), position])]
    found.set(person, {
      subjectKind: 'person',
      subjectId: person,
      unitId: known?.unitId ?? unit,
      why: { ...(known?.why ?? at.why), positions },
    })
  }
  return [...found.values()]
}
