import { staffNumber } from '~/domain/accounts/login'
import { type Day, formatDay } from '~/domain/shared/day'
import { nextStaffNumber, recordLoginPhone } from '../accounts/account-writers.server'
import { recordIdNumber, recordPersonCorrected } from '../org/people.server'
import type { Tx } from '../transact.server'
import { inBatches } from './in-batches.server'

export type SealedNumber = { idCipher: string; idHash: string }
export type ImportedPerson = {
  personId: string
  accountId: string
  unitId: string
  name: string
  phone: string | null
  idNumber: SealedNumber | null
}
export type ImportedPost = { id: string; personId: string; unitId: string; position: string; from: Day; cardToken: string }

const insertPeople = `INSERT INTO "Person" ("id", "name", "phone", "idCipher", "idHash", "createdAt")
  SELECT json_extract("value", '$.personId'), json_extract("value", '$.name'), json_extract("value", '$.phone'),
    json_extract("value", '$.idCipher'), json_extract("value", '$.idHash'), ? FROM json_each(?)`
const insertAccounts = `INSERT INTO "Account" ("id", "personId", "phone", "staffNumber", "createdAt")
  SELECT json_extract("value", '$.accountId'), json_extract("value", '$.personId'), json_extract("value", '$.phone'),
    json_extract("value", '$.staffNumber'), ? FROM json_each(?)`
const insertPosts = `INSERT INTO "Post" ("id", "personId", "unitId", "position", "from", "to", "cardToken", "createdAt")
  SELECT json_extract("value", '$.id'), json_extract("value", '$.personId'), json_extract("value", '$.unitId'),
    json_extract("value", '$.position'), json_extract("value", '$.from'),
    (SELECT u."to" FROM "Unit" u WHERE u."id" = json_extract("value", '$.unitId')), json_extract("value", '$.cardToken'), ? FROM json_each(?)`

/** Gives out staff numbers of units, each unit's next one first. */
async function staffNumbers(tx: Tx, unitIds: readonly string[]): Promise<(unitId: string) => string> {
  const units = await tx.unit.findMany({ where: { id: { in: [...new Set(unitIds)] } }, select: { id: true, shortCode: true } })
  const next = new Map<string, { shortCode: string; number: number }>()
  for (const { id, shortCode } of units) {
    const first = await nextStaffNumber(tx, shortCode)
    next.set(id, { shortCode, number: Number(first.slice(first.lastIndexOf('-') + 1)) })
  }
  return (unitId) => {
    const one = next.get(unitId)
    if (one === undefined) throw new Error(`no unit ${unitId}`)
    one.number += 1
    return staffNumber(one.shortCode, one.number - 1)
  }
}

/** Adds people with their accounts, all at once: a telephone number is a login name where no other account has it. */
export async function recordPeopleImported(tx: Tx, people: readonly ImportedPerson[], now: Date): Promise<void> {
  if (people.length === 0) return
  const numberOf = await staffNumbers(
    tx,
    people.map(({ unitId }) => unitId),
  )
  const rows = people.map(({ idNumber, ...person }) => ({ ...person, ...idNumber, staffNumber: numberOf(person.unitId) }))
  await inBatches(rows, async (json) => {
    await tx.$executeRawUnsafe(insertPeople, now, json)
    await tx.$executeRawUnsafe(insertAccounts, now, json)
  })
}

/** Begins posts, all at once; at a unit whose last day is set, a post ends with it. */
export async function recordPostsImported(tx: Tx, posts: readonly ImportedPost[], now: Date): Promise<void> {
  if (posts.length === 0) return
  const rows = posts.map(({ from, ...post }) => ({ ...post, from: formatDay(from) }))
  await inBatches(rows, (json) => tx.$executeRawUnsafe(insertPosts, now, json))
}

export type PersonChange = { personId: string; name: string | null; phone: string | null; idNumber: SealedNumber | null }

/** Puts people right; null is no change. Throws where a telephone number is somebody else's login name. */
export async function recordPersonChanged(tx: Tx, { personId, name, phone, idNumber }: PersonChange): Promise<void> {
  const known = { ...(name === null ? {} : { name }), ...(phone === null ? {} : { phone }) }
  if (phone !== null) {
    const found = await tx.account.findUnique({ where: { personId }, select: { id: true } })
    if (found !== null && !(await recordLoginPhone(tx, found.id, phone))) throw new Error('a login name is taken')
  }
  if (name !== null || phone !== null) await recordPersonCorrected(tx, personId, known)
  if (idNumber !== null) await recordIdNumber(tx, personId, idNumber)
}
