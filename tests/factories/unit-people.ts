import { makeAccount, nextStaffNumber } from '~/data/accounts/account-writers.server'
import { findGrants } from '~/data/accounts/grants.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { civilDay } from '~/domain/shared/civil-day'
import { formatDay } from '~/domain/shared/day'
import { hashPassword } from '~/gateways/passwords.server'
import { newCode, newId, newToken } from '~/gateways/secrets.server'

export const morning = new Date('2026-03-10T02:00:00.000Z')

/** A county with one street. */
export async function makeStreet(): Promise<void> {
  await transact(async (tx) => {
    await tx.place.create({ data: { id: 'county', kind: 'county', name: '临河县', path: '/county/', createdAt: morning } })
    await tx.place.create({
      data: { id: 'street', kind: 'street', name: '河西街道', parentId: 'county', path: '/county/street/', createdAt: morning },
    })
  })
}

export type MadeUnit = { id: string; name: string; shortCode: string; code: string }

/** A unit with a join code. */
export async function makeUnit(name: string, shortCode: string): Promise<MadeUnit> {
  const unit = { id: newId(morning), name, shortCode, code: newCode(8) }
  await transact(async (tx) => {
    await tx.unit.create({
      data: { id: unit.id, placeId: 'street', name, sector: 'commerce', shortCode, from: '2020-01-01', createdAt: morning },
    })
    await tx.joinCode.create({ data: { id: newId(morning), unitId: unit.id, code: unit.code, createdAt: morning } })
  })
  return unit
}

export type MadePerson = { personId: string; accountId: string; staffNumber: string; postId: string }
type Wish = { phone?: string; password?: string; position?: string; from?: string; to?: string }

/** Somebody who works at a unit. */
export async function makeEmployee(unit: MadeUnit, name: string, wish: Wish = {}): Promise<MadePerson> {
  const passwordHash = wish.password === undefined ? null : await hashPassword(wish.password)
  const made = { personId: newId(morning), accountId: newId(morning), postId: newId(morning) }
  return transact(async (tx) => {
    const phone = wish.phone ?? null
    await tx.person.create({ data: { id: made.personId, name, phone, createdAt: morning } })
    const staffNumber = await nextStaffNumber(tx, unit.shortCode)
    await makeAccount(tx, { id: made.accountId, personId: made.personId, phone, staffNumber, now: morning })
    await tx.account.update({ where: { id: made.accountId }, data: { passwordHash } })
    await tx.post.create({
      data: {
        id: made.postId,
        personId: made.personId,
        unitId: unit.id,
        position: wish.position ?? 'employee',
        from: wish.from ?? '2024-01-01',
        to: wish.to ?? null,
        cardToken: newToken(),
        createdAt: morning,
      },
    })
    return { ...made, staffNumber }
  })
}

/** Gives an account the right to manage a unit, or the whole installation. */
export async function grant(accountId: string, unit: MadeUnit | null): Promise<void> {
  await transact((tx) =>
    tx.grant.create({
      data: {
        id: newId(morning),
        accountId,
        role: unit === null ? 'administrator' : 'manager',
        unitId: unit?.id ?? null,
        sectors: '*',
        from: '2020-01-01',
        grantedBy: 'system',
        createdAt: morning,
      },
    }),
  )
}

/** This account doing something at this instant, as use cases take it. */
export const acting = (accountId: string, now: Date = morning): Acting => ({
  now,
  today: civilDay(now),
  actor: { accountId, grants: findGrants(accountId) },
})

export const today = formatDay(civilDay(morning))
