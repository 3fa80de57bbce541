import { licenceTopic } from '~/content/licences.server'
import { licencesOfPeople } from '~/data/credentials/licences.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import type { TypedCard } from '~/domain/credentials/licence-entry'
import { newId } from '~/gateways/secrets.server'
import { enterLicence, type LicenceWish } from '~/usecases/credentials/enter-licence.server'
import { acting, grant, type MadePerson, makeEmployee, makeStreet, makeUnit, morning } from './unit-people'
import { emptyDatabase, setClock } from './world'

/** A hotel with two managers, an operator and a welder; another hotel with a manager of its own; the street's supervisor. */
export async function makeLicenceWorld() {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  const hotel = await makeUnit('临河大酒店', 'LHDJ')
  const other = await makeUnit('河西宾馆', 'HXBG')
  const office = await makeUnit('河西街道办事处', 'HXJD')
  const people = {
    manager: await makeEmployee(hotel, '李主任', { phone: '13800005001' }),
    deputy: await makeEmployee(hotel, '赵副主任', { phone: '13800005002' }),
    operator: await makeEmployee(hotel, '陈敏', { position: 'control-room-operator' }),
    welder: await makeEmployee(hotel, '王强', { position: 'welder' }),
    stranger: await makeEmployee(other, '外人', { phone: '13800005003' }),
    otherWelder: await makeEmployee(other, '孙亮', { position: 'welder' }),
    supervisor: await makeEmployee(office, '街道监督', { position: 'street-fire-staff' }),
  }
  await grant(people.manager.accountId, hotel)
  await grant(people.deputy.accountId, hotel)
  await grant(people.stranger.accountId, other)
  await supervise(people.supervisor)
  return { hotel, other, ...people }
}
export type LicenceWorld = Awaited<ReturnType<typeof makeLicenceWorld>>

async function supervise({ accountId }: MadePerson): Promise<void> {
  const place = { role: 'supervisor', placeId: 'street', sectors: '*', from: '2020-01-01', grantedBy: 'system', createdAt: morning }
  await transact((tx) => tx.grant.create({ data: { id: newId(morning), accountId, ...place } }))
}

/** The welder's card, as it is printed. */
export const welderCard: TypedCard = {
  number: 'T350504199001011234',
  printedName: '王强',
  item: '熔化焊接与热切割作业',
  firstIssuedOn: '2020-06-15',
  validFrom: '2023-06-15',
  validTo: '2026-06-14',
  reviewDue: '',
  issuer: '福建省应急管理厅',
}

export const operatorCard: TypedCard = {
  number: '2135003003400123',
  printedName: '陈敏',
  level: '4',
  direction: 'monitoring',
  firstIssuedOn: '2021-05-20',
  issuer: '福建省消防职业技能鉴定站',
}

let ticks = 0
/** The next second of the morning: what is done one after the other is kept in that order. */
export function tick(): Date {
  ticks += 1
  return new Date(morning.getTime() + ticks * 1000)
}

/** Enters a licence by the one whose it is, and gives its id. */
export async function enterOwn(person: MadePerson, kind: string, typed: TypedCard, more: Partial<LicenceWish> = {}): Promise<string> {
  const outcome = await enterLicence(acting(person.accountId, tick()), { at: null, kind, typed, photo: null, replaces: null, ...more })
  if (outcome.kind !== 'entered') throw new Error(JSON.stringify(outcome))
  return outcome.id
}

export const licencesOf = ({ personId }: MadePerson) => licencesOfPeople([personId], licenceTopic)

/** What licences have written as evidence of a person, revocations included, in order. */
export const licenceEvidence = async ({ personId }: MadePerson) =>
  (
    await db().evidenceEntry.findMany({ where: { subjectId: personId, kind: 'licence' }, orderBy: [{ recordedAt: 'asc' }, { seq: 'asc' }] })
  ).map((entry) =>
    entry.entry === 'evidence' ? `${entry.topic} ${entry.on} ${entry.validThrough ?? 'open'}` : `revoked ${entry.on} ${entry.reason}`,
  )
