import { beforeEach, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { recordEntries } from '~/data/rollcall/call-writers.server'
import { entriesAfter, entriesTextAfter, lastEntry, stampsOf } from '~/data/rollcall/entries.server'
import { transact } from '~/data/transact.server'
import { writtenEntry } from '~/domain/drills/logged-roll'
import type { Entry } from '~/domain/rollcall/event'
import { newId } from '~/gateways/secrets.server'
import { listed, planned } from '../../factories/held-drill'
import { type MadePerson, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

let chief: MadePerson
let callId = ''

beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  const hotel = await makeUnit('河西大酒店', 'HXDJ')
  chief = await makeEmployee(hotel, '保安队长')
  const drill = await planned(hotel, chief, [listed(chief, '保安队长')])
  callId = (await db().rollCall.findFirstOrThrow({ where: { subjectId: drill.id } })).id
})

it('keeps any number of entries in the order given, to the letter and the millisecond', async () => {
  const from = morning.getTime()
  const entries = Array.from({ length: 2000 }, (_, nth): Entry => {
    const text = `第“${nth}”条\n'引号' "quoted" ${nth}`
    const entry = writtenEntry(newId(), 'phone-of-chief', nth, chief.personId, from + nth * 7, { kind: 'note', text, zone: '' })
    const carried = nth % 3 === 0 ? { carriedBy: 'somebody' } : {}
    return { ...entry, ...carried, heard: nth % 2 === 0 ? null : from - nth, offset: 40 - nth, received: from }
  })
  const rows = entries.map((entry) => ({ callId, accountId: chief.accountId, entry, received: morning }))
  await transact((tx) => recordEntries(tx, rows))
  expect(entriesAfter(callId, 0).entries).toEqual(entries)
  expect((await db().rollEvent.findFirstOrThrow({ where: { nth: 11 } })).at).toEqual(new Date(from + 77))
  expect(await db().rollEvent.count({ where: { at: { gte: new Date(from + 7000) } } })).toBe(1000)
  await transact((tx) => recordEntries(tx, []))
})

it('tells a board what came since, as often as anything comes and wherever the board stood', async () => {
  const told: Entry[] = []
  const add = async (said: Entry['said']) => {
    const entry = {
      ...writtenEntry(newId(), 'phone-of-chief', told.length, chief.personId, morning.getTime(), said),
      received: morning.getTime(),
    }
    await transact((tx) => recordEntries(tx, [{ callId, accountId: chief.accountId, entry, received: morning }]))
    told.push(entry)
  }
  const stood = [0]
  for (let nth = 0; nth < 12; nth += 1) {
    await add(nth % 4 === 3 ? { kind: 'mark', mark: 'alarm', zone: '' } : { kind: 'note', text: `第${nth}条`, zone: '' })
    stood.push(lastEntry(callId))
    for (const [place, after] of stood.entries()) {
      const { entries, seq } = entriesAfter(callId, after)
      expect(entries).toEqual(told.slice(place))
      expect(entriesTextAfter(callId, after, JSON.stringify)).toEqual({ text: JSON.stringify(entries), seq })
      expect(seq).toBe(lastEntry(callId))
    }
  }
  expect(stampsOf(callId)).toEqual(told.filter(({ said }) => said.kind === 'mark'))
  expect(entriesTextAfter(callId, lastEntry(callId) + 7, JSON.stringify)).toEqual({ text: '[]', seq: lastEntry(callId) + 7 })
  expect(entriesAfter('another call', 0)).toEqual({ entries: [], seq: 0 })
})
