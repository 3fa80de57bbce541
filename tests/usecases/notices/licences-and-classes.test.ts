import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { openNotices } from '~/data/notices/notices.server'
import { answerForm } from '~/domain/classes/answers'
import { answerInvitation } from '~/usecases/classes/answer-invitation.server'
import { tellDay } from '~/usecases/notices/tell-day.server'
import { actingPerson } from '../../factories/held-drill'
import { addLicence } from '../../factories/held-licences'
import { bodyOf, madeClass, madeProgramme } from '../../factories/planned-class'
import { grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let mall: MadeUnit
let boss: MadePerson
let manager: MadePerson
let welder: MadePerson
let clerk: MadePerson

const told = ({ accountId }: MadePerson, kind: string) => openNotices([accountId]).filter(({ body }) => body.kind === kind)
const tell = (day: string) => tellDay(setClock(`${day}T02:00:00Z`))

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock(morning.toISOString())
  await makeStreet()
  mall = await makeUnit('临河商场', 'LHSC')
  boss = await makeEmployee(mall, '老板', { position: 'responsible-person' })
  manager = await makeEmployee(mall, '管理员')
  welder = await makeEmployee(mall, '焊工', { position: 'welder' })
  clerk = await makeEmployee(mall, '文员')
  await grant(manager.accountId, mall)
})

describe('a licence', () => {
  const card = { id: 'card', kind: 'hot-work-special', checkedOn: '2026-01-05', topic: 'hot-work-special' }

  it('is told of 90, 60, 30 and 7 days before it runs out and when it has, each once', async () => {
    await addLicence({ ...card, personId: welder.personId, validTo: '2026-08-31' })
    const days = [
      '2026-06-01',
      '2026-06-02',
      '2026-06-03',
      '2026-07-01',
      '2026-07-02',
      '2026-07-20',
      '2026-08-01',
      '2026-08-24',
      '2026-08-31',
    ]
    for (const day of [...days, '2026-09-01', '2026-09-02', '2026-10-10']) await tell(day)
    const rows = await db().notice.findMany({ where: { kind: 'licence' }, orderBy: { on: 'asc' } })
    expect(rows.map(({ accountId, step, on }) => [accountId, step, on])).toEqual([
      [welder.accountId, '90 2026-08-31', '2026-06-02'],
      [welder.accountId, '60 2026-08-31', '2026-07-02'],
      [welder.accountId, '30 2026-08-31', '2026-08-01'],
      [welder.accountId, '7 2026-08-31', '2026-08-24'],
      [welder.accountId, 'over 2026-08-31', '2026-09-01'],
    ])
  })

  it('is for its holder; the manager hears how many there are', async () => {
    await addLicence({ ...card, personId: welder.personId, validTo: '2026-05-01' })
    await tell('2026-03-10')
    expect(told(welder, 'licence')).toHaveLength(1)
    expect(told(manager, 'licence')).toEqual([])
    expect(told(manager, 'unit')[0]?.body).toMatchObject({ licences: 1 })
  })
})

describe('an invitation to a class', () => {
  it('is told once to who may answer it, and is over when somebody has', async () => {
    const programme = await madeProgramme('street', [{ id: 'mall', subjectId: mall.id, unitId: mall.id }])
    await madeClass(programme, bodyOf(), ['mall'])
    await tell('2026-03-10')
    await tell('2026-03-11')
    for (const who of [boss, manager])
      expect(told(who, 'invitation').map(({ body, on }) => [body, on])).toMatchObject([
        [{ title: '第一期', on: '2026-03-20' }, expect.any(Number)],
      ])
    for (const who of [welder, clerk]) expect(told(who, 'invitation')).toEqual([])
    expect(await db().notice.count({ where: { kind: 'invitation' } })).toBe(2)
    const form = answerForm.parse({ kind: 'comes', person: boss.personId, classroom: 'main' })
    expect(await answerInvitation(actingPerson(boss, morning), { invitationId: 'asked-mall', form })).not.toMatchObject({ kind: 'refused' })
    await tell('2026-03-12')
    expect(told(boss, 'invitation')).toEqual([])
  })

  it('to a person is told to her, and not once the class has begun', async () => {
    const programme = await madeProgramme('street', [{ id: 'clerk', subjectKind: 'person', subjectId: clerk.personId, unitId: mall.id }])
    await madeClass(programme, bodyOf(), ['clerk'])
    await tell('2026-03-10')
    expect(told(clerk, 'invitation')).toHaveLength(1)
    expect(told(manager, 'invitation')).toEqual([])
    await tell('2026-03-21')
    expect(told(clerk, 'invitation')).toEqual([])
  })
})
