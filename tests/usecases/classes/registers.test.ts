import { beforeEach, describe, expect, it } from 'vitest'
import { findGrants } from '~/data/accounts/grants.server'
import { entriesIn, findEntry } from '~/data/classes/training-entries.server'
import { db } from '~/data/db.server'
import { actWords } from '~/documents/org/audit-sentence.server'
import { scopeFor } from '~/domain/accounts/scope'
import { type EntryBody, entryBodies, type Register } from '~/domain/classes/registers'
import { civilDay } from '~/domain/shared/civil-day'
import { NotFound } from '~/domain/shared/faults'
import { addTrainingEntry } from '~/usecases/classes/add-training-entry.server'
import { changeTrainingEntry } from '~/usecases/classes/change-training-entry.server'
import { endTrainingEntry } from '~/usecases/classes/end-training-entry.server'
import { emptyDatabase, setClock } from '../../factories/world'
import { addPerson, buildStreet, grant } from '../../routes/duties-pages/street-corner'

let now: Date
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T03:00:00Z')
  await buildStreet()
  for (const [id, name] of [
    ['east', '东街监督员'],
    ['county', '县里的'],
    ['schools', '教育局的'],
  ] as const)
    await addPerson(id, name)
  await grant('east', 'supervisor', { placeId: 'east' })
  await grant('county', 'supervisor', { placeId: 'county' })
  await grant('schools', 'supervisor', { placeId: 'county', sectors: '["education"]' })
})

const acting = (who: string) => ({
  now,
  today: civilDay(now),
  actor: { accountId: `account-${who}`, grants: findGrants(`account-${who}`) },
})
const scopeOf = (who: string) => scopeFor(findGrants(`account-${who}`), 'supervise', civilDay(now))
const base = {
  name: '东街消防科普馆',
  kind: 'base',
  address: '东街1号',
  offers: '烟道逃生',
  open: '周六',
  contact: '街道消防站',
  from: '2026-01-05',
}
const trainer = { name: '王老师', teaches: '微站操法', office: '东街消防站', from: '2026-01-05' }
const provider = { name: '安训学校', kind: 'school', teaches: '消控室操作', contact: '城南路2号', from: '2025-06-01' }
const full = (register: Register, body: EntryBody): EntryBody => entryBodies[register].parse(body)

async function enter(who: string, register: Register, body: EntryBody, placeId = 'east'): Promise<string> {
  const outcome = await addTrainingEntry(acting(who), { register, placeId, body: full(register, body) })
  return outcome.kind === 'added' ? outcome.id : outcome.reason
}
const acts = async () => (await db().auditEntry.findMany()).map(({ act, placeId }) => `${act} ${placeId}`).sort()

describe('the supervisor of a street', () => {
  it('enters a training base; those above see it, those beside do not, and the log says so in words', async () => {
    const id = await enter('east', 'base', base)
    expect((await findEntry(scopeOf('east'), 'base', id))?.body).toMatchObject({ name: '东街消防科普馆', open: '周六' })
    expect((await entriesIn(scopeOf('county'), 'base')).map((one) => one.id)).toEqual([id])
    expect(await entriesIn(scopeOf('schools'), 'base')).toEqual([])
    expect(await findEntry(scopeOf('east'), 'trainer', id)).toBe(null)
    expect(await acts()).toEqual(['training.baseAdded east'])
    expect(actWords('training.baseAdded', 'zh')).toBe('在培训基地名册里登记了一条')
  })

  it('has nothing to enter at other places, nor whoever supervises some sectors only', async () => {
    await expect(enter('east', 'base', base, 'west')).rejects.toBeInstanceOf(NotFound)
    await expect(enter('east', 'base', base, 'county')).rejects.toBeInstanceOf(NotFound)
    await expect(enter('schools', 'base', base)).rejects.toBeInstanceOf(NotFound)
    expect(await enter('east', 'base', base, '')).toBe('training:refusal.noPlace')
    expect(await db().trainingEntry.count()).toBe(0)
  })

  it('enters nothing twice', async () => {
    await enter('east', 'base', base)
    expect(await enter('east', 'base', { ...base, address: '别处' })).toBe('training:refusal.known')
    expect(await enter('county', 'base', base, 'county')).not.toContain('refusal')
    expect(await db().trainingEntryRevision.count()).toBe(2)
  })

  it('says which provider a trainer comes from, and only one that is in the register', async () => {
    const school = await enter('east', 'provider', provider)
    expect(await enter('east', 'trainer', { ...trainer, provider: 'nobody' })).toBe('training:refusal.noProvider')
    const id = await enter('east', 'trainer', { ...trainer, provider: school })
    expect((await findEntry(scopeOf('east'), 'trainer', id))?.body.provider).toBe(school)
    expect(await enter('county', 'trainer', { ...trainer, provider: school }, 'county')).not.toContain('refusal')
  })
})

describe('an entry that is changed', () => {
  const change = async (who: string, id: string, body: EntryBody, seen = 1) => {
    const outcome = await changeTrainingEntry(acting(who), { register: 'base', id, seen, body: full('base', body) })
    return outcome.kind === 'changed' ? 'changed' : outcome.reason
  }

  it('keeps what it said before, and is not written over by whoever read an older one', async () => {
    const id = await enter('east', 'base', base)
    expect(await change('county', id, { ...base, open: '周日' })).toBe('changed')
    expect(await change('east', id, { ...base, open: '周五' })).toBe('training:refusal.changedMeanwhile')
    expect(await change('east', id, { ...base, open: '周日' }, 2)).toBe('training:refusal.nothingNew')
    const kept = await db().trainingEntryRevision.findMany({ where: { entryId: id }, orderBy: { nth: 'asc' } })
    expect(kept.map(({ nth, by, body }) => [nth, by, JSON.parse(body).open])).toEqual([
      [1, 'account-east', '周六'],
      [2, 'account-county', '周日'],
    ])
    expect(await acts()).toEqual(['training.baseAdded east', 'training.baseChanged east'])
  })

  it('is not there for others', async () => {
    const id = await enter('county', 'base', base, 'county')
    await expect(change('east', id, { ...base, open: '周日' })).rejects.toBeInstanceOf(NotFound)
    const other = { register: 'trainer', id, seen: 1, body: full('trainer', trainer) } as const
    await expect(changeTrainingEntry(acting('county'), other)).rejects.toBeInstanceOf(NotFound)
    expect(await db().trainingEntryRevision.count()).toBe(1)
  })
})

describe('an entry that is taken out', () => {
  const end = async (who: string, id: string, lastDay: string) => {
    const outcome = await endTrainingEntry(acting(who), { register: 'base', id, lastDay, reason: '搬迁' })
    return outcome.kind === 'ended' ? 'ended' : outcome.reason
  }

  it('has its last day between the first and today, once, with the reason', async () => {
    const id = await enter('east', 'base', base)
    expect(await end('east', id, '2026-01-04')).toBe('training:refusal.beforeFirst')
    expect(await end('east', id, '2026-03-11')).toBe('training:refusal.ahead')
    expect(await end('east', id, '3月')).toBe('training:error.day')
    expect(await end('east', id, '2026-03-10')).toBe('ended')
    expect(await end('east', id, '2026-03-10')).toBe('training:refusal.ended')
    expect((await findEntry(scopeOf('east'), 'base', id))?.end).toMatchObject({ reason: '搬迁', by: 'account-east' })
    expect(await acts()).toEqual(['training.baseAdded east', 'training.baseEnded east'])
  })

  it('may be taken out before it begins, as a contest that is called off', async () => {
    const id = await enter('east', 'base', { ...base, from: '2026-05-01' })
    expect(await end('east', id, '2026-03-11')).toBe('training:refusal.ahead')
    expect(await end('east', id, '2026-03-10')).toBe('ended')
    const contest = { name: '技能大赛', on: '2026-05-01', kind: 'sector', level: 'street', organiser: '街道' }
    const planned = await enter('east', 'contest', contest)
    const off = { register: 'contest', id: planned, lastDay: '2026-03-10', reason: '取消' } as const
    expect(await endTrainingEntry(acting('east'), off)).toEqual({ kind: 'ended' })
  })

  it('cannot be changed any more, may be entered anew, and is not there for others', async () => {
    const id = await enter('east', 'base', base)
    await addPerson('west', '西街监督员')
    await grant('west', 'supervisor', { placeId: 'west' })
    await expect(end('west', id, '2026-03-10')).rejects.toBeInstanceOf(NotFound)
    await end('east', id, '2026-03-10')
    const changed = await changeTrainingEntry(acting('east'), {
      register: 'base',
      id,
      seen: 1,
      body: full('base', { ...base, open: '周日' }),
    })
    expect(changed).toMatchObject({ reason: 'training:refusal.ended' })
    expect(await enter('east', 'base', base)).not.toContain('refusal')
  })
})
