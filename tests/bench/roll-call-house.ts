// Makes the house of the roll-call bench in the data folder of the environment, and prints what its phones hold.
import { recordStation } from '../../app/data/rollcall/stations.server'
import { transact } from '../../app/data/transact.server'
import { makeDrill } from '../factories/roll-call'
import { type MadePerson, makeStreet, makeUnit } from '../factories/unit-people'
import type { Hall } from './hall'
import { cookieOf, makePeople, range, stationCode } from './hall-people'

const [people = 5000, marshals = 40] = process.argv.slice(2).map(Number)
const now = new Date()
const made = (id: string): MadePerson => ({ personId: id, accountId: id, staffNumber: id, postId: id })

await makeStreet()
const unit = await makeUnit('大楼', 'DALOU')
const crowd = range(people, 'person')
const callers = range(marshals, 'marshal')
await makePeople([...crowd, ...callers, 'chief'], { units: [unit.id], position: 'employee', now })
const zones = Object.fromEntries(callers.map((id, nth) => [`${nth + 1}层`, made(id)]))
const drill = await makeDrill(unit, { chief: made('chief'), marshals: zones, expected: crowd.map(made) }, now)
const stations = callers.map((id, nth) => ({ id, code: stationCode(nth), secret: `bench-${nth}` }))
await transact(async (tx) => {
  for (const { id, code, secret } of stations)
    await recordStation(tx, { id: `station-${id}`, code, secret, callId: drill.callId, personId: id, createdAt: now })
})
const hall: Hall = {
  entries: `/drills/${drill.id}/entries`,
  people: crowd.map((person) => ({ person, cookie: cookieOf(person) })),
  callers: stations.map(({ id, code, secret }, nth) => ({
    ...{ person: id, cookie: cookieOf(id), zone: `${nth + 1}层` },
    station: { code, secret },
  })),
}
process.stdout.write(JSON.stringify(hall), () => process.exit(0))
