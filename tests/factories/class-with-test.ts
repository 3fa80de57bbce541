import { recordClass, recordClassRevision, recordClassStep } from '~/data/classes/classes.server'
import { recordProgramme, recordProgrammeRevision } from '~/data/classes/programmes.server'
import { recordSeat } from '~/data/classes/seats.server'
import { transact } from '~/data/transact.server'
import type { ClassBody } from '~/domain/classes/class-body'
import type { ClassStepKind } from '~/domain/classes/class-state'
import { newId } from '~/gateways/secrets.server'
import { addPerson, buildStreet, grant } from '../routes/duties-pages/street-corner'

const made = new Date('2026-11-01T02:00:00Z')
/** Half past four in the afternoon of the class, when its test is to begin. */
export const testTime = new Date('2026-11-24T08:30:00Z')

export const theClass: ClassBody = {
  title: '2026年党校集中培训（商业综合体）',
  parts: [
    { key: 'morning', name: '上午', kind: 'lesson', on: '2026-11-24', from: '09:00', to: '11:30' },
    { key: 'test', name: '随堂测试', kind: 'test', on: '2026-11-24', from: '16:30', to: '17:30' },
  ],
  classrooms: [
    { id: 'main', name: '主课堂', place: '区委党校', seats: 2, organiser: { id: 'main-org', name: '韩老师' }, stream: '' },
    { id: 'branch', name: '分课堂', place: '西街', seats: 40, organiser: { id: 'branch-org', name: '宋老师' }, stream: '' },
  ],
  late: 10,
  notice: '',
}

/** A class of the east street's programme with its leader, the organisers of both rooms, and people who may be given seats. */
export async function buildClass(body: ClassBody = theClass): Promise<void> {
  await buildStreet()
  const people = { lead: '科长', far: '西街科长', 'main-org': '韩老师', 'branch-org': '宋老师', li: '李经理', wu: '吴经理', zhao: '赵经理' }
  for (const [id, name] of Object.entries(people)) await addPerson(id, name)
  await grant('lead', 'supervisor', { placeId: 'east' })
  await grant('far', 'supervisor', { placeId: 'west' })
  await transact(async (tx) => {
    await recordProgramme(tx, { id: 'school', slug: 'party-school-2026', placeId: 'east', createdAt: made, createdBy: 'system' })
    await recordProgrammeRevision(tx, {
      ...{ id: 'school-1', programmeId: 'school', at: made, by: 'system' },
      body: {
        ...{ template: 'party-school', title: '党校集中培训', year: 2026, binds: 'unit', duty: '', topic: 'party-school-2026', hours: 6 },
        audience: { sectors: ['commerce'], traits: [], positions: ['responsible-person'] },
        parts: body.parts.map(({ key, name, kind }) => ({ key, name, kind })),
        deputies: true,
      },
    })
    await recordClass(tx, { id: 'class', programmeId: 'school', makesUp: null, createdAt: made, createdBy: 'system' })
    await recordClassRevision(tx, { id: 'class-1', classId: 'class', body, at: made, by: 'system' })
  })
}

/** Gives somebody a seat, behind those who have one. */
export const seat = (personId: string, classroomId = 'branch', way: 'invited' | 'door' = 'invited'): Promise<void> =>
  transact((tx) =>
    recordSeat(tx, {
      ...{ id: newId(made), classId: 'class', classroomId, personId, unitId: 'hotel', asDeputy: false, way, at: made, by: 'system' },
    }),
  )

export const stepClass = (kind: ClassStepKind, at: Date): Promise<void> =>
  transact((tx) => recordClassStep(tx, { id: newId(at), classId: 'class', kind, at, by: 'system' }))
