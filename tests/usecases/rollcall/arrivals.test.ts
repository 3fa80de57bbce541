import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { recordList } from '~/data/rollcall/call-writers.server'
import { findCall } from '~/data/rollcall/calls.server'
import { entriesAfter } from '~/data/rollcall/entries.server'
import { transact } from '~/data/transact.server'
import { rollOf } from '~/domain/rollcall/presence'
import { NotFound } from '~/domain/shared/faults'
import { newId } from '~/gateways/secrets.server'
import { claimArrival } from '~/usecases/rollcall/claim-arrival.server'
import { forgetUnclaimed, receiveArrival } from '~/usecases/rollcall/receive-arrival.server'
import { showCode } from '~/usecases/rollcall/show-code.server'
import { actsSoFar } from '../../factories/administration'
import { enter, type MadeDrill, makeDrill, shownAt, stepTo } from '../../factories/roll-call'
import { acting, grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

const second = 1000
const minute = 60 * second
const later = (milliseconds: number) => new Date(morning.getTime() + milliseconds)

let hotel: MadeUnit
let chief: MadePerson
let marshal: MadePerson
let boss: MadePerson
let staff: MadePerson[]
let drill: MadeDrill
let station: string

beforeAll(async () => {
  await emptyDatabase()
  setClock(morning.toISOString())
  await makeStreet()
  hotel = await makeUnit('河西大酒店', 'HXDJ')
  boss = await makeEmployee(hotel, '老板娘', { position: 'fire-manager' })
  chief = await makeEmployee(hotel, '指挥员')
  marshal = await makeEmployee(hotel, '三层长')
  await grant(boss.accountId, hotel)
  staff = []
  for (let nth = 0; nth < 25; nth += 1) staff.push(await makeEmployee(hotel, `员工${nth}`))
})
beforeEach(async () => {
  drill = await makeDrill(hotel, { chief, marshals: { 三层: marshal }, expected: staff }, morning)
  station = await opened(marshal)
})

const person = (nth: number): MadePerson => {
  const found = staff[nth]
  if (found === undefined) throw new Error(`no employee ${nth}`)
  return found
}
const asking = (who: MadePerson, at = morning) => ({
  ...acting(who.accountId, at),
  actor: { ...acting(who.accountId, at).actor, personId: who.personId },
})
async function opened(who: MadePerson, of = drill): Promise<string> {
  const shown = await showCode(asking(who), of.id)
  if (shown.kind !== 'station') throw new Error(shown.reason)
  return shown.code
}
/** Somebody scans what a screen showed, and his browser holds it. */
async function scan(shown = morning, arrives = shown, of = station): Promise<string> {
  const found = await receiveArrival(shownAt(of, shown), null, arrives)
  if (found.kind !== 'held') throw new Error(found.kind)
  return found.token
}
let phones = 0
function ownPhone(): string {
  phones += 1
  return `PHONE${phones}`
}
const claim = (who: MadePerson, token: string, now: Date, browser = ownPhone(), name = '某人') =>
  claimArrival({ now, actor: { accountId: who.accountId, personId: who.personId, name }, browser }, token)

const entries = (of = drill) => entriesAfter(of.callId, 0).entries
async function rollNow(of = drill, begins: Date | null = null) {
  const call = await findCall('drill', of.id)
  if (call === null) throw new Error('no call')
  return rollOf(call.expected, entries(of), call.roles, begins?.getTime() ?? null)
}

describe('the code of a phone', () => {
  it('is the same at every asking, another one for each person, and only for who calls the roll', async () => {
    const first = await showCode(asking(marshal), drill.id)
    expect(first).toMatchObject({ kind: 'station', code: expect.stringMatching(/^[2-9A-HJKMNP-Z]{4}$/) })
    expect(await showCode(asking(marshal), drill.id)).toEqual(first)
    const ofChief = await showCode(asking(chief), drill.id)
    const ofBoss = await showCode(asking(boss), drill.id)
    const secrets = [first, ofChief, ofBoss].map((one) => (one.kind === 'station' ? one.secret : ''))
    expect(new Set(secrets).size).toBe(3)
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    await expect(showCode(asking(person(0)), drill.id)).rejects.toBeInstanceOf(NotFound)
    await expect(showCode(asking(marshal), newId(morning))).rejects.toBeInstanceOf(NotFound)
    expect((await actsSoFar()).filter((act) => act === 'rollcall.stationOpened').length).toBeGreaterThanOrEqual(3)
  })

  it('is one station even when two phones of one person ask at once', async () => {
    const other = await makeDrill(hotel, { chief, marshals: { 三层: marshal }, expected: staff }, morning)
    const shown = await Promise.all([1, 2, 3].map(() => showCode(asking(marshal), other.id)))
    expect(new Set(shown.map((one) => JSON.stringify(one))).size).toBe(1)
  })

  it('is not shown for a drill that is closed', async () => {
    await stepTo(drill, 'called-off', chief, morning)
    expect(await showCode(asking(marshal), drill.id)).toMatchObject({ reason: 'rollcall:refusal.closed' })
  })
})

describe('a scan', () => {
  it('checks in at the instant of the scan, however long the sign-in took', async () => {
    const token = await scan(morning, later(7 * second))
    expect(await claim(person(0), token, later(9 * minute))).toEqual({ kind: 'checked-in', told: 'counted' })
    expect(entries()).toMatchObject([
      {
        said: { kind: 'seen', who: person(0).personId, way: 'code', zone: '三层' },
        at: later(7 * second).getTime(),
        clock: later(7 * second).getTime(),
        received: later(9 * minute).getTime(),
        by: person(0).personId,
      },
    ])
    expect((await rollNow()).totals).toMatchObject({ there: 1, missing: 24 })
  })

  it.each([
    ['20 seconds old', 20 * second, 'held'],
    ['a forwarded picture, 20.001 seconds old', 20 * second + 1, 'unreadable'],
    ['a picture of ten minutes ago', 10 * minute, 'unreadable'],
    ['from a phone 2 seconds ahead', -2 * second, 'held'],
    ['from the next minute', -minute, 'unreadable'],
  ])('%s', async (_what, age, kind) => {
    expect(await receiveArrival(shownAt(station, morning), null, later(age))).toMatchObject({ kind })
    expect(entries()).toEqual([])
  })

  it('of letters that were never shown is counted as a guess, an old picture is not', async () => {
    expect(await receiveArrival(shownAt(station, morning), null, later(minute))).toMatchObject({ isGuessed: false })
    expect(await receiveArrival(`${station}2222`, null, morning)).toMatchObject({ isGuessed: true })
    for (const unknown of ['', 'ABC', '中文'.repeat(500), '%00', `${station}0000`])
      expect(await receiveArrival(unknown, null, morning)).toEqual({ kind: 'unreadable', isGuessed: false })
  })

  it('reads what is typed in any case, with spaces', async () => {
    const shown = shownAt(station, morning).toLowerCase()
    expect(await receiveArrival(`${shown.slice(0, 4)} ${shown.slice(4)}`, null, morning)).toMatchObject({ kind: 'held' })
  })

  it('opened again in the same browser goes on with the arrival that it made', async () => {
    const token = await scan()
    expect(await receiveArrival(shownAt(station, morning), token, later(5 * second))).toEqual({ kind: 'known' })
    expect(await receiveArrival(shownAt(station, morning), token, later(10 * minute))).toEqual({ kind: 'known' })
    expect(await receiveArrival(shownAt(station, morning), token, later(10 * minute + 1))).toMatchObject({ kind: 'unreadable' })
    await claim(person(0), token, later(5 * second))
    expect(await receiveArrival(shownAt(station, morning), token, later(6 * second))).toMatchObject({ kind: 'held' })
  })
})

describe('an arrival', () => {
  it.each([
    ['a millisecond before ten minutes', 10 * minute - 1, 'checked-in'],
    ['at ten minutes', 10 * minute, 'checked-in'],
    ['a millisecond later', 10 * minute + 1, 'refused'],
  ])('is held for the sign-in: %s', async (_when, past, kind) => {
    expect(await claim(person(1), await scan(), later(past))).toMatchObject({ kind })
    expect(entries()).toHaveLength(kind === 'refused' ? 0 : 1)
  })

  it('is claimed once: the next one with it is refused, and the same person is told that he is in', async () => {
    const token = await scan()
    await claim(person(0), token, later(second))
    expect(await claim(person(1), token, later(2 * second))).toMatchObject({ reason: 'rollcall:refusal.used' })
    expect(await claim(person(0), token, later(3 * second))).toEqual({ kind: 'before' })
    expect(entries()).toHaveLength(1)
  })

  it('that nobody was given is refused', async () => {
    expect(await claim(person(0), 'A'.repeat(26), morning)).toMatchObject({ reason: 'rollcall:refusal.none' })
  })

  it('counts once when two claim at once, and a person once when two of his phones do', async () => {
    const token = await scan()
    const two = await Promise.all([claim(person(0), token, later(second)), claim(person(1), token, later(second))])
    expect(two.map(({ kind }) => kind).sort()).toEqual(['checked-in', 'refused'])
    const [one, other] = [await scan(), await scan()]
    const same = await Promise.all([claim(person(2), one, later(second)), claim(person(2), other, later(second))])
    expect(same.map(({ kind }) => kind).sort()).toEqual(['before', 'checked-in'])
    expect(entries()).toHaveLength(2)
    expect((await rollNow()).totals.there).toBe(2)
  })

  it('is taken from one of two records of one person, by whichever the list names him', async () => {
    const again = await makeEmployee(hotel, '员工3')
    await transact((tx) => tx.person.update({ where: { id: again.personId }, data: { mergedIntoId: person(3).personId } }))
    expect(await claim(again, await scan(), later(second))).toMatchObject({ told: 'counted' })
    expect(await claim(person(3), await scan(), later(second))).toEqual({ kind: 'before' })
    expect((await rollNow()).people.get(person(3).personId)).toMatchObject({ state: 'there' })
    expect((await rollNow()).totals).toMatchObject({ there: 1, expected: 25 })
  })
})

describe('a record that was joined after the list was drawn', () => {
  it('is found under the name that the list still has', async () => {
    const now = await makeEmployee(hotel, '员工24')
    await transact((tx) => tx.person.update({ where: { id: person(24).personId }, data: { mergedIntoId: now.personId } }))
    expect(await claim(now, await scan(), later(second))).toMatchObject({ told: 'counted' })
    expect((await rollNow()).people.get(person(24).personId)).toMatchObject({ state: 'there' })
  })
})

describe('what is put before the commander', () => {
  it('is one phone for twenty people: the first counts, nineteen wait, none is lost', async () => {
    const told: unknown[] = []
    for (let nth = 0; nth < 20; nth += 1) {
      const at = later(nth * 20 * second)
      told.push(await claim(person(nth), await scan(at), at, 'ONE-PHONE'))
    }
    expect(told).toEqual([
      { kind: 'checked-in', told: 'counted' },
      ...Array.from({ length: 19 }, () => ({ kind: 'checked-in', told: 'browser' })),
    ])
    const roll = await rollNow()
    expect(roll.totals).toMatchObject({ there: 1, missing: 24 })
    expect(roll.doubts.map(({ doubt, decided }) => [doubt, decided])).toEqual(Array.from({ length: 19 }, () => ['browser', null]))
    const [doubted] = roll.doubts
    await enter(drill, chief, { kind: 'decided', of: doubted?.entry.id ?? '', counts: true }, later(8 * minute))
    expect((await rollNow()).totals.there).toBe(2)
  })

  it('is no doubt where the same phone serves another drill', async () => {
    await claim(person(0), await scan(), morning, 'ONE-PHONE-TWO-DRILLS')
    const other = await makeDrill(hotel, { chief, marshals: { 三层: marshal }, expected: staff }, morning)
    const there = await opened(marshal, other)
    expect(await claim(person(1), await scan(morning, morning, there), morning, 'ONE-PHONE-TWO-DRILLS')).toMatchObject({ told: 'counted' })
  })

  it('is the code of another drill: it enters a stranger there, and nobody here', async () => {
    const school = await makeUnit('河西小学', `X${phones}`)
    const head = await makeEmployee(school, '校长')
    const other = await makeDrill(school, { chief: head, marshals: { 操场: head }, expected: [] }, morning)
    const token = await scan(morning, morning, await opened(head, other))
    expect(await claim(person(4), token, morning, ownPhone(), '员工4')).toEqual({ kind: 'checked-in', told: 'stranger' })
    expect(entries()).toEqual([])
    const roll = await rollNow(other)
    expect(roll.totals).toMatchObject({ there: 0, walkIns: 0 })
    expect(roll.doubts).toMatchObject([{ doubt: 'stranger', entry: { said: { kind: 'walk-in', name: '员工4' }, by: person(4).personId } }])
  })

  it('never doubts who scanned first and signed in last', async () => {
    const early = await scan(morning)
    const late = await scan(later(8 * minute))
    await claim(person(0), late, later(8 * minute))
    await claim(person(1), early, later(9 * minute))
    expect((await rollNow()).totals.there).toBe(2)
  })
})

describe('a drill that is over', () => {
  it('takes no scan after all clear, and still who had scanned before', async () => {
    const token = await scan(morning)
    const stamp = await enter(drill, chief, { kind: 'mark', mark: 'all-clear', zone: '' }, later(minute))
    expect(await receiveArrival(shownAt(station, later(2 * minute)), null, later(2 * minute))).toEqual({ kind: 'over', of: 'drill' })
    expect(await claim(person(0), token, later(3 * minute))).toMatchObject({ told: 'counted' })
    await enter(drill, chief, { kind: 'undo', of: stamp }, later(4 * minute))
    expect(await receiveArrival(shownAt(station, later(5 * minute)), null, later(5 * minute))).toMatchObject({ kind: 'held' })
  })

  it.each(['signed', 'called-off'] as const)('%s takes neither a scan nor what was scanned before', async (kind) => {
    const token = await scan(morning)
    await stepTo(drill, kind, chief, later(minute))
    expect(await receiveArrival(shownAt(station, later(2 * minute)), null, later(2 * minute))).toEqual({ kind: 'over', of: 'drill' })
    expect(await claim(person(0), token, later(2 * minute))).toMatchObject({ reason: 'rollcall:refusal.closed' })
    expect(entries()).toEqual([])
  })
})

describe('a list that is drawn anew', () => {
  it('counts from then on', async () => {
    const late = await makeEmployee(hotel, '新员工')
    await claim(person(0), await scan(), morning)
    const call = await findCall('drill', drill.id)
    if (call === null) throw new Error('no call')
    const entry = { id: late.personId, kind: 'person' as const, name: '新员工', department: '', zone: '', count: null, help: '' }
    const list = { callId: call.id, entries: [...call.expected, entry], roles: call.roles, at: morning, by: chief.accountId }
    await transact((tx) => recordList(tx, { id: newId(morning), ...list }))
    expect(await claim(late, await scan(), morning)).toMatchObject({ told: 'counted' })
  })
})

describe('what nobody has claimed', () => {
  it('is forgotten after a day; what an entry rests on stays', async () => {
    const day = 24 * 60 * minute
    await claim(person(0), await scan(), morning)
    await scan()
    const left = () => db().rollArrival.count({ where: { callId: drill.callId } })
    await forgetUnclaimed(later(day))
    expect(await left()).toBe(2)
    await forgetUnclaimed(later(day + second))
    expect(await left()).toBe(1)
    expect(await db().rollArrivalClaim.count({ where: { callId: drill.callId } })).toBe(1)
  })
})

describe('a house that leaves together', () => {
  it('checks in three hundred at once, each once, although half of them press twice', async () => {
    const people = await Promise.all(Array.from({ length: 300 }, (_, nth) => makeEmployee(hotel, `客房${nth}`)))
    const large = await makeDrill(hotel, { chief, marshals: { 三层: marshal }, expected: people }, morning)
    const there = await opened(marshal, large)
    const tokens = await Promise.all(people.map(() => scan(morning, later(5 * second), there)))
    const answers = await Promise.all(
      people.flatMap((who, nth) => {
        const press = (browser: string) => claim(who, tokens[nth] ?? '', later(30 * second), browser)
        return nth % 2 === 0 ? [press(`LARGE${nth}`)] : [press(`LARGE${nth}`), press(`LARGE${nth}`)]
      }),
    )
    expect(answers.filter(({ kind }) => kind === 'checked-in')).toHaveLength(300)
    expect(answers.filter(({ kind }) => kind === 'before')).toHaveLength(150)
    expect(entries(large)).toHaveLength(300)
    expect(new Set(entries(large).map(({ said }) => 'who' in said && said.who)).size).toBe(300)
    expect(new Set(entries(large).map(({ device, nth }) => `${device} ${nth}`)).size).toBe(300)
    expect((await rollNow(large)).totals).toMatchObject({ there: 300, missing: 0 })
    expect(await db().rollArrivalClaim.count({ where: { callId: large.callId } })).toBe(300)
  })
})
