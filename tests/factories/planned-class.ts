import { recordClass, recordClassRevision } from '~/data/classes/classes.server'
import { recordInvitations } from '~/data/classes/invitations.server'
import { recordMembers, recordProgramme, recordProgrammeRevision, recordProgrammeStep } from '~/data/classes/programmes.server'
import { transact } from '~/data/transact.server'
import type { ClassBody } from '~/domain/classes/class-body'
import type { ProgrammeBody } from '~/domain/classes/programme-body'
import { parseDay } from '~/domain/shared/day'
import { newId } from '~/gateways/secrets.server'
import { morning } from './unit-people'

const programmeOf = (more: Partial<ProgrammeBody> = {}): ProgrammeBody => ({
  template: 'party-school',
  title: '2026年党校集中培训（商业综合体）',
  year: 2026,
  binds: 'unit',
  audience: { sectors: ['commerce'], traits: [], positions: ['responsible-person'] },
  duty: 'party-school-2026',
  topic: 'party-school-2026',
  hours: 6,
  parts: [
    { key: 'morning', name: '上午', kind: 'lesson' },
    { key: 'test', name: '随堂测试', kind: 'test' },
  ],
  deputies: true,
  ...more,
})

/** A programme of a place with its list; frozen, unless said otherwise. */
export async function madeProgramme(
  placeId: string,
  members: readonly { id: string; subjectKind?: 'unit' | 'person'; subjectId: string; unitId: string }[],
  { isFrozen = true, ...more }: Partial<ProgrammeBody> & { isFrozen?: boolean } = {},
): Promise<string> {
  const id = newId(morning)
  const from = parseDay('2026-03-01')
  if (from === null) throw new Error('a day')
  await transact(async (tx) => {
    await recordProgramme(tx, { id, slug: `party-school-2026-${id.slice(-6)}`, placeId, createdAt: morning, createdBy: 'system' })
    await recordProgrammeRevision(tx, { id: newId(), programmeId: id, body: programmeOf(more), at: morning, by: 'system' })
    await recordProgrammeStep(tx, { id: newId(), programmeId: id, kind: 'drawn', at: morning, by: 'system' })
    if (isFrozen) await recordProgrammeStep(tx, { id: newId(), programmeId: id, kind: 'frozen', at: morning, by: 'system', once: 'frozen' })
    await recordMembers(
      tx,
      members.map(({ subjectKind = 'unit', ...one }) => ({
        ...one,
        ...{ programmeId: id, subjectKind, way: 'drawn' as const, from: '2026-03-01', addedAt: morning, addedBy: 'system' },
        why: { sector: 'commerce', traits: [], positions: [], words: '' },
      })),
    )
  })
  return id
}

export const roomOf = (id: string, seats: number, organiser = 'nobody'): ClassBody['classrooms'][number] => ({
  ...{ id, seats, stream: '', name: id === 'main' ? '主课堂' : `分课堂${id}`, place: `${id} 号楼` },
  organiser: { id: organiser, name: '组织人' },
})

export const bodyOf = (more: Partial<ClassBody> = {}): ClassBody => ({
  title: '第一期',
  parts: [
    { key: 'morning', name: '上午', kind: 'lesson', on: '2026-03-20', from: '09:00', to: '11:30' },
    { key: 'test', name: '随堂测试', kind: 'test', on: '2026-03-20', from: '14:00', to: '15:00' },
  ],
  classrooms: [roomOf('main', 10)],
  late: 15,
  notice: '',
  ...more,
})

/** A class of a programme to which these lines of the list are asked; their invitations are called like the lines, with `asked-` before. */
export async function madeClass(programmeId: string, body: ClassBody, asked: readonly string[] = [], name = ''): Promise<string> {
  const id = newId(morning)
  await transact(async (tx) => {
    await recordClass(tx, { id, programmeId, makesUp: null, createdAt: morning, createdBy: 'system' })
    await recordClassRevision(tx, { id: newId(), classId: id, body, at: morning, by: 'system' })
    await recordInvitations(
      tx,
      asked.map((memberId) => ({ id: `asked-${name}${memberId}`, classId: id, memberId, at: morning, by: 'system' })),
    )
  })
  return id
}
