// Loads the sample street into an empty database; npm start calls it in sample mode.
import { pathToFileURL } from 'node:url'
import { catalogue } from '../app/content/catalogue.server'
import { recordSerialsGiven } from '../app/data/credentials/serials.server'
import { closeDatabase, db } from '../app/data/db.server'
import { type NewEvidence, recordEvidenceOf } from '../app/data/duties/evidence.server'
import { type Tx, transact } from '../app/data/transact.server'
import { certificateNumber } from '../app/domain/credentials/number'
import { type Day, formatDay } from '../app/domain/shared/day'
import { readClock } from '../app/gateways/clock.server'
import { hashPassword } from '../app/gateways/passwords.server'
import { newId } from '../app/gateways/secrets.server'
import { civilDay } from '../app/http/civil-day'
import { type Cast, castOf, samplePassword } from './sample/cast'
import { keepInOffice, loadClasses } from './sample/classes'
import { loadDrills } from './sample/drills'
import { loadHotWork } from './sample/hot-work'
import { insertRows } from './sample/insert-rows'
import { loadLicences } from './sample/licences'
import { chance } from './sample/names'
import { type Plan, type PlannedPerson, planStreet } from './sample/plan'
import { loadPosters } from './sample/posters'
import { loadPracticals } from './sample/practicals'
import { loadOldPaper } from './sample/refresher-due'
import { loadResponsibility } from './sample/responsibility'
import { sampleDrills, switchedOn, yearBegin } from './sample/switched-on'
import { loadRegisters } from './sample/training-registers'
import { loadWatch } from './sample/watch'

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** The instant of 09:00 in Asia/Shanghai on a day. */
const morning = (day: Day): Date => new Date(`${formatDay(day)}T01:00:00.000Z`)

async function loadPlaces(tx: Tx, plan: Plan, at: Date) {
  for (const place of plan.places) await tx.place.create({ data: { ...place, createdAt: at } })
}

async function loadUnits(tx: Tx, plan: Plan, at: Date) {
  const since = '2020-01-01'
  for (const { traits, joinCode, ...unit } of plan.units) {
    await tx.unit.create({
      data: {
        ...unit,
        from: since,
        createdAt: at,
        traits: { create: traits.map((trait, index) => ({ id: `${unit.id}-${index}`, trait, from: since })) },
        joinCodes: { create: [{ id: `${unit.id}-join`, code: joinCode, createdAt: at }] },
      },
    })
  }
}

async function loadAdoptions(tx: Tx, plan: Plan, today: Day, at: Date) {
  const [county] = plan.places
  if (county === undefined) return
  const from = formatDay(yearBegin(today))
  for (const dutyId of switchedOn)
    await tx.dutyAdoption.create({
      data: { id: `sample-${dutyId}`, dutyId, placeId: county.id, from, adoptedBy: 'system', createdAt: at },
    })
}

async function loadPeople(tx: Tx, plan: Plan, cast: Cast, passwordHash: string, at: Date) {
  const random = chance(7)
  const token = () => Array.from({ length: 26 }, () => letters[Math.floor(random() * letters.length)]).join('')
  const shortCodes = new Map(plan.units.map((unit) => [unit.id, unit.shortCode]))
  const serial = new Map<string, number>()
  const numbered = plan.people.map((person) => {
    const next = (serial.get(person.unitId) ?? 0) + 1
    serial.set(person.unitId, next)
    return { ...person, staffNumber: `${shortCodes.get(person.unitId)}-${String(next).padStart(4, '0')}` }
  })
  await insertRows(
    tx,
    'Person',
    numbered.map(({ id, name, phone }) => ({ id, name, phone, createdAt: at })),
  )
  await insertRows(
    tx,
    'Account',
    numbered.map(({ id, phone, staffNumber }) => ({
      id: `account-${id}`,
      personId: id,
      phone,
      staffNumber,
      passwordHash: cast.signIns.has(id) ? passwordHash : null,
      createdAt: at,
    })),
  )
  await insertRows(
    tx,
    'Post',
    numbered.map((person) => ({
      id: person.postId,
      personId: person.id,
      unitId: person.unitId,
      position: person.position,
      from: formatDay(person.from),
      cardToken: token(),
      createdAt: at,
    })),
  )
  return token
}

function piecesOf(person: PlannedPerson, today: Day): NewEvidence[] {
  const base = {
    subjectKind: 'person' as const,
    subjectId: person.id,
    unitId: person.unitId,
    position: person.position,
    passed: true,
    validThrough: null,
    recordedBy: 'system',
  }
  const piece = (kind: string, topic: string, on: Day, name: string): NewEvidence => ({
    ...base,
    id: `${person.postId}-${name}`,
    kind,
    topic,
    on,
    sourceKind: 'attempt',
    sourceId: `${person.postId}-attempt`,
    recordedAt: morning(on < today ? on : today),
  })
  const passed =
    person.passed === null
      ? []
      : [piece('course', `pre-job-${person.position}`, person.passed, 'prejob'), piece('course', 'basics', person.passed, 'basics')]
  return [
    ...passed,
    ...person.halves.map((day) => ({
      ...piece('class', 'refresher', day, `half-${formatDay(day)}`),
      sourceKind: 'class',
      sourceId: `${person.unitId}-${formatDay(day)}`,
    })),
  ]
}

async function loadEvidence(tx: Tx, plan: Plan, today: Day, token: () => string, lessons: readonly string[]) {
  for (const [at, unit] of plan.units.entries()) {
    const people = plan.people.filter((person) => person.unitId === unit.id)
    const drills = sampleDrills(unit, at, today, morning)
    const pieces = [...people.flatMap((person) => piecesOf(person, today)), ...drills].sort((a, b) => a.on - b.on)
    await recordEvidenceOf(tx, unit.id, pieces)
  }
  const passed = plan.people.flatMap((person) => (person.passed === null ? [] : [{ ...person, passed: person.passed }]))
  await insertRows(
    tx,
    'LessonProgress',
    passed.flatMap((person) =>
      lessons.map((lesson) => ({
        personId: person.id,
        course: 'pre-job',
        lesson,
        openedAt: morning(person.passed),
        completedAt: morning(person.passed),
      })),
    ),
  )
  await insertRows(
    tx,
    'Attempt',
    passed.map((person) => ({
      id: `${person.postId}-attempt`,
      personId: person.id,
      course: 'pre-job',
      position: person.position,
      unitId: person.unitId,
      postId: person.postId,
      score: 80 + (person.id.charCodeAt(35) % 5) * 5,
      passed: true,
      startedAt: morning(person.passed),
      deadlineAt: new Date(morning(person.passed).getTime() + 25 * 60_000),
      closedAt: new Date(morning(person.passed).getTime() + 14 * 60_000),
      closedBy: 'submit',
      evidenceId: `${person.postId}-prejob`,
    })),
  )
  await loadCertificates(tx, passed, plan, token)
}

type Passed = PlannedPerson & { passed: Day }

/** In the order in which they were passed. */
async function loadCertificates(tx: Tx, passed: readonly Passed[], plan: Plan, token: () => string) {
  let serial = 0
  const inOrder = [...passed].sort((one, other) => one.passed - other.passed)
  const serials = new Map(inOrder.map(({ postId }, nth) => [postId, nth + 1]))
  const unitNames = new Map(plan.units.map(({ id, name }) => [id, name]))
  await recordSerialsGiven(tx, passed.length)
  await insertRows(
    tx,
    'Certificate',
    passed.map((person) => {
      serial += 1
      return {
        id: `${person.postId}-certificate`,
        serial: serials.get(person.postId) ?? 0,
        token: token(),
        number: certificateNumber(Number(formatDay(person.passed).slice(0, 4)), serialCode(serial)),
        personId: person.id,
        printedName: person.name,
        unitId: person.unitId,
        printedUnit: unitNames.get(person.unitId) ?? '',
        position: person.position,
        course: 'pre-job',
        evidenceId: `${person.postId}-prejob`,
        attemptId: `${person.postId}-attempt`,
        edition: 1,
        passedOn: formatDay(person.passed),
        issuedAt: new Date(morning(person.passed).getTime() + 14 * 60_000),
      }
    }),
  )
}

function serialCode(serial: number): string {
  let left = serial
  let code = ''
  for (let place = 0; place < 6; place += 1) {
    code = `${letters[left % letters.length]}${code}`
    left = Math.floor(left / letters.length)
  }
  return code
}

async function loadGrants(tx: Tx, cast: Cast, today: Day, at: Date) {
  for (const grant of cast.grants)
    await tx.grant.create({
      data: {
        id: newId(at),
        accountId: `account-${grant.personId}`,
        role: grant.role,
        placeId: grant.placeId,
        unitId: grant.unitId,
        sectors: grant.sectors,
        from: formatDay(today),
        grantedBy: 'system',
        createdAt: at,
      },
    })
}

/** Loads the sample street where there is no place yet. Returns the ready sign-ins, or null when the database was not empty. */
export async function loadSample(): Promise<Cast | null> {
  if ((await db().place.count()) > 0) return null
  const now = readClock()
  const today = civilDay(now)
  const plan = planStreet(today)
  const cast = castOf(plan)
  keepInOffice(plan, today)
  const passwordHash = await hashPassword(samplePassword)
  const lessons = (catalogue().courses.get('pre-job')?.lessons ?? []).map((lesson) => lesson.id)
  await transact(async (tx) => {
    await tx.installation.create({ data: { id: 1, epoch: newId(now), createdAt: now, sampleLoadedOn: formatDay(today) } })
    await loadPlaces(tx, plan, now)
    await loadUnits(tx, plan, now)
    await loadAdoptions(tx, plan, today, now)
    const token = await loadPeople(tx, plan, cast, passwordHash, now)
    await loadEvidence(tx, plan, today, token, lessons)
    await loadOldPaper(tx, plan)
    await loadGrants(tx, cast, today, now)
    await loadResponsibility(tx, plan, cast, today, now)
    await loadPosters(tx, cast, today, now)
    await loadLicences(tx, plan, cast, today)
    await loadHotWork(tx, plan, today, now)
    await loadWatch(tx, plan, cast, today, now)
    await loadClasses(tx, plan, cast, today, now)
    await loadRegisters(tx, cast, today, now)
  })
  await loadPracticals(now)
  await loadDrills(now)
  return cast
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const cast = await loadSample()
  console.log(
    cast === null
      ? 'The database already holds places; the sample street was not loaded.'
      : `The sample street is loaded: ${cast.signIns.size} sign-ins.`,
  )
  await closeDatabase()
}
