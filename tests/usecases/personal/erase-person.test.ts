import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordLicence } from '~/data/credentials/licences.server'
import { db } from '~/data/db.server'
import { walkChains } from '~/data/duties/chain-walk.server'
import { recordEvidence } from '~/data/duties/evidence.server'
import { findUnswept } from '~/data/personal/erasures.server'
import { storedDay } from '~/data/stored-day.server'
import { transact } from '~/data/transact.server'
import { isRefused } from '~/domain/shared/refusal'
import { settings } from '~/env.server'
import { erasedList } from '~/gateways/erased-list.server'
import { closeLimits, isKnown, remember } from '~/gateways/limits.server'
import { keepPhotograph, readPhotograph } from '~/gateways/photographs.server'
import { matchHash, newId, newToken, seal } from '~/gateways/secrets.server'
import { erasePerson } from '~/usecases/personal/erase-person.server'
import { acting, grant, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

const name = '孙亦可'
const phone = '13912345678'
const idNumber = '11010519491231002X'
const licenceNumber = 'T110105194912310029'
const mailbox = 'sun.yike@example.org'

let unit: MadeUnit
let administrator: MadePerson
let gone: MadePerson
let sealedForms: string[] = []
let photograph = ''

/** Somebody of whom everything is kept, in every way in which names and numbers are kept. */
async function writeEverywhere(): Promise<void> {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const kept = await keepPhotograph(png)
  if (kept.kind === 'refused') throw new Error(kept.reason)
  photograph = kept.id
  const sealed = {
    id: seal(idNumber),
    licence: seal(licenceNumber),
    worker: seal(licenceNumber),
    mail: seal(mailbox),
    letter: seal(`给${name}`),
  }
  const line = seal(JSON.stringify({ cells: { name, phone }, answer: null, result: { kind: 'same' } }))
  sealedForms = [
    ...Object.values(sealed),
    line,
    matchHash(idNumber),
    matchHash(licenceNumber),
    matchHash(`mail ${mailbox}`),
    matchHash(phone),
  ]
  const { personId, accountId, postId } = gone
  const at = morning
  await transact(async (tx) => {
    await tx.person.update({ where: { id: personId }, data: { idCipher: sealed.id, idHash: matchHash(idNumber) } })
    await tx.joinRequest.create({
      data: {
        id: 'join',
        unitId: unit.id,
        personId,
        name,
        phone,
        position: 'employee',
        from: '2024-01-01',
        createdAt: at,
        decidedAt: at,
        decision: 'confirmed',
      },
    })
    await recordEvidence(tx, {
      ...{
        id: newId(at),
        kind: 'course',
        topic: 'basics',
        subjectKind: 'person',
        subjectId: personId,
        unitId: unit.id,
        position: 'employee',
      },
      ...{
        on: storedDay('2026-01-05'),
        passed: true,
        validThrough: null,
        sourceKind: 'attempt',
        sourceId: 'attempt',
        recordedBy: accountId,
        recordedAt: at,
      },
    })
    await tx.certificate.create({
      data: {
        ...{ id: 'certificate', serial: 1, token: newToken(), number: 'MB-2026-0001-1', personId, printedName: name, unitId: unit.id },
        ...{ printedUnit: unit.name, position: 'employee', course: 'basics', evidenceId: 'e', attemptId: 'attempt', edition: 1 },
        ...{ passedOn: '2026-01-05', issuedAt: at },
      },
    })
    await recordLicence(tx, {
      ...{ id: 'licence', personId, kind: 'facility-operator', level: 4, direction: 'monitoring', item: null },
      ...{ numberSealed: sealed.licence, numberHash: matchHash(licenceNumber), printedName: name, issuer: '发证机关' },
      ...{
        firstIssuedOn: null,
        validFrom: null,
        validTo: null,
        reviewDue: null,
        photo: photograph,
        unitId: unit.id,
        recordedAt: at,
        recordedBy: accountId,
      },
    })
    await tx.hotWorkPermit.create({
      data: {
        ...{
          id: 'permit',
          unitId: unit.id,
          number: '1',
          place: '屋顶',
          work: `${name}焊水箱`,
          kind: 'weld',
          level: 'one',
          from: at,
          until: at,
        },
        ...{
          isOpen: false,
          isHidden: false,
          hasGas: false,
          guardPostId: postId,
          guardPersonId: personId,
          guardName: name,
          measures: '[]',
          looks: '[]',
        },
        ...{ applicantId: administrator.personId, applicantName: '周管理', requestedBy: administrator.accountId, requestedAt: at },
      },
    })
    await tx.hotWorkWorker.create({
      data: {
        id: 'worker',
        permitId: 'permit',
        place: 1,
        way: 'seen',
        name,
        numberSealed: sealed.worker,
        numberHash: matchHash(licenceNumber),
      },
    })
    await tx.auditEntry.create({
      data: {
        id: 'audit',
        at,
        actor: 'system',
        act: 'people.merged',
        targetKind: 'person',
        targetId: personId,
        detail: JSON.stringify({ gone: 'x', name }),
      },
    })
    await tx.tipSent.create({
      data: {
        id: 'tip',
        on: '2026-01-05',
        title: '提醒',
        text: `请联系${name}，电话${phone}`,
        sentBy: administrator.accountId,
        createdAt: at,
      },
    })
    await tx.mailAddress.create({
      data: { id: 'address', accountId, nth: 1, sealed: sealed.mail, match: matchHash(`mail ${mailbox}`), codeHash: 'c', at },
    })
    await tx.mail.create({
      data: { id: 'mail', accountId, addressId: 'address', kind: 'digest', on: '2026-01-05', once: 'once', sealed: sealed.letter, at },
    })
    await tx.mailTry.create({ data: { id: 'try', mailId: 'mail', nth: 1, beganAt: at } })
    await tx.mailTryEnd.create({ data: { tryId: 'try', kind: 'taken', said: `250 ${mailbox}`, at } })
    await tx.notice.create({ data: { id: 'notice', accountId, kind: 'due', subject: 's', step: 'soon', on: '2026-01-05', at, body: '{}' } })
    await tx.mailNotice.create({ data: { noticeId: 'notice', mailId: 'mail' } })
    await tx.rosterImport.create({
      data: { id: 'sheet', kind: 'people', fileName: `${name}.xlsx`, askedBy: administrator.accountId, askedAt: at, done: 1, toldAt: at },
    })
    await tx.rosterLine.create({ data: { importId: 'sheet', line: 2, result: 'same', body: line } })
    await tx.suggestion.create({ data: { id: 'suggestion', at, page: '/', text: '字太小', contact: phone, accountId } })
  })
  remember(phone, 'device x')
}

/** All bytes that lie in the data folder. */
function bytesOnDisk(): Buffer {
  const folder = settings().dataFolder
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Buffer.concat(files.map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name))))
}

const foundOnDisk = (texts: readonly string[]): string[] => {
  const bytes = bytesOnDisk()
  return texts.filter((text) => bytes.includes(Buffer.from(text)))
}

const everyForm = () => [name, phone, idNumber, licenceNumber, mailbox, ...sealedForms]

describe('sun yike has left, and asks to be forgotten', () => {
  beforeAll(async () => {
    await emptyDatabase()
    setClock('2026-03-10T02:00:00.000Z')
    await makeStreet()
    unit = await makeUnit('河西百货', 'HX')
    administrator = await makeEmployee(unit, '周管理', { password: 'mingbai-sample' })
    await grant(administrator.accountId, null)
    gone = await makeEmployee(unit, name, { phone, password: 'correct horse battery', from: '2024-01-01', to: '2026-02-28' })
    await writeEverywhere()
  })

  it('is found on the disk in every form before', () => {
    expect(foundOnDisk(everyForm()).sort()).toEqual(
      everyForm()
        .filter((text) => ![idNumber, licenceNumber].includes(text))
        .sort(),
    )
  })

  it('is not erased by a manager, nor under another name', async () => {
    await expect(erasePerson(acting(gone.accountId), { personId: gone.personId, reason: 'asked', typed: name })).rejects.toThrow(
      'forbidden',
    )
    const outcome = await erasePerson(acting(administrator.accountId), { personId: gone.personId, reason: 'asked', typed: '孙亦' })
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'personal:erase.refusal.nameDiffers' })
  })

  it('the administrator does not erase himself, or who still works', async () => {
    const outcome = await erasePerson(acting(administrator.accountId), {
      personId: administrator.personId,
      reason: 'asked',
      typed: '周管理',
    })
    expect(outcome).toMatchObject({ reason: 'personal:erase.refusal.self' })
    const working = await makeEmployee(unit, '钱在岗')
    const refused = await erasePerson(acting(administrator.accountId), { personId: working.personId, reason: 'ended', typed: '钱在岗' })
    expect(refused).toMatchObject({ reason: 'personal:erase.refusal.stillWorks' })
  })

  it('leaves no byte of name, number, address or photograph in the database, its side files and the data folder', async () => {
    const outcome = await erasePerson(acting(administrator.accountId), { personId: gone.personId, reason: 'asked', typed: name })
    expect(isRefused(outcome)).toBe(false)
    expect(foundOnDisk(everyForm())).toEqual([])
    expect(await readPhotograph(photograph)).toBeNull()
    expect(isKnown(phone, 'device x')).toBe(false)
    expect(findUnswept()).toEqual([])
    closeLimits()
  })

  it('keeps his evidence, and the chain holds', async () => {
    expect(await db().evidenceEntry.count({ where: { subjectId: gone.personId } })).toBe(1)
    expect(await walkChains()).toMatchObject({ entries: 1, firstBad: null })
  })

  it('keeps his certificate’s serial, number and token, with a mark for the name', async () => {
    const certificate = await db().certificate.findUniqueOrThrow({ where: { id: 'certificate' } })
    expect(certificate).toMatchObject({ serial: 1, number: 'MB-2026-0001-1', printedName: '***', personId: gone.personId })
  })

  it('leaves others as they were', async () => {
    const permit = await db().hotWorkPermit.findUniqueOrThrow({ where: { id: 'permit' } })
    expect(permit).toMatchObject({ guardName: '***', applicantName: '周管理', work: '***焊水箱' })
    expect(await db().tipSent.findUniqueOrThrow({ where: { id: 'tip' } })).toMatchObject({ text: '请联系***，电话***' })
  })

  it('is written down once, without his name, also beside the backups', async () => {
    const [entry] = await db().auditEntry.findMany({ where: { act: 'personal.erased' } })
    expect(entry).toMatchObject({ actor: administrator.accountId, targetId: gone.personId })
    expect(entry?.detail).not.toContain(name)
    expect(erasedList().map(({ personId }) => personId)).toEqual([gone.personId])
    const again = await erasePerson(acting(administrator.accountId), { personId: gone.personId, reason: 'asked', typed: '***' })
    expect(again).toMatchObject({ reason: 'personal:erase.refusal.already' })
  })
})

describe('two people of one name', () => {
  beforeAll(async () => {
    await emptyDatabase()
    await makeStreet()
    unit = await makeUnit('河东超市', 'HD')
    administrator = await makeEmployee(unit, '周管理')
    await grant(administrator.accountId, null)
    gone = await makeEmployee(unit, '王伟', { to: '2026-02-28' })
    const namesake = await makeEmployee(unit, '王伟')
    await transact(async (tx) => {
      const list = (personId: string) => JSON.stringify([{ personId, name: '王伟' }])
      const call = { kind: 'drill', unitId: unit.id, createdAt: morning, createdBy: 'x' }
      for (const [nth, personId] of [gone.personId, namesake.personId].entries()) {
        await tx.rollCall.create({ data: { ...call, id: `call-${nth}`, subjectId: `drill-${nth}` } })
        await tx.rollList.create({
          data: { id: `list-${nth}`, callId: `call-${nth}`, nth: 1, entries: list(personId), roles: '[]', at: morning, by: 'x' },
        })
      }
    })
  })

  it('only the words that are about the one who left lose the name', async () => {
    const outcome = await erasePerson(acting(administrator.accountId), { personId: gone.personId, reason: 'ended', typed: '王伟' })
    expect(isRefused(outcome)).toBe(false)
    const lists = await db().rollList.findMany({ orderBy: { id: 'asc' } })
    expect(lists.map(({ entries }) => entries.includes('王伟'))).toEqual([false, true])
    expect(await db().person.count({ where: { name: '王伟' } })).toBe(1)
  })
})
