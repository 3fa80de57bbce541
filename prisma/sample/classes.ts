// Three years of the party school: 2024 closed and covered, 2025 closed with one unit missing, 2026 planned for the weeks to come.
import { getProgrammeTemplate, inYear } from '../../app/content/programmes.server'
import { recordClass, recordClassRevision, recordClassStep } from '../../app/data/classes/classes.server'
import { recordAnswer, recordInvitations } from '../../app/data/classes/invitations.server'
import { recordMembers, recordProgramme, recordProgrammeRevision, recordProgrammeStep } from '../../app/data/classes/programmes.server'
import { recordSeat } from '../../app/data/classes/seats.server'
import { recordSittings } from '../../app/data/classes/sittings.server'
import { type NewEvidence, recordEvidenceOf } from '../../app/data/duties/evidence.server'
import type { Tx } from '../../app/data/transact.server'
import { type ClassBody, classBody, endsAt, instantOf } from '../../app/domain/classes/class-body'
import { drawUnits, type RegisteredUnit } from '../../app/domain/classes/draw-list'
import { listTrait, type ProgrammeBody, programmeBody } from '../../app/domain/classes/programme-body'
import { addDays, type Day, formatDay, parseDay } from '../../app/domain/shared/day'
import type { Cast } from './cast'
import type { Plan, PlannedPerson, PlannedUnit } from './plan'

const county = 'qinghe'
const years = [2024, 2025, 2026] as const
type Year = (typeof years)[number]

const dayOf = (text: string): Day => {
  const day = parseDay(text)
  if (day === null) throw new Error(`not a day: ${text}`)
  return day
}
const at = (day: Day, time: string): Date => new Date(instantOf(formatDay(day), time))

/** The days of the classes that are over. */
const held = { 2024: dayOf('2024-11-14'), 2025: dayOf('2025-11-13') } as const

/** The Thursday after the next two weeks and a half: 1970-01-01 was one. */
const comingThursday = (today: Day): Day => addDays(today, 18 + ((7 - ((today + 18) % 7)) % 7))

const isOf = (unit: PlannedUnit, year: Year): boolean =>
  year === 2024
    ? unit.sector === 'medical'
    : year === 2025
      ? unit.sector === 'heritage-museum'
      : unit.sector === 'commerce' && unit.traits.includes('complex')

const holderAt = (plan: Plan, unit: PlannedUnit, position: string): PlannedPerson | undefined =>
  plan.people.find((person) => person.unitId === unit.id && person.position === position)

/** The last unit of 2025 sends nobody; the second of 2024 sends a deputy; of the third the responsible person has changed since. */
const absent = (units: readonly PlannedUnit[]) => units.at(-1)
const withDeputy = (units: readonly PlannedUnit[]) => units[1]
const withSuccessor = (units: readonly PlannedUnit[]) => units[2]

/** Whoever was there in 2024 and 2025 has been in office since before. To be called before anything of the plan is loaded. */
export function keepInOffice(plan: Plan, today: Day): void {
  const since = { 2024: dayOf('2023-03-01'), 2025: dayOf('2024-03-01') } as const
  for (const year of [2024, 2025] as const) {
    const units = plan.units.filter((unit) => isOf(unit, year))
    for (const unit of units) {
      const isNew = year === 2024 ? unit === withSuccessor(units) : unit === absent(units)
      beginAt(holderAt(plan, unit, 'responsible-person'), isNew ? addDays(today, -160) : since[year], today)
      if (year === 2024 && unit === withDeputy(units)) beginAt(holderAt(plan, unit, 'fire-manager'), since[year], today)
    }
  }
}

function beginAt(person: PlannedPerson | undefined, from: Day, today: Day): void {
  if (person === undefined) return
  person.from = from
  person.passed = addDays(from, -3)
  const halves: Day[] = []
  for (let year = Number(formatDay(from).slice(0, 4)); year <= Number(formatDay(today).slice(0, 4)); year += 1)
    halves.push(dayOf(`${year}-02-16`), dayOf(`${year}-08-16`))
  person.halves = halves.filter((day) => day > from && day <= today)
}

type Sample = { tx: Tx; plan: Plan; by: string; today: Day; now: Date }
type Comer = { person: string; position: string; asDeputy: boolean }

const registered = (unit: PlannedUnit): RegisteredUnit => {
  const from = dayOf('2020-01-01')
  return { id: unit.id, sector: unit.sector, from, to: null, traits: unit.traits.map((trait) => ({ trait, from, to: null })) }
}

/** The programme of a year, its list drawn and frozen; the units on it are known to the duty of that year. Returns the list, by unit. */
async function loadProgramme(
  { tx, plan, by, today }: Sample,
  year: Year,
): Promise<{ id: string; body: ProgrammeBody; units: PlannedUnit[] }> {
  const template = getProgrammeTemplate('party-school')
  const of = template.years.find((one) => one.year === year)
  if (of === undefined) throw new Error(`the party school names nobody for ${year}`)
  const body = programmeBody.parse({
    ...{ template: template.id, title: of.title.zh, year, binds: template.binds, audience: of.audience },
    ...{ duty: inYear(template.duty ?? '', year), topic: inYear(template.topic, year), evidence: template.evidence, hours: template.hours },
    parts: template.parts.map(({ key, title, kind }) => ({ key, name: title.zh, kind })),
    deputies: template.deputies,
  })
  const id = `sample-party-school-${year}`
  const slug = inYear(template.slug, year)
  const drawn = year === 2026 ? addDays(today, -12) : dayOf(`${year}-03-04`)
  const [drawnAt, frozenAt] = [at(drawn, '09:30'), at(addDays(drawn, 3), '10:00')]
  const first = `${year}-01-01`
  const lines = drawUnits(plan.units.map(registered), body.audience, drawn)
  await recordProgramme(tx, { id, slug, placeId: county, createdAt: drawnAt, createdBy: by })
  await recordProgrammeRevision(tx, { id: `${id}-1`, programmeId: id, body, at: drawnAt, by })
  const list = lines.map((line) => ({ ...line, id: `${id}-${line.unitId}`, programmeId: id, way: 'drawn' as const }))
  await recordMembers(
    tx,
    list.map((line) => ({ ...line, from: first, addedAt: drawnAt, addedBy: by })),
  )
  const step = { programmeId: id, by, detail: { on: formatDay(drawn), count: lines.length } }
  await recordProgrammeStep(tx, { ...step, id: `${id}-drawn`, kind: 'drawn', at: drawnAt })
  await recordProgrammeStep(tx, { ...step, id: `${id}-frozen`, kind: 'frozen', at: frozenAt, once: 'frozen' })
  const trait = { trait: listTrait(slug), from: first }
  await tx.unitTrait.createMany({ data: lines.map(({ unitId }) => ({ ...trait, id: `${unitId}-${slug}`, unitId })) })
  const adopted = { dutyId: body.duty, placeId: county, from: first, adoptedBy: by, createdAt: drawnAt }
  await tx.dutyAdoption.create({ data: { id: `sample-${body.duty}`, ...adopted } })
  const listed = new Set(lines.map(({ unitId }) => unitId))
  return { id, body, units: plan.units.filter((unit) => listed.has(unit.id)) }
}

/** The main classroom in the party school of the county, and a branch in each street. */
function bodyOf(plan: Plan, title: string, on: Day): ClassBody {
  const template = getProgrammeTemplate('party-school')
  const organiser = (unitName: string, position: string) => {
    const unit = plan.units.find(({ name }) => name === unitName)
    const person = unit && holderAt(plan, unit, position)
    if (person === undefined) throw new Error(`the sample has nobody at ${unitName}`)
    return { id: person.id, name: person.name }
  }
  const room = (id: string, name: string, place: string, seats: number, who: { id: string; name: string }) => ({
    ...{ id, name, place, seats, stream: '' },
    organiser: who,
  })
  return classBody.parse({
    title,
    parts: template.parts.map((part) => ({
      ...{ key: part.key, name: part.title.zh, kind: part.kind },
      ...{ on: formatDay(on), from: part.from, to: part.to },
    })),
    classrooms: [
      room('main', '主课堂', '青禾县委党校一楼报告厅', 60, organiser('青禾县消防救援大队', 'department-fire-staff')),
      room('donghu', '东湖分课堂', '东湖街道办事处三楼会议室', 30, organiser('东湖街道办事处', 'street-fire-staff')),
      room('xiqiao', '西桥分课堂', '西桥镇政府二楼会议室', 30, organiser('西桥镇办事处', 'street-fire-staff')),
    ],
    late: 15,
    notice: '',
  })
}

const roomOf = ({ placeId }: PlannedUnit): string => (placeId.startsWith('donghu') ? 'donghu' : 'xiqiao')

type Held = { id: string; programme: Awaited<ReturnType<typeof loadProgramme>>; on: Day; body: ClassBody }

/** A class with its invitations, and the answers and seats of those who said that they come. `askedOn`: the day of the letters. */
async function loadClass(
  { tx, plan, by, now }: Sample,
  programme: Held['programme'],
  { on, askedOn, comers }: { on: Day; askedOn: Day; comers: ReadonlyMap<string, Comer | null> },
): Promise<Held> {
  const id = `sample-class-${programme.body.year}`
  const body = bodyOf(plan, programme.body.title, on)
  const asked = at(askedOn, '09:00')
  await recordClass(tx, { id, programmeId: programme.id, makesUp: null, createdAt: asked, createdBy: by })
  await recordClassRevision(tx, { id: `${id}-1`, classId: id, body, at: asked, by })
  const invitation = (unit: PlannedUnit) => ({ id: `${id}-${unit.id}`, classId: id, memberId: `${programme.id}-${unit.id}`, at: asked, by })
  await recordInvitations(tx, programme.units.map(invitation))
  for (const [nth, unit] of programme.units.entries()) {
    const comer = comers.get(unit.id)
    if (comer === undefined) continue
    const later = at(addDays(askedOn, 1 + (nth % 4)), '15:00')
    const said = { id: `${id}-${unit.id}-1`, invitationId: `${id}-${unit.id}`, at: later < now ? later : now, by }
    if (comer === null) {
      await recordAnswer(tx, {
        ...said,
        kind: 'declined',
        personId: null,
        classroomId: null,
        why: '当天有省里的文物安全检查，等补训再来。',
      })
      continue
    }
    const { person: personId, asDeputy } = comer
    const why = asDeputy ? '责任人当天做手术，书面委托消防安全管理人参加。' : ''
    await recordAnswer(tx, { ...said, kind: asDeputy ? 'deputy' : 'comes', personId, classroomId: roomOf(unit), why })
    const seat = { classId: id, classroomId: roomOf(unit), personId, unitId: unit.id, asDeputy, way: 'invited' as const }
    await recordSeat(tx, { ...seat, id: `${id}-${unit.id}-seat`, at: said.at, by })
  }
  return { id, programme, on, body }
}

/** Closes a class: whoever had a seat was there for all of it, and passed; what that is evidence of stands in the chain of the unit. */
async function closeClass({ tx, by }: Sample, { id, programme, on, body }: Held, comers: ReadonlyMap<string, Comer | null>) {
  const closed = new Date(endsAt(body) + 3_600_000)
  const closingId = `${id}-closed`
  const there = [...comers].flatMap(([unitId, comer]) => (comer === null ? [] : [{ unitId, ...comer }]))
  const counts = { people: there.length, units: there.length, complete: there.length }
  const deputies = there.filter(({ asDeputy }) => asDeputy).length
  const signer = body.classrooms[0]?.organiser.name ?? ''
  const detail = { version: 1, signer, ...counts, deputies }
  await recordClassStep(tx, { id: closingId, classId: id, kind: 'closed', at: closed, by, once: 'closed-1', detail })
  await recordSittings(
    tx,
    there.flatMap(({ unitId, person, asDeputy }) =>
      body.parts.map(({ key }) => ({
        ...{ id: `${id}-${unitId}-${key}`, programmeId: programme.id, classId: id, closingId, part: key, personId: person, unitId },
        ...{ asDeputy: asDeputy ? 1 : 0, on: formatDay(on), state: 'present' as const, counts: 1 },
      })),
    ),
  )
  for (const { unitId, person, position } of there) {
    const piece = (subjectKind: 'person' | 'unit', subjectId: string): NewEvidence => ({
      ...{
        id: `${id}-${unitId}-${subjectKind}`,
        kind: programme.body.evidence,
        topic: programme.body.topic,
        subjectKind,
        subjectId,
        unitId,
        on,
      },
      ...{ position: subjectKind === 'person' ? position : null, passed: true, validThrough: null },
      ...{ sourceKind: 'class', sourceId: id, recordedBy: by, recordedAt: closed },
    })
    await recordEvidenceOf(tx, unitId, [piece('person', person), piece('unit', unitId)])
  }
}

/** Who answered for a clinic in 2024; the responsible person of today came after him. */
async function loadPredecessor({ tx, now }: Sample, unit: PlannedUnit, today: PlannedPerson): Promise<Comer> {
  const [person, from] = ['00000000-0000-7000-8002-00000000f001', '2021-04-01']
  await tx.person.create({ data: { id: person, name: '万志成', createdAt: now } })
  const post = { id: `${person}-post`, personId: person, unitId: unit.id, position: 'responsible-person', from }
  await tx.post.create({
    data: { ...post, to: formatDay(addDays(today.from, -1)), cardToken: 'SAMPLE22222222222222222222', createdAt: now },
  })
  return { person, position: 'responsible-person', asDeputy: false }
}

async function comersOf(sample: Sample, units: readonly PlannedUnit[], year: Year): Promise<Map<string, Comer | null>> {
  const comers = new Map<string, Comer | null>()
  for (const unit of units) {
    const asDeputy = year === 2024 && unit === withDeputy(units)
    const position = asDeputy ? 'fire-manager' : 'responsible-person'
    const holder = holderAt(sample.plan, unit, position)
    if (year === 2025 && unit === absent(units)) comers.set(unit.id, null)
    else if (year === 2026 && unit === absent(units)) continue
    else if (holder === undefined) throw new Error(`nobody answers for ${unit.name}`)
    else if (year !== 2026 && holder.from > held[year]) comers.set(unit.id, await loadPredecessor(sample, unit, holder))
    else comers.set(unit.id, { person: holder.id, position, asDeputy })
  }
  return comers
}

/** The party school of the sample county, through the product's own writers; a year that has not come is left out. */
export async function loadClasses(tx: Tx, plan: Plan, cast: Cast, today: Day, now: Date): Promise<void> {
  const administrator = cast.grants.find(({ role }) => role === 'administrator')
  if (administrator === undefined) throw new Error('the sample has no administrator')
  const sample: Sample = { tx, plan, by: `account-${administrator.personId}`, today, now }
  for (const year of years) {
    if (year === 2026 ? dayOf('2026-01-01') > today : held[year] >= today) continue
    const programme = await loadProgramme(sample, year)
    const comers = await comersOf(sample, programme.units, year)
    const on = year === 2026 ? comingThursday(today) : held[year]
    const askedOn = year === 2026 ? addDays(today, -7) : addDays(on, -21)
    const made = await loadClass(sample, programme, { on, askedOn, comers })
    if (year !== 2026) await closeClass(sample, made, comers)
  }
}
