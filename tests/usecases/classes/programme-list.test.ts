import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { membersOf, programmeAnywhere } from '~/data/classes/programmes.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import type { Audience } from '~/domain/classes/programme-body'
import { programmeForm } from '~/domain/classes/programme-form'
import { NotFound } from '~/domain/shared/faults'
import { putOn, takeOff } from '~/usecases/classes/change-list.server'
import { drawList } from '~/usecases/classes/draw-list.server'
import { freezeList } from '~/usecases/classes/freeze-list.server'
import { changeProgramme, makeProgramme } from '~/usecases/classes/make-programme.server'
import { actsSoFar } from '../../factories/administration'
import { acting } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, addPost, buildStreet, grant } from '../../routes/duties-pages/street-corner'

let now: Date
const medical: Audience = { sectors: ['medical'], traits: [], positions: ['responsible-person'] }
const form = (more: Record<string, string> = {}) =>
  programmeForm.parse({
    placeId: 'county',
    template: 'party-school',
    year: '2026',
    title: '2026年党校集中培训',
    hours: '6',
    deputies: 'yes',
    ...more,
  })
const parts = { part0: '上午', kind0: 'lesson', part1: '随堂测试', kind1: 'test' }
const clerk = () => acting('account-clerk', now)
const eastern = () => acting('account-eastern', now)

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T03:00:00Z')
  await buildStreet()
  for (const [id, name] of Object.entries({ clerk: '县里的小刘', eastern: '东街监督员', doctor: '诊所主任', mayor: '分管镇长' }))
    await addPerson(id, name)
  await grant('clerk', 'supervisor', { placeId: 'county' })
  await grant('eastern', 'supervisor', { placeId: 'east' })
  await addPost({ id: 'k-doctor', personId: 'doctor', unitId: 'clinic', position: 'responsible-person', from: '2024-01-01' })
})

async function made(audience: Audience = medical, more: Record<string, string> = {}): Promise<string> {
  const outcome = await makeProgramme(clerk(), { form: form(more), parts, audience })
  if (outcome.kind !== 'made') throw new Error(outcome.reason)
  return outcome.id
}
const listOf = (id: string) =>
  membersOf({ id })
    .map(({ subjectId, way, end }) => [subjectId, way, end?.why ?? 'on'])
    .sort()
const traitsOf = async (unitId: string) =>
  (await db().unitTrait.findMany({ where: { unitId, trait: { startsWith: 'programme-' } } })).map(({ trait, from, to }) => [
    trait,
    from,
    to,
  ])

describe('the clerk of the county makes a programme', () => {
  it('from a kind and a year, with its topic, its duty, and the keys of its parts whatever language they are named in', async () => {
    const body = (await programmeAnywhere(await made()))?.body
    expect(body).toMatchObject({ binds: 'unit', topic: 'party-school-2026', duty: 'party-school-2026', hours: 6, deputies: true })
    expect(body?.parts).toEqual([
      { key: 'morning', name: '上午', kind: 'lesson' },
      { key: 'test', name: '随堂测试', kind: 'test' },
    ])
    expect(await actsSoFar()).toContain('classes.programmeMade')
  })

  it('once for a place and a year, and nowhere that is not hers', async () => {
    await made()
    expect(await makeProgramme(clerk(), { form: form(), parts, audience: medical })).toMatchObject({ reason: 'classes:refusal.already' })
    await expect(makeProgramme(eastern(), { form: form(), parts, audience: medical })).rejects.toThrow(NotFound)
  })

  it.each([
    ['nobody to come', { ...medical, positions: [] }, parts, 'classes:refusal.noPosition'],
    ['a sector that does not exist', { ...medical, sectors: ['space'] }, parts, 'classes:refusal.noAudience'],
    ['no part', medical, {}, 'classes:refusal.noPart'],
    ['a part twice', medical, { part0: '上午', part1: '上午' }, 'classes:refusal.partTwice'],
  ])('refuses %s', async (_what, audience, rows, reason) => {
    expect(await makeProgramme(clerk(), { form: form(), parts: rows, audience })).toMatchObject({ reason })
    expect(await db().programme.count()).toBe(0)
  })
})

describe('the list', () => {
  it('is drawn from the register as it was on a day, each with its reason', async () => {
    const id = await made()
    expect(await drawList(clerk(), id, '2026-03-10')).toEqual({ kind: 'drawn', added: 1, gone: 0 })
    expect(membersOf({ id })).toMatchObject([{ subjectId: 'clinic', why: { sector: 'medical' }, way: 'drawn' }])
    expect(await drawList(clerk(), id, '2026-03-11')).toMatchObject({ reason: 'classes:refusal.drawnAhead' })
  })

  it('drawn again follows the register, and leaves what was added or taken out by hand as it is', async () => {
    const id = await made({ ...medical, sectors: ['medical', 'education'] })
    await drawList(clerk(), id, '2026-03-10')
    await putOn(clerk(), id, { unitId: 'hotel', personId: '', on: '2026-03-10', reason: '住了很多陪护家属' })
    const school = membersOf({ id }).find(({ subjectId }) => subjectId === 'school')
    await takeOff(clerk(), id, { memberId: school?.id ?? '', on: '', why: '', reason: '教育局另外办班' })
    expect(await drawList(clerk(), id, '2026-03-10')).toEqual({ kind: 'drawn', added: 0, gone: 0 })
    await changeProgramme(clerk(), id, { form: form(), parts, audience: { ...medical, sectors: ['education'] } })
    expect(await drawList(clerk(), id, '2026-03-10')).toEqual({ kind: 'drawn', added: 0, gone: 1 })
    expect(listOf(id)).toEqual([
      ['clinic', 'drawn', 'dropped'],
      ['hotel', 'added', 'on'],
      ['school', 'drawn', 'dropped'],
    ])
  })

  it('of persons names whoever holds one of the positions, once, under one id where two records were joined', async () => {
    await addPerson('doctor-2', '诊所主任')
    await addPost({ id: 'k-2', personId: 'doctor-2', unitId: 'clinic', position: 'fire-manager', from: '2025-01-01' })
    await transact((tx) => tx.person.update({ where: { id: 'doctor-2' }, data: { mergedIntoId: 'doctor' } }))
    const id = await made({ ...medical, positions: ['responsible-person', 'fire-manager'] })
    await transact(async (tx) => {
      const row = await tx.programmeRevision.findFirstOrThrow({ where: { programmeId: id } })
      await tx.programmeRevision.update({ where: { id: row.id }, data: { body: row.body.replace('"binds":"unit"', '"binds":"person"') } })
    })
    await drawList(clerk(), id, '2026-03-10')
    expect(membersOf({ id })).toMatchObject([
      { subjectKind: 'person', subjectId: 'doctor', why: { positions: ['responsible-person', 'fire-manager'] } },
    ])
  })

  it('frozen gives every unit the trait and the place the duty from the first day of the year', async () => {
    const id = await made()
    expect(await freezeList(clerk(), id)).toMatchObject({ reason: 'classes:refusal.emptyList' })
    await drawList(clerk(), id, '2026-03-10')
    expect(await freezeList(clerk(), id)).toEqual({ kind: 'frozen', members: 1 })
    expect(await traitsOf('clinic')).toEqual([['programme-party-school-2026', '2026-01-01', null]])
    expect(await db().dutyAdoption.findMany({ select: { dutyId: true, placeId: true, from: true } })).toEqual([
      { dutyId: 'party-school-2026', placeId: 'county', from: '2026-01-01' },
    ])
  })

  it('frozen twice in the same instant is frozen once', async () => {
    const id = await made()
    await drawList(clerk(), id, '2026-03-10')
    const outcomes = await Promise.all([freezeList(clerk(), id), freezeList(clerk(), id)])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['frozen', 'refused'])
    expect(await db().programmeStep.count({ where: { kind: 'frozen' } })).toBe(1)
  })

  it('frozen is changed only with words, a kind and a day, and says who did it', async () => {
    const id = await made()
    await drawList(clerk(), id, '2026-03-10')
    await freezeList(clerk(), id)
    const [clinic] = membersOf({ id })
    const off = { memberId: clinic?.id ?? '', on: '2026-03-10', why: 'closed', reason: '三月停业' }
    for (const [change, reason] of [
      [{ reason: '' }, 'classes:refusal.noReason'],
      [{ why: 'bored' }, 'classes:refusal.noKind'],
      [{ on: '2026-03-11' }, 'classes:refusal.offDay'],
      [{ on: '2026-03-09' }, 'classes:refusal.offDay'],
    ] as const)
      expect(await takeOff(clerk(), id, { ...off, ...change })).toMatchObject({ reason })
    expect(await drawList(clerk(), id, '2026-03-10')).toMatchObject({ reason: 'classes:refusal.frozen' })
    expect(listOf(id)).toEqual([['clinic', 'drawn', 'on']])
    expect(await takeOff(clerk(), id, off)).toEqual({ kind: 'changed' })
    expect(await traitsOf('clinic')).toEqual([['programme-party-school-2026', '2026-01-01', '2026-03-09']])
    expect(await takeOff(clerk(), id, off)).toMatchObject({ reason: 'classes:refusal.offAlready' })
    expect(await putOn(clerk(), id, { unitId: 'clinic', personId: '', on: '2026-03-10', reason: '又开业了' })).toEqual({ kind: 'changed' })
    expect(await traitsOf('clinic')).toEqual([
      ['programme-party-school-2026', '2026-01-01', '2026-03-09'],
      ['programme-party-school-2026', '2026-03-10', null],
    ])
    expect(await actsSoFar()).toEqual(expect.arrayContaining(['classes.listFrozen', 'classes.memberLeft', 'classes.memberJoined']))
  })

  it('takes nothing from another place, nothing twice, and nobody else changes it', async () => {
    const id = await made(medical, { placeId: 'west' })
    await drawList(clerk(), id, '2026-03-10')
    const hotel = { unitId: 'hotel', personId: '', on: '2026-03-10', reason: '想来' }
    expect(await putOn(clerk(), id, hotel)).toMatchObject({ reason: 'classes:refusal.noUnit' })
    expect(await putOn(clerk(), id, { ...hotel, unitId: 'clinic' })).toMatchObject({ reason: 'classes:refusal.onAlready' })
    await expect(putOn(eastern(), id, hotel)).rejects.toThrow(NotFound)
    await expect(freezeList(eastern(), id)).rejects.toThrow(NotFound)
    await expect(drawList(eastern(), id, '2026-03-10')).rejects.toThrow(NotFound)
  })
})
