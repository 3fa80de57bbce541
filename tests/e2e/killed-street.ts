// Makes in the data folder of the environment whoever works while the server is killed, and prints what they hold. Sizes: sitters, strangers to the answers, marshals, people of the class.
import { recordSeat } from '../../app/data/classes/seats.server'
import { findCall } from '../../app/data/rollcall/calls.server'
import { recordStation } from '../../app/data/rollcall/stations.server'
import { transact } from '../../app/data/transact.server'
import { partSubject } from '../../app/domain/classes/class-body'
import { openPartCall } from '../../app/usecases/classes/open-part-call.server'
import { cookieOf, makePeople, range } from '../bench/hall-people'
import { asking, supervise } from '../factories/held-class'
import { bodyOf, madeClass, madeProgramme } from '../factories/planned-class'
import { makeDrill } from '../factories/roll-call'
import { type MadePerson, makeStreet, makeUnit, morning } from '../factories/unit-people'

export type Holder = { person: string; cookie: string }
export type KilledStreet = {
  sitters: Holder[]
  failing: Holder[]
  drill: { id: string; callId: string; marshals: Holder[]; expected: string[] }
  part: { callId: string; people: Holder[]; station: { code: string; secret: string } }
}

const [sitters = 50, failing = 10, marshals = 6, comers = 100] = process.argv.slice(2).map(Number)
const made = (id: string): MadePerson => ({ personId: id, accountId: id, staffNumber: id, postId: id })
const held = (ids: readonly string[]): Holder[] => ids.map((person) => ({ person, cookie: cookieOf(person) }))
const lessons = (process.env.LESSONS ?? '').split(' ')

await makeStreet()
const unit = await makeUnit('大楼', 'DALOU')
const people = {
  sitters: range(sitters, 'sitter'),
  failing: range(failing, 'failing'),
  marshals: range(marshals, 'marshal'),
  comers: range(comers, 'comer'),
}
const everybody = Object.values(people).flat()
await makePeople([...everybody, 'chief', 'organiser', 'lead'], { units: [unit.id], position: 'employee', now: morning })
await transact(async (tx) => {
  const learners = [...people.sitters, ...people.failing]
  await tx.lessonProgress.createMany({
    data: learners.flatMap((personId) =>
      lessons.map((lesson) => ({ personId, course: 'pre-job', lesson, openedAt: morning, completedAt: morning })),
    ),
  })
})

const zones = Object.fromEntries(people.marshals.map((id, nth) => [`${nth + 1}层`, made(id)]))
const expected = people.sitters
const drill = await makeDrill(unit, { chief: made('chief'), marshals: zones, expected: expected.map(made) }, morning)

await supervise(made('lead'), 'street')
const programme = await madeProgramme('street', [{ id: 'line', subjectId: unit.id, unitId: unit.id }])
const key = 'morning'
const classId = await madeClass(
  programme,
  bodyOf({
    parts: [{ key, name: '上午', kind: 'lesson', on: '2026-03-10', from: '00:00', to: '23:59' }],
    classrooms: [{ id: 'room', name: '主课堂', place: '二楼', seats: comers, stream: '', organiser: { id: 'organiser', name: '组织人' } }],
  }),
)
await transact(async (tx) => {
  for (const [nth, personId] of people.comers.entries())
    await recordSeat(tx, {
      ...{ id: `seat-${nth}`, classId, classroomId: 'room', personId, unitId: unit.id },
      ...{ asDeputy: false, way: 'invited', at: morning, by: 'system' },
    })
})
const opened = await openPartCall(asking(made('lead'), morning), { classId, key })
const call = await findCall('class', partSubject(classId, key))
if (opened.kind === 'refused' || opened.expected !== comers || call === null)
  throw new Error(`not everybody is listed: ${JSON.stringify(opened)}`)
const station = { code: 'ABCD', secret: 'a secret of this class' }
await transact((tx) => recordStation(tx, { id: 'station', ...station, callId: call.id, personId: 'organiser', createdAt: morning }))

const street: KilledStreet = {
  sitters: held(people.sitters),
  failing: held(people.failing),
  drill: { ...drill, marshals: held(people.marshals), expected },
  part: { callId: call.id, people: held(people.comers), station },
}
process.stdout.write(JSON.stringify(street), () => process.exit(0))
