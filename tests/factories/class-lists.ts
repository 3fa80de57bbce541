import { transact } from '~/data/transact.server'

const at = new Date('2026-03-01T02:00:00Z')
const by = { at, by: 'account-east' }

export type ListWish = { id: string; placeId: string; year?: number; isFrozen?: boolean; deputies?: boolean; binds?: 'unit' | 'person' }

/** A programme of the party school with its morning and its test. */
export async function addProgramme({
  id,
  placeId,
  year = 2026,
  isFrozen = true,
  deputies = true,
  binds = 'unit',
}: ListWish): Promise<void> {
  const body = {
    ...{
      template: 'party-school',
      title: `${year}年党校集中培训`,
      year,
      binds,
      duty: '',
      topic: `party-school-${year}`,
      hours: 6,
      deputies,
    },
    audience: { sectors: [], traits: [], positions: ['responsible-person'] },
    parts: [
      { key: 'morning', name: '上午', kind: 'lesson' },
      { key: 'test', name: '随堂测试', kind: 'test' },
    ],
  }
  await transact(async (tx) => {
    await tx.programme.create({ data: { id, slug: `party-school-${year}`, placeId, createdAt: at, createdBy: by.by } })
    await tx.programmeRevision.create({ data: { id: `${id}-r`, programmeId: id, nth: 1, body: JSON.stringify(body), ...by } })
    const steps = isFrozen ? ['drawn', 'frozen'] : ['drawn']
    for (const [nth, kind] of steps.entries())
      await tx.programmeStep.create({ data: { id: `${id}-${kind}`, programmeId: id, nth: nth + 1, kind, detail: '{}', ...by } })
  })
}

/** A unit on a list, known by the unit's id. */
export async function addMember(programmeId: string, unitId: string, sector: string, from = '2026-01-01'): Promise<string> {
  const id = `${programmeId}-${unitId}`
  const why = JSON.stringify({ sector, traits: [], positions: [], words: '' })
  await transact((tx) =>
    tx.programmeMember.create({
      data: { id, programmeId, subjectKind: 'unit', subjectId: unitId, unitId, way: 'drawn', from, why, addedAt: at, addedBy: by.by },
    }),
  )
  return id
}

export async function takeOff(memberId: string, on: string, why: string, reason: string): Promise<void> {
  await transact((tx) => tx.programmeMemberEnd.create({ data: { memberId, on, why, reason, ...by } }))
}

export type Sat = { person: string; unit: string; part: string; asDeputy?: boolean; counts?: boolean }

/** A class that was held and closed, with who sat in what. */
export async function closeClass(programmeId: string, id: string, on: string, sat: readonly Sat[]): Promise<void> {
  const part = (key: string, from: string, to: string) => ({ key, name: key, kind: key === 'test' ? 'test' : 'lesson', on, from, to })
  const body = {
    title: `${on}的班`,
    parts: [part('morning', '09:00', '11:30'), part('test', '14:00', '15:00')],
    classrooms: [{ id: 'main', name: '主课堂', place: '区委党校', seats: 100, organiser: { id: 'east', name: '东街监督' }, stream: '' }],
    ...{ late: 15, notice: '' },
  }
  await transact(async (tx) => {
    await tx.trainingClass.create({ data: { id, programmeId, createdAt: at, createdBy: by.by } })
    await tx.classRevision.create({ data: { id: `${id}-r`, classId: id, nth: 1, body: JSON.stringify(body), ...by } })
    await tx.classStep.create({ data: { id: `${id}-closed`, classId: id, nth: 1, kind: 'closed', detail: '{}', ...by } })
    await tx.classSitting.createMany({
      data: sat.map(({ person, unit, part: key, asDeputy = false, counts = true }, nth) => ({
        ...{ id: `${id}-${nth}`, programmeId, classId: id, closingId: `${id}-closed`, part: key, personId: person, unitId: unit },
        ...{ asDeputy, on, state: counts ? 'present' : 'late', counts },
      })),
    })
  })
}

/** Somebody sat in both parts. */
export const satAll = (person: string, unit: string, asDeputy = false): Sat[] =>
  ['morning', 'test'].map((part) => ({ person, unit, part, asDeputy }))
