import { beforeAll, beforeEach, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { answerForm } from '~/domain/classes/answers'
import { civilDay } from '~/domain/shared/civil-day'
import { answerInvitation } from '~/usecases/classes/answer-invitation.server'
import { makeFeed } from '~/usecases/notices/make-feed.server'
import { readFeed } from '~/usecases/notices/read-feed.server'
import { actingPerson, planned } from '../../factories/held-drill'
import { bodyOf, madeClass, madeProgramme } from '../../factories/planned-class'
import { acting, grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let mall: MadeUnit
let boss: MadePerson
let manager: MadePerson
let clerk: MadePerson
let stranger: MadePerson

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock(morning.toISOString())
  await makeStreet()
  mall = await makeUnit('临河商场', 'LHSC')
  boss = await makeEmployee(mall, '老板', { position: 'responsible-person' })
  manager = await makeEmployee(mall, '管理员')
  clerk = await makeEmployee(mall, '文员')
  stranger = await makeEmployee(await makeUnit('临河广场', 'LHGC'), '外人')
  await grant(manager.accountId, mall)
})

/** The entries with hours in somebody's calendar: when they begin, and what they are called. */
async function hours(who: MadePerson, unitId: string | null = null): Promise<string[]> {
  const { token } = await makeFeed(acting(who.accountId), { unitId, locale: 'zh' })
  const text = ((await readFeed(token, civilDay(morning))) ?? '').replace(/\r\n /g, '')
  return text
    .split('BEGIN:VEVENT')
    .flatMap((entry) => {
      const begins = /DTSTART:(\S+)/.exec(entry)?.[1]
      return begins === undefined ? [] : [`${begins} ${/SUMMARY:(.*)\r/.exec(entry)?.[1]} ${/STATUS:(\w+)/.exec(entry)?.[1]}`]
    })
    .sort()
}

it('a drill is in the calendar of everybody who works there, and of the unit; one that is unannounced only for who leads it', async () => {
  await planned(mall, boss, [], { on: '2026-03-20' })
  await planned(mall, boss, [], { on: '2026-03-25', title: '暗访演练', unannounced: true })
  await planned(mall, boss, [], { on: '2026-01-20', title: '早已过去' })
  const [open, secret] = ['20260320T010000Z 三月演练 CONFIRMED', '20260325T010000Z 暗访演练 CONFIRMED']
  expect(await hours(clerk)).toEqual([open])
  expect(await hours(boss)).toEqual([open, secret])
  expect(await hours(manager)).toEqual([open])
  expect(await hours(manager, mall.id)).toEqual([open, secret])
  expect(await hours(stranger)).toEqual([])
})

it('a class is in the calendar of the unit that is asked and of whoever comes, part by part', async () => {
  const programme = await madeProgramme('street', [{ id: 'mall', subjectId: mall.id, unitId: mall.id }])
  await madeClass(programme, bodyOf(), ['mall'])
  expect(await hours(boss)).toEqual([])
  const form = answerForm.parse({ kind: 'comes', person: boss.personId, classroom: 'main' })
  expect(await answerInvitation(actingPerson(boss), { invitationId: 'asked-mall', form })).not.toMatchObject({ kind: 'refused' })
  const parts = ['20260320T010000Z', '20260320T060000Z']
  expect((await hours(boss)).map((entry) => entry.split(' ')[0])).toEqual(parts)
  expect((await hours(manager, mall.id)).map((entry) => entry.split(' ')[0])).toEqual(parts)
  expect(await hours(clerk)).toEqual([])
})
