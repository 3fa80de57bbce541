import { reader } from '~/data/drills/record-facts.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { markStatesOf } from '~/domain/classes/class-record'
import { isClassClosed } from '~/domain/classes/class-state'
import { NotFound } from '~/domain/shared/faults'
import { groupedBy } from '~/domain/shared/grouped'
import type { Signed } from '~/http/serve.server'
import type { SheetLine, SheetPage } from '~/ui/classes/sheet'
import { drawClass } from '~/usecases/classes/class-drawn.server'
import { getHeldClass } from '~/usecases/classes/reached-class.server'

const byName = new Intl.Collator('zh-CN', { numeric: true }).compare

/** Who sits in a classroom, with what the roll call and earlier sheets say of one part; the first of each where none is named. */
export async function sheetPage(ctx: Signed, classId: string, asked: { part: string | null; room: string | null }): Promise<SheetPage> {
  const { facts, leads, rooms } = await getHeldClass(ctx, classId)
  const { parts, classrooms, title } = facts.body
  const own = leads ? classrooms : classrooms.filter(({ id }) => rooms.includes(id))
  const part = asked.part === null ? parts[0] : parts.find(({ key }) => key === asked.part)
  const room = asked.room === null ? own[0] : own.find(({ id }) => id === asked.room)
  if (part === undefined || room === undefined) throw new NotFound()
  const { comers, sats, marks, called, gaps } = await drawClass(reader(), facts)
  const here = comers.filter(({ classroom }) => classroom === room.id)
  const names = findSubjectNames(here.flatMap(({ person, unit }) => [person, unit]))
  const isUnclear = gaps.some((gap) => gap.kind === 'result' && gap.part === part.key)
  const satOf = new Map(sats.flatMap((one) => (one.part === part.key ? [[one.person, one] as const] : [])))
  const marked = new Set(marks.flatMap((one) => (one.part === part.key && one.state !== 'roll' ? [one.person] : [])))
  const people = [...groupedBy(here, ({ person }) => person)].map(([id, own]): SheetLine => {
    const sat = satOf.get(id)
    const unclear = isUnclear && !marked.has(id) && sat !== undefined && sat.seen.at !== null
    return {
      id,
      name: names.get(id) ?? '',
      units: own.map(({ unit }) => names.get(unit) ?? '').join('、'),
      asDeputy: own.some(({ asDeputy }) => asDeputy),
      state: unclear ? 'unclear' : (sat?.state ?? 'absent'),
      says: marked.has(id) ? 'mark' : called.has(part.key) ? 'roll' : 'nothing',
    }
  })
  return {
    classId,
    title,
    leads,
    isOpen: !isClassClosed(facts.steps),
    part: { key: part.key, name: part.name, kind: part.kind },
    room: { id: room.id, name: room.name },
    parts: parts.map(({ key, name }) => ({ value: key, label: name })),
    rooms: own.map(({ id, name }) => ({ value: id, label: name })),
    states: [...markStatesOf(part.kind)],
    people: people.sort((one, other) => byName(one.units, other.units) || byName(one.name, other.name)),
  }
}
