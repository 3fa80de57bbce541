// Makes the house of the roll-call bench in the data folder of the environment, and prints what its phones hold.
import { createHash } from 'node:crypto'
import { recordStation } from '../../app/data/rollcall/stations.server'
import { transact } from '../../app/data/transact.server'
import { makeDrill } from '../factories/roll-call'
import { type MadePerson, makeStreet, makeUnit } from '../factories/unit-people'

/** One phone: whose it is, and its session. */
export type Holder = { person: string; cookie: string }
export type House = { drill: string; people: Holder[]; marshals: (Holder & { zone: string; station: { code: string; secret: string } })[] }

const [people = 5000, marshals = 40] = process.argv.slice(2).map(Number)
const now = new Date()
const expiresAt = new Date(now.getTime() + 86_400_000)
const range = (count: number, name: string) => Array.from({ length: count }, (_, nth) => `${name}-${nth}`)
const made = (id: string): MadePerson => ({ personId: id, accountId: id, staffNumber: id, postId: id })
const cookieOf = (id: string) => `mingbai_session=SECRET-${id}`

await makeStreet()
const unit = await makeUnit('大楼', 'DALOU')
const crowd = range(people, 'person')
const callers = range(marshals, 'marshal')
const everybody = [...crowd, ...callers, 'chief']
await transact(async (tx) => {
  await tx.person.createMany({ data: everybody.map((id, nth) => ({ id, name: `员工${nth}`, createdAt: now })) })
  await tx.account.createMany({ data: everybody.map((id) => ({ id, personId: id, staffNumber: id, createdAt: now })) })
  await tx.post.createMany({
    data: everybody.map((id) => ({
      id,
      personId: id,
      unitId: unit.id,
      position: 'employee',
      from: '2024-01-01',
      cardToken: id,
      createdAt: now,
    })),
  })
  const ends = { createdAt: now, seenAt: now, expiresAt, absoluteAt: expiresAt }
  await tx.session.createMany({
    data: everybody.map((id) => ({
      id: createHash('sha256').update(`SECRET-${id}`).digest('hex'),
      accountId: id,
      kind: 'learner',
      ...ends,
    })),
  })
})
const zones = Object.fromEntries(callers.map((id, nth) => [`${nth + 1}层`, made(id)]))
const drill = await makeDrill(unit, { chief: made('chief'), marshals: zones, expected: crowd.map(made) }, now)
const stations = callers.map((id, nth) => ({
  id,
  code: `${'ABCDEFGHJK'[Math.floor(nth / 10)] ?? 'Z'}${'ABCDEFGHJK'[nth % 10] ?? 'Z'}AA`,
  secret: `bench-${nth}`,
}))
await transact(async (tx) => {
  for (const { id, code, secret } of stations)
    await recordStation(tx, { id: `station-${id}`, code, secret, callId: drill.callId, personId: id, createdAt: now })
})
const house: House = {
  drill: drill.id,
  people: crowd.map((person) => ({ person, cookie: cookieOf(person) })),
  marshals: stations.map(({ id, code, secret }, nth) => ({
    person: id,
    cookie: cookieOf(id),
    zone: `${nth + 1}层`,
    station: { code, secret },
  })),
}
process.stdout.write(JSON.stringify(house), () => process.exit(0))
