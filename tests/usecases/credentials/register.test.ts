import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findGrants } from '~/data/accounts/grants.server'
import { findMissingSerials, listGaps } from '~/data/credentials/gaps.server'
import { listRegister, type RegisterFilter } from '~/data/credentials/register.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import type { Scope } from '~/domain/accounts/scope'
import { serialGaps } from '~/domain/credentials/serial-gaps'
import { parseDay } from '~/domain/shared/day'
import { Forbidden } from '~/domain/shared/faults'
import { correctCertificate } from '~/usecases/credentials/correct-certificate.server'
import { explainGap, passOverSerials } from '~/usecases/credentials/explain-gap.server'
import { lookUpCertificate, lookUpNumber } from '~/usecases/credentials/look-up-certificate.server'
import { findRevocable, revokeCertificates } from '~/usecases/credentials/revoke-certificates.server'
import { certified } from '../../exams-fixtures/certified'
import { useFixtureContent } from '../../exams-fixtures/content'
import { grant, person, post, smallTown } from '../../exams-fixtures/people'
import { emptyDatabase } from '../../factories/world'

const now = new Date('2026-03-10T02:00:00Z')
const today = (() => {
  const day = parseDay('2026-03-10')
  if (day === null) throw new Error('a day')
  return day
})()
const acting = (personId: string) => ({
  now,
  today,
  actor: { accountId: `account-${personId}`, grants: findGrants(`account-${personId}`) },
})
const everything: Scope = { everything: true, places: [], units: [] }
const all: RegisterFilter = {
  number: null,
  serial: null,
  text: null,
  state: null,
  course: null,
  placePath: null,
  unitId: null,
  from: null,
  to: null,
}
const page = { sort: 'serial', skip: 0, take: 50 } as const
const found = async (filter: Partial<RegisterFilter>, scope = everything) =>
  (await listRegister(scope, { ...all, ...filter }, page)).rows.map(({ name }) => name)

beforeAll(useFixtureContent)
beforeEach(async () => {
  await emptyDatabase()
  await smallTown()
  await person('boss', '陈主任')
  await grant('boss', 'administrator')
  for (const [id, name, unitId] of [
    ['li', '李秀英', 'market'],
    ['ouyang', '欧阳娜娜', 'market'],
    ['zhao', '赵六', 'office'],
  ] as const) {
    await person(id, name)
    await certified(id, await post(id, { unitId }), now)
  }
})

describe('the register', () => {
  it('finds a certificate by its number, its serial, a part of the number, a name or a unit', async () => {
    const { number, serial } = await db().certificate.findFirstOrThrow({ where: { personId: 'ouyang' } })
    expect(serial).toBe(2)
    expect(await found({ number })).toEqual(['欧阳娜娜'])
    expect(await found({ serial })).toEqual(['欧阳娜娜'])
    expect(await found({ text: number.slice(-8) })).toEqual(['欧阳娜娜'])
    expect(await found({ text: '娜' })).toEqual(['欧阳娜娜'])
    expect(await found({ text: '农贸' })).toEqual(['李秀英', '欧阳娜娜'])
    expect(await found({ text: '%' })).toEqual([])
    expect(await found({ from: '2026-03-11' })).toEqual([])
    expect(await found({ placePath: '/county/street/' })).toHaveLength(3)
  })

  it('holds only the units of the reader’s scope', async () => {
    expect(await found({}, { everything: false, places: [], units: ['office'] })).toEqual(['赵六'])
    expect(await found({ unitId: 'market' }, { everything: false, places: [], units: ['office'] })).toEqual([])
    expect(await found({}, { everything: false, places: [{ path: '/county/street/', sectors: ['education'] }], units: [] })).toEqual([])
    expect(await found({}, { everything: false, places: [{ path: '/county/', sectors: '*' }], units: [] })).toHaveLength(3)
  })
})

describe('correcting', () => {
  const correct = async (more: Partial<Parameters<typeof correctCertificate>[0]> = {}) => {
    const { id, number } = await db().certificate.findFirstOrThrow({ where: { personId: 'li' }, orderBy: { edition: 'asc' } })
    return correctCertificate({
      ...acting('boss'),
      certificateId: id,
      postId: 'post-li-market-welder',
      typed: number.slice(-3),
      reason: '姓名有错字',
      ...more,
    })
  }

  it('refuses what would say the same, a wrong end of the number, and somebody else’s post; and who is no administrator', async () => {
    expect(await correct()).toMatchObject({ reason: 'credentials:register.refusal.nothingToCorrect' })
    expect(await correct({ postId: 'post-zhao-office-welder' })).toMatchObject({ reason: 'credentials:register.refusal.noSuchPost' })
    await transact((tx) => tx.person.update({ where: { id: 'li' }, data: { name: '李秀瑛' } }))
    expect(await correct({ typed: '000' })).toMatchObject({ reason: 'credentials:error.confirmDiffers' })
    await person('clerk', '小王')
    await grant('clerk', 'manager', { unitId: 'market' })
    await expect(correct(acting('clerk'))).rejects.toBeInstanceOf(Forbidden)
    expect(await db().certificate.count()).toBe(3)
  })

  it('issues another for the right name; the first keeps saying what it said, and both say so', async () => {
    await transact((tx) => tx.person.update({ where: { id: 'li' }, data: { name: '李秀瑛' } }))
    const before = await db().evidenceEntry.count()
    const outcome = await correct()
    expect(outcome).toMatchObject({ kind: 'done' })
    const [old, fresh] = await db().certificate.findMany({ where: { personId: 'li' }, orderBy: { edition: 'asc' } })
    expect(old).toMatchObject({ printedName: '李秀英', edition: 1, serial: 1 })
    expect(fresh).toMatchObject({ printedName: '李秀瑛', edition: 2, serial: 4, passedOn: old?.passedOn, evidenceId: old?.evidenceId })
    expect(await db().evidenceEntry.count()).toBe(before)
    expect(lookUpCertificate(old?.token ?? '', today)).toMatchObject({ state: 'superseded', name: '李**' })
    expect(lookUpCertificate(fresh?.token ?? '', today)).toMatchObject({ state: 'valid' })
    expect(await found({ state: 'superseded' })).toEqual(['李秀英'])
    expect(await found({ text: '李秀瑛', state: 'issued' })).toEqual(['李秀瑛'])
    expect(await db().auditEntry.count({ where: { act: 'credentials.certificateCorrected' } })).toBe(1)
    expect(await correct()).toMatchObject({ reason: 'credentials:register.refusal.notCurrent' })
  })

  it('moves the evidence to the right unit, and does not come back when the corrected one is revoked', async () => {
    const postId = await post('li', { unitId: 'office' })
    expect(await correct({ postId })).toMatchObject({ kind: 'done' })
    const [old, fresh] = await db().certificate.findMany({ where: { personId: 'li' }, orderBy: { edition: 'asc' } })
    expect(fresh).toMatchObject({ unitId: 'office', printedUnit: '云溪县档案馆', position: 'welder' })
    const moved = await db().evidenceEntry.findMany({ where: { unitId: 'office', entry: 'evidence', subjectId: 'li' } })
    expect(moved.map(({ on, topic }) => [on, topic])).toEqual(
      (await db().evidenceEntry.findMany({ where: { unitId: 'market', entry: 'evidence', subjectId: 'li' } })).map(({ on, topic }) => [
        on,
        topic,
      ]),
    )
    expect(fresh?.evidenceId).toBe(moved[0]?.id)
    expect(await db().evidenceEntry.count({ where: { entry: 'revocation', reason: 'certificate-corrected' } })).toBe(moved.length)
    const filter = { ...all, number: fresh?.number ?? '' }
    expect(await revokeCertificates({ ...acting('boss'), filter, previewed: 1, typed: '1', reason: '替考' })).toEqual({
      kind: 'done',
      count: 1,
    })
    expect(lookUpCertificate(old?.token ?? '', today)).toMatchObject({ state: 'superseded' })
    expect(await db().evidenceEntry.count({ where: { entry: 'revocation' } })).toBe(moved.length * 2)
  })
})

describe('revoking many', () => {
  const revoke = (more: Partial<Parameters<typeof revokeCertificates>[0]> = {}) =>
    revokeCertificates({ ...acting('boss'), filter: { ...all, unitId: 'market' }, previewed: 2, typed: '2', reason: '试卷泄露', ...more })

  it('takes back just those of the filter, each with its evidence and an audit entry, and once only', async () => {
    expect(await findRevocable(acting('boss'), { ...all, unitId: 'market' })).toHaveLength(2)
    expect(await revoke()).toEqual({ kind: 'done', count: 2 })
    expect(await found({ state: 'revoked' })).toEqual(['李秀英', '欧阳娜娜'])
    expect(await found({ state: 'issued' })).toEqual(['赵六'])
    expect(await db().auditEntry.count({ where: { act: 'credentials.certificateRevoked' } })).toBe(2)
    expect(await db().certificateRevocation.findMany({ select: { reason: true } })).toEqual([
      { reason: '试卷泄露' },
      { reason: '试卷泄露' },
    ])
    expect(await revoke({ previewed: 0, typed: '0' })).toMatchObject({ reason: 'credentials:register.refusal.countDiffers' })
  })

  it('does nothing without a filter, with another count typed, after a change, or by another than an administrator', async () => {
    expect(await revoke({ filter: all, previewed: 3, typed: '3' })).toMatchObject({ reason: 'credentials:register.refusal.noFilter' })
    expect(await revoke({ typed: '3' })).toMatchObject({ reason: 'credentials:register.refusal.countDiffers' })
    expect(await revoke({ previewed: 1, typed: '1' })).toMatchObject({
      reason: 'credentials:register.refusal.changed',
      values: { count: 2 },
    })
    await person('clerk', '小王')
    await grant('clerk', 'manager', { unitId: 'market' })
    await expect(revoke(acting('clerk'))).rejects.toBeInstanceOf(Forbidden)
    expect(await db().certificateRevocation.count()).toBe(0)
  })
})

describe('serials', () => {
  const openRuns = async () => serialGaps(findMissingSerials(), await listGaps()).open

  it('show a hole that a deletion left, until an administrator says why', async () => {
    await transact((tx) => tx.certificate.deleteMany({ where: { serial: { in: [2, 3] } } }))
    expect(await openRuns()).toEqual([{ first: 2, last: 3 }])
    expect(await explainGap({ ...acting('boss'), first: 1, last: 3, why: '误删' })).toMatchObject({ kind: 'refused' })
    expect(await explainGap({ ...acting('boss'), first: 2, last: 3, why: '误删' })).toEqual({ kind: 'done' })
    expect(await openRuns()).toEqual([])
    expect(await listGaps()).toMatchObject([{ first: 2, last: 3, why: '误删', who: '陈主任' }])
    expect(await explainGap({ ...acting('boss'), first: 2, last: 3, why: '误删' })).toMatchObject({ kind: 'refused' })
    await person('mu', '穆青')
    await certified('mu', await post('mu'), now)
    expect((await db().certificate.findFirstOrThrow({ where: { personId: 'mu' } })).serial).toBe(4)
  })

  it('go on after what was printed before a restore, which is explained at once', async () => {
    expect(await passOverSerials({ ...acting('boss'), upTo: 3, why: '恢复备份' })).toMatchObject({ kind: 'refused', values: { last: 3 } })
    expect(await passOverSerials({ ...acting('boss'), upTo: 900_000, why: '恢复备份' })).toMatchObject({ kind: 'refused' })
    expect(await passOverSerials({ ...acting('boss'), upTo: 40, why: '恢复备份' })).toEqual({ kind: 'done' })
    expect(await openRuns()).toEqual([])
    expect(findMissingSerials()).toEqual([{ first: 4, last: 40 }])
    await person('mu', '穆青')
    await certified('mu', await post('mu'), now)
    expect((await db().certificate.findFirstOrThrow({ where: { personId: 'mu' } })).serial).toBe(41)
    await expect(passOverSerials({ ...acting('li'), upTo: 50, why: '恢复备份' })).rejects.toBeInstanceOf(Forbidden)
  })
})

describe('asking by number and surname', () => {
  it('tells the state to who has both, and the same nothing to all others', async () => {
    const { number } = await db().certificate.findFirstOrThrow({ where: { personId: 'ouyang' } })
    expect(lookUpNumber(number.toLowerCase().replaceAll('-', ' '), '欧阳', today)).toMatchObject({ state: 'valid', name: '欧阳**', number })
    expect(lookUpNumber(number, '欧阳娜娜', today)).toMatchObject({ state: 'valid' })
    for (const surname of ['欧', '李', '娜', '', '*', '%']) expect(lookUpNumber(number, surname, today)).toBeNull()
    expect(lookUpNumber('MB-2026-2222-222', '欧阳', today)).toBeNull()
  })
})
