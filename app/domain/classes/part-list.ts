import type { Expected, Roles } from '../rollcall/expected'
import type { Classroom } from './class-body'
import type { Comer } from './comers'

/** Who is expected at a part of a class, each person once, under his units and in his classroom. Names of persons and units by id. */
export function partList(
  comers: readonly Comer[],
  classrooms: readonly Pick<Classroom, 'id' | 'name'>[],
  names: ReadonlyMap<string, string>,
): Expected[] {
  const rooms = new Map(classrooms.map(({ id, name }) => [id, name]))
  const found = new Map<string, Expected>()
  for (const { person, unit, classroom } of comers) {
    const known = found.get(person)
    const department = [known?.department, names.get(unit)].filter(Boolean).join('、').slice(0, 80)
    const name = (names.get(person) ?? '').slice(0, 80) || person.slice(-4)
    found.set(person, { id: person, kind: 'person', name, department, zone: rooms.get(classroom) ?? '', count: null, help: '' })
  }
  return [...found.values()]
}

/** Who calls the roll: whoever leads the class decides what is in doubt, local organisers call. Whoever was named before stays. */
export const partRoles = (
  leaders: readonly string[],
  classrooms: readonly Pick<Classroom, 'organiser'>[],
  before: Roles | null,
): Roles => ({
  commanders: [...new Set([...(before?.commanders ?? []), ...leaders])],
  marshals: [...new Set([...(before?.marshals ?? []), ...classrooms.map(({ organiser }) => organiser.id)])],
})
