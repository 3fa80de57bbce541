import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { examOf } from '~/content/exam.server'
import { findGrants } from '~/data/accounts/grants.server'
import { recordHeldPasses } from '~/data/credentials/passes.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { certificateNumber } from '~/domain/credentials/number'
import { parseDay } from '~/domain/shared/day'
import { Forbidden, NotFound } from '~/domain/shared/faults'
import { issueTools } from '~/gateways/issue-tools.server'
import { lookUpCertificate } from '~/usecases/credentials/look-up-certificate.server'
import { revokeCertificate } from '~/usecases/credentials/revoke-certificate.server'
import { startAttempt } from '~/usecases/exams/start-attempt.server'
import { submitAttempt } from '~/usecases/exams/submit-attempt.server'
import { answersRightly } from '../../exams-fixtures/answers'
import { useFixtureContent } from '../../exams-fixtures/content'
import { grant, hasLearned, person, post, smallTown, waiting } from '../../exams-fixtures/people'
import { emptyDatabase } from '../../factories/world'

const now = new Date('2026-03-10T02:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const day = (text: string) => {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}
const today = day('2026-03-10')

async function passes(personId: string, seatId: string, at = now): Promise<string> {
  const outcome = await startAttempt({ personId, course: 'pre-job', seatId, now: at, locale: 'zh' })
  if (outcome.kind !== 'open') throw new Error(outcome.reason)
  await answersRightly(personId, outcome.attemptId, at)
  await submitAttempt({ personId, accountId: `account-${personId}`, attemptId: outcome.attemptId, now: at })
  return outcome.attemptId
}
const certificateOf = (attemptId: string) => db().certificate.findFirstOrThrow({ where: { attemptId } })

beforeAll(useFixtureContent)
beforeEach(async () => {
  await emptyDatabase()
  await smallTown()
  await person('ouyang', '欧阳秀英')
  await hasLearned('ouyang')
})

describe('evidence and certificate', () => {
  it('are written together or not at all: a number that is taken rolls everything back', async () => {
    const seat = await post('ouyang')
    const first = await passes('ouyang', seat)
    const taken = (await certificateOf(first)).number
    const attempt = await db().attempt.findUniqueOrThrow({ where: { id: first } })
    await transact((tx) => tx.attempt.create({ data: { ...attempt, id: 'second', evidenceId: null } }))
    const before = await db().evidenceEntry.count()
    const held = {
      provisionalPersonId: 'ouyang',
      personId: 'ouyang',
      unitId: 'market',
      position: 'welder',
      postId: seat,
      at: now,
      by: 'system',
    }
    const gives = () => examOf('pre-job')?.gives ?? []
    await expect(transact((tx) => recordHeldPasses(tx, { ...held, gives, ...issueTools(now), makeNumber: () => taken }))).rejects.toThrow()
    expect(await db().evidenceEntry.count()).toBe(before)
    expect(await db().certificate.count()).toBe(1)
    expect((await db().attempt.findUniqueOrThrow({ where: { id: 'second' } })).evidenceId).toBeNull()
    expect(await transact((tx) => recordHeldPasses(tx, { ...held, gives, ...issueTools(now) }))).toBe(1)
    expect(await db().evidenceEntry.count()).toBe(before + 2)
  })

  it('takes another number when the first drawn is in use', async () => {
    const seat = await post('ouyang')
    const first = await passes('ouyang', seat)
    const taken = (await certificateOf(first)).number
    const attempt = await db().attempt.findUniqueOrThrow({ where: { id: first } })
    await transact((tx) => tx.attempt.create({ data: { ...attempt, id: 'second', evidenceId: null } }))
    const numbers = [taken, taken, certificateNumber(2026, '222222')]
    const tools = { ...issueTools(now), makeNumber: () => String(numbers.shift()) }
    await transact((tx) =>
      recordHeldPasses(tx, {
        provisionalPersonId: 'ouyang',
        personId: 'ouyang',
        unitId: 'market',
        position: 'welder',
        postId: seat,
        at: now,
        by: 'system',
        gives: () => examOf('pre-job')?.gives ?? [],
        ...tools,
      }),
    )
    expect((await certificateOf('second')).number).toBe(certificateNumber(2026, '222222'))
  })
})

describe('a pass before the unit has confirmed her', () => {
  it('is held, and becomes evidence on confirmation, dated when it was passed', async () => {
    const attemptId = await passes('ouyang', await waiting('ouyang'))
    expect(await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })).toMatchObject({
      passed: true,
      evidenceId: null,
      postId: null,
    })
    expect(await db().evidenceEntry.count()).toBe(0)
    await person('known', '欧阳秀英')
    const seat = await post('known', { from: '2026-03-12' })
    const confirmedAt = later(3)
    const count = await transact((tx) =>
      recordHeldPasses(tx, {
        provisionalPersonId: 'ouyang',
        personId: 'known',
        unitId: 'market',
        position: 'welder',
        postId: seat,
        at: confirmedAt,
        by: 'account-manager',
        gives: (course) => examOf(course)?.gives ?? [],
        ...issueTools(confirmedAt),
      }),
    )
    expect(count).toBe(1)
    expect(await db().evidenceEntry.findMany({ select: { subjectId: true, on: true, recordedAt: true, recordedBy: true } })).toEqual(
      Array.from({ length: 2 }, () => ({ subjectId: 'known', on: '2026-03-10', recordedAt: confirmedAt, recordedBy: 'account-manager' })),
    )
    expect(await certificateOf(attemptId)).toMatchObject({ personId: 'known', passedOn: '2026-03-10', issuedAt: confirmedAt })
    expect(await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })).toMatchObject({ postId: seat })
  })

  it('is written at once when the confirmation came while the paper was open', async () => {
    const seatId = await waiting('ouyang')
    const outcome = await startAttempt({ personId: 'ouyang', course: 'pre-job', seatId, now, locale: 'zh' })
    if (outcome.kind !== 'open') throw new Error(outcome.reason)
    const postId = await post('ouyang', { from: '2026-03-12' })
    await transact((tx) => tx.joinRequest.update({ where: { id: seatId }, data: { decidedAt: now, decision: 'confirmed', postId } }))
    await answersRightly('ouyang', outcome.attemptId, now)
    await submitAttempt({ personId: 'ouyang', accountId: 'account-ouyang', attemptId: outcome.attemptId, now })
    expect(await certificateOf(outcome.attemptId)).toMatchObject({ personId: 'ouyang' })
  })

  it('gives nothing for another position or unit', async () => {
    await passes('ouyang', await waiting('ouyang', 'security-guard'))
    const seat = await post('ouyang')
    const count = await transact((tx) =>
      recordHeldPasses(tx, {
        provisionalPersonId: 'ouyang',
        personId: 'ouyang',
        unitId: 'market',
        position: 'welder',
        postId: seat,
        at: now,
        by: 'system',
        gives: () => [],
        ...issueTools(now),
      }),
    )
    expect(count).toBe(0)
  })
})

describe('what the code on a certificate answers', () => {
  it('tells the state, the masked name and what was passed; nothing else', async () => {
    const { token, number } = await certificateOf(await passes('ouyang', await post('ouyang')))
    const answer = {
      name: '欧阳**',
      number: `MB-2026-****-${number.slice(-3)}`,
      unitName: '云溪东门农贸市场',
      position: 'welder',
      course: 'pre-job',
      passedOn: '2026-03-10',
    }
    expect(lookUpCertificate(token, today)).toEqual({ state: 'valid', ...answer })
    expect(lookUpCertificate(token.toLowerCase(), today)).toEqual({ state: 'valid', ...answer })
    expect(lookUpCertificate(token, day('2026-12-31'))).toMatchObject({ state: 'valid' })
    expect(lookUpCertificate(token, day('2027-01-01'))).toMatchObject({ state: 'expired', because: 'overdue' })
  })

  it('does not know a flipped character, a part, an id or a number', async () => {
    const { token, id, number } = await certificateOf(await passes('ouyang', await post('ouyang')))
    const flipped = token.replace(/^./, token.startsWith('A') ? 'B' : 'A')
    for (const typed of [
      flipped,
      token.slice(0, 25),
      `${token}A`,
      id,
      number,
      `${token.slice(0, 13)}-${token.slice(13)}`,
      '%',
      '',
      'x'.repeat(10_000),
    ])
      expect(lookUpCertificate(typed, today)).toBeNull()
  })

  it('says that its holder has left, from the day after the post’s last', async () => {
    const seat = await post('ouyang')
    const { token } = await certificateOf(await passes('ouyang', seat))
    await transact((tx) => tx.post.update({ where: { id: seat }, data: { to: '2026-04-30' } }))
    expect(lookUpCertificate(token, day('2026-04-30'))).toMatchObject({ state: 'valid' })
    expect(lookUpCertificate(token, day('2026-05-01'))).toMatchObject({ state: 'expired', because: 'left' })
  })

  it('says when a later one took its place, and comes back when that one is revoked', async () => {
    await person('boss', '陈主任')
    await grant('boss', 'administrator')
    const seat = await post('ouyang')
    const old = await certificateOf(await passes('ouyang', seat))
    const fresh = await certificateOf(await passes('ouyang', seat, later(60)))
    const on = day('2026-05-20')
    expect(lookUpCertificate(old.token, on)).toMatchObject({ state: 'superseded' })
    expect(lookUpCertificate(fresh.token, on)).toMatchObject({ state: 'valid' })
    const actor = { accountId: 'account-boss', personId: 'boss', grants: findGrants('account-boss') }
    await revokeCertificate({
      actor,
      certificateId: fresh.id,
      typed: fresh.number.slice(-3).toLowerCase(),
      reason: '替考',
      now: later(61),
      today: on,
    })
    expect(lookUpCertificate(fresh.token, on)).toMatchObject({ state: 'revoked' })
    expect(lookUpCertificate(old.token, on)).toMatchObject({ state: 'valid' })
  })
})

describe('revoking', () => {
  it('takes back the evidence, too, is written once, and needs an administrator and the end of the number', async () => {
    for (const [id, role] of [
      ['boss', 'administrator'],
      ['manager', 'manager'],
    ] as const) {
      await person(id, id)
      await grant(id, role, role === 'manager' ? { unitId: 'market' } : {})
    }
    const { id: certificateId, number } = await certificateOf(await passes('ouyang', await post('ouyang')))
    const as = (personId: string, typed = number.slice(-3)) =>
      revokeCertificate({
        actor: { accountId: `account-${personId}`, personId, grants: findGrants(`account-${personId}`) },
        certificateId,
        typed,
        reason: '替考',
        now,
        today,
      })
    await expect(as('manager')).rejects.toBeInstanceOf(Forbidden)
    await expect(as('ouyang')).rejects.toBeInstanceOf(Forbidden)
    await person('stranger', '路人')
    await expect(as('stranger')).rejects.toBeInstanceOf(NotFound)
    expect(await as('boss', '000')).toMatchObject({ kind: 'refused', reason: 'credentials:error.confirmDiffers' })
    expect(await db().certificateRevocation.count()).toBe(0)
    expect(await as('boss')).toEqual({ kind: 'done' })
    expect(await as('boss')).toEqual({ kind: 'done' })
    expect(await db().certificateRevocation.findMany()).toMatchObject([
      { certificateId, on: '2026-03-10', reason: '替考', by: 'account-boss' },
    ])
    expect(await db().evidenceEntry.count({ where: { entry: 'revocation' } })).toBe(2)
    expect(await db().auditEntry.count({ where: { act: 'credentials.certificateRevoked' } })).toBe(1)
  })
})
