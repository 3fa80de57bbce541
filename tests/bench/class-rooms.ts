// Makes the class of the sign-in bench in the data folder of the environment, its roll opened, and prints what its phones hold.

import { recordSeat } from '../../app/data/classes/seats.server'
import { findCall } from '../../app/data/rollcall/calls.server'
import { recordStation } from '../../app/data/rollcall/stations.server'
import { transact } from '../../app/data/transact.server'
import { type ClassBody, partSubject } from '../../app/domain/classes/class-body'
import { civilDay } from '../../app/domain/shared/civil-day'
import { formatDay } from '../../app/domain/shared/day'
import { openPartCall } from '../../app/usecases/classes/open-part-call.server'
import { asking, supervise } from '../factories/held-class'
import { bodyOf, madeClass, madeProgramme } from '../factories/planned-class'
import { type MadePerson, makeStreet, morning } from '../factories/unit-people'
import type { Hall } from './hall'
import { cookieOf, makePeople, range, stationCode } from './hall-people'

const [people = 2000, rooms = 12] = process.argv.slice(2).map(Number)
const now = new Date()
const part = 'morning'
const made = (id: string): MadePerson => ({ personId: id, accountId: id, staffNumber: id, postId: id })

await makeStreet()
const units = range(people, 'unit')
await transact((tx) =>
  tx.unit.createMany({
    data: units.map((id, nth) => ({
      ...{ id, placeId: 'street', name: `商场${nth}`, sector: 'commerce', shortCode: id, from: '2020-01-01', createdAt: morning },
    })),
  }),
)
const crowd = range(people, 'person')
const organisers = range(rooms, 'organiser')
await makePeople([...crowd, ...organisers, 'lead'], { units, position: 'responsible-person', now })
await supervise(made('lead'), 'street')
const programme = await madeProgramme(
  'street',
  units.map((id) => ({ id: `line-${id}`, subjectId: id, unitId: id })),
)
const seats = Math.ceil(people / rooms)
const body: ClassBody = bodyOf({
  parts: [{ key: part, name: '上午', kind: 'lesson', on: formatDay(civilDay(now)), from: '00:00', to: '23:59' }],
  classrooms: organisers.map((id, nth) => ({
    ...{ id: `room-${nth}`, name: `第${nth + 1}课堂`, place: `${nth + 1}号楼`, seats, stream: '' },
    organiser: { id, name: `组织人${nth + 1}` },
  })),
})
const classId = await madeClass(programme, body)
await transact(async (tx) => {
  for (const [nth, personId] of crowd.entries())
    await recordSeat(tx, {
      ...{ id: `seat-${nth}`, classId, classroomId: `room-${nth % rooms}`, personId, unitId: units[nth] ?? '' },
      ...{ asDeputy: false, way: 'invited', at: morning, by: 'system' },
    })
})
const opened = await openPartCall(asking(made('lead'), now), { classId, key: part })
const call = await findCall('class', partSubject(classId, part))
if (opened.kind === 'refused' || opened.expected !== people || call === null)
  throw new Error(`not everybody is listed: ${JSON.stringify(opened)}`)
const stations = organisers.map((id, nth) => ({ id, code: stationCode(nth), secret: `bench-${nth}` }))
await transact(async (tx) => {
  for (const { id, code, secret } of stations)
    await recordStation(tx, { id: `station-${id}`, code, secret, callId: call.id, personId: id, createdAt: now })
})
const hall: Hall = {
  entries: `/classes/${classId}/parts/${part}/entries`,
  people: crowd.map((person) => ({ person, cookie: cookieOf(person) })),
  callers: stations.map(({ id, code, secret }, nth) => ({
    ...{ person: id, cookie: cookieOf(id), zone: `第${nth + 1}课堂` },
    station: { code, secret },
  })),
}
process.stdout.write(JSON.stringify(hall), () => process.exit(0))
