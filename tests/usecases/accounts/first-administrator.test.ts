import { beforeEach, describe, expect, it } from 'vitest'
import { awaitsFirstAdministrator } from '~/data/accounts/first-code.server'
import { findGrants } from '~/data/accounts/grants.server'
import { db } from '~/data/db.server'
import { civilDay } from '~/domain/shared/civil-day'
import { NotFound } from '~/domain/shared/faults'
import { claimFirstAdministrator } from '~/usecases/accounts/claim-first-administrator.server'
import { issueFirstCode } from '~/usecases/accounts/issue-first-code.server'
import { actsSoFar } from '../../factories/administration'
import { emptyDatabase, setClock } from '../../factories/world'

const now = setClock('2026-03-10T02:00:00.000Z')
const when = { now, today: civilDay(now) }
const claim = (code: string, change: Partial<Parameters<typeof claimFirstAdministrator>[1]> = {}) =>
  claimFirstAdministrator(when, { code, name: '周队', phone: '13800000001', password: '河边有三棵老槐树', ...change })

async function issued(): Promise<string> {
  const code = await issueFirstCode(now)
  if (code === null) throw new Error('no code')
  return code
}

beforeEach(emptyDatabase)

describe('the first administrator', () => {
  it('comes from the one-time code, however it is typed, and gets a person, an account, a right and an installation', async () => {
    const code = await issued()
    const claimed = await claim(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)
    if (claimed.kind !== 'claimed') throw new Error(claimed.reason)
    expect(findGrants(claimed.accountId)).toMatchObject([{ role: 'administrator', to: null, placePath: null, unitId: null }])
    expect(await db().account.findMany({ include: { person: true } })).toMatchObject([{ phone: '13800000001', person: { name: '周队' } }])
    expect(await db().installation.count()).toBe(1)
    expect(await actsSoFar()).toEqual(['org.installationClaimed'])
  })

  it('is one of fifty who race for it', async () => {
    const code = await issued()
    const racers = Array.from({ length: 50 }, (_, index) =>
      claim(code, { phone: `139000000${String(index).padStart(2, '0')}` }).catch((fault: unknown) => fault),
    )
    const outcomes = await Promise.all(racers)
    const won = outcomes.filter(
      (outcome) => typeof outcome === 'object' && outcome !== null && 'kind' in outcome && outcome.kind === 'claimed',
    )
    expect(won).toHaveLength(1)
    for (const lost of outcomes.filter((outcome) => !won.includes(outcome))) {
      if (lost instanceof NotFound) continue
      expect(['org:refusal.setup.taken', 'org:refusal.setup.code']).toContain(Object(lost).reason)
    }
    expect([await db().person.count(), await db().account.count(), await db().grant.count(), await db().installation.count()]).toEqual([
      1, 1, 1, 1,
    ])
    expect(await actsSoFar()).toEqual(['org.installationClaimed'])
  })

  it('is there once and for ever: no later code, no later claim, even when the right has ended', async () => {
    const code = await issued()
    await claim(code)
    expect(await awaitsFirstAdministrator()).toBe(false)
    expect(await issueFirstCode(now)).toBe(null)
    await expect(claim(code)).rejects.toThrow(NotFound)
  })

  it('is refused with a wrong code, the code of an earlier start, a weak password or no phone; nothing is made', async () => {
    await expect(claim('ABCDEFGHJKMN')).rejects.toThrow(NotFound)
    const earlier = await issued()
    const code = await issued()
    expect(await claim(earlier)).toMatchObject({ reason: 'org:refusal.setup.code', field: 'code' })
    expect(await claim('ABCDEFGHJKMN')).toMatchObject({ reason: 'org:refusal.setup.code', field: 'code' })
    expect(await claim('short')).toMatchObject({ reason: 'org:refusal.setup.code', field: 'code' })
    expect(await claim(code, { password: '12345678' })).toMatchObject({ reason: 'org:refusal.setup.password.common', field: 'password' })
    expect(await claim(code, { password: 'short' })).toMatchObject({ reason: 'org:refusal.setup.password.short' })
    expect(await claim(code, { phone: '12345' })).toMatchObject({ reason: 'org:error.phone', field: 'phone' })
    expect(await db().person.count()).toBe(0)
    expect(await claim(code)).toMatchObject({ kind: 'claimed' })
  })
})
