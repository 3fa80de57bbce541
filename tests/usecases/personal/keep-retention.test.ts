import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { listRetentionDays } from '~/data/personal/retention.server'
import { transact } from '~/data/transact.server'
import { seal } from '~/gateways/secrets.server'
import { keepRetention } from '~/usecases/personal/keep-retention.server'
import { type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

const now = new Date('2026-03-10T02:00:00.000Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)

let unit: MadeUnit
let person: MadePerson

describe('what is over goes by itself', () => {
  beforeAll(async () => {
    await emptyDatabase()
    setClock(now.toISOString())
    await makeStreet()
    unit = await makeUnit('河西百货', 'HX')
    person = await makeEmployee(unit, '何保安')
    const { accountId, personId, postId } = person
    await transact(async (tx) => {
      for (const [id, at] of Object.entries({ old: ago(1), open: ago(-1) }))
        await tx.session.create({
          data: { id, accountId, kind: 'console', createdAt: ago(30), seenAt: ago(2), expiresAt: at, absoluteAt: at },
        })
      for (const days of [29, 31])
        await tx.slip.create({
          data: { id: `slip-${days}`, accountId, codeHash: `h${days}`, createdBy: 'x', createdAt: ago(40), expiresAt: ago(days) },
        })
      for (const days of [729, 731]) {
        await tx.gateCheck.create({
          data: { id: `check-${days}`, at: ago(days), personId, postId, unitId: unit.id, job: 'j', answer: 'a', because: '', way: 'w' },
        })
        await tx.panelRun.create({ data: { id: `run-${days}`, personId, scenario: 's', mode: 'm', acts: '[]', startedAt: ago(days) } })
      }
      await tx.mailAddress.create({
        data: { id: 'address', accountId, nth: 1, sealed: seal('a@example.org'), match: 'm', codeHash: 'c', at: ago(400) },
      })
      for (const days of [89, 91]) {
        await tx.mail.create({
          data: {
            id: `mail-${days}`,
            accountId,
            addressId: 'address',
            kind: 'digest',
            on: 'd',
            once: `o${days}`,
            sealed: 'text',
            at: ago(days),
          },
        })
        await tx.mailEnd.create({ data: { mailId: `mail-${days}`, kind: 'taken', at: ago(days) } })
      }
      for (const days of [364, 366]) {
        await tx.notice.create({
          data: { id: `notice-${days}`, accountId, kind: 'due', subject: `s${days}`, step: 'soon', on: 'd', at: ago(400), body: '{}' },
        })
        await tx.noticeSeen.create({ data: { noticeId: `notice-${days}`, at: ago(390) } })
        await tx.noticeEnd.create({ data: { noticeId: `notice-${days}`, at: ago(days) } })
        await tx.suggestion.create({
          data: { id: `said-${days}`, at: ago(400), page: '/', text: 't', contact: '13800000000', handledAt: ago(days) },
        })
      }
      for (const days of [179, 181]) {
        await tx.person.create({
          data: { id: `asked-${days}`, name: `来过${days}`, phone: `1380000${String(days).padStart(4, '0')}`, createdAt: ago(200) },
        })
        await tx.joinRequest.create({
          data: {
            ...{
              id: `join-${days}`,
              unitId: unit.id,
              personId: `asked-${days}`,
              name: `来过${days}`,
              phone: '13800000000',
              position: 'employee',
            },
            ...{ from: '2025-01-01', createdAt: ago(200), decidedAt: ago(days), decidedBy: 'x', decision: 'declined' },
          },
        })
      }
    })
  })

  it('the day after its time and not before, and is counted', async () => {
    const counts = await keepRetention(now)
    expect(counts).toEqual({
      sessions: 1,
      slips: 1,
      declinedJoins: 1,
      endedNotices: 1,
      letters: 1,
      gateChecks: 1,
      practice: 1,
      suggestions: 1,
    })
    const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id)
    expect(await ids(db().session.findMany())).toEqual(['open'])
    expect(await ids(db().slip.findMany())).toEqual(['slip-29'])
    expect(await ids(db().gateCheck.findMany())).toEqual(['check-729'])
    expect(await ids(db().panelRun.findMany())).toEqual(['run-729'])
    expect(await ids(db().notice.findMany())).toEqual(['notice-364'])
    expect(await db().mail.findMany({ select: { id: true, sealed: true }, orderBy: { id: 'asc' } })).toEqual([
      { id: 'mail-89', sealed: 'text' },
      { id: 'mail-91', sealed: '' },
    ])
    expect(await db().suggestion.findUniqueOrThrow({ where: { id: 'said-366' } })).toMatchObject({ contact: null, text: 't' })
  })

  it('who was declined and never held a post is erased; who works here is not', async () => {
    const names = (await db().person.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name)
    expect(names.sort()).toEqual(['***', '何保安', '来过179'].sort())
  })

  it('is done once a day', async () => {
    expect(await keepRetention(now)).toEqual({})
    expect(listRetentionDays()).toHaveLength(1)
  })
})
