import fs from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, db } from '~/data/db.server'
import { settings } from '~/env.server'
import { erasePerson } from '~/usecases/personal/erase-person.server'
import { eraseAgain, sweepErased } from '~/usecases/personal/sweep-erased.server'
import { acting, grant, type MadePerson, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { emptyDatabase, setClock } from '../../factories/world'

const name = '孙亦可'
let administrator: MadePerson
let gone: MadePerson
let before: Buffer

const file = () => settings().databaseFile
const isOnDisk = () =>
  ['', '-wal'].some((suffix) => fs.existsSync(file() + suffix) && fs.readFileSync(file() + suffix).includes(Buffer.from(name)))

describe('a backup from before an erasure', () => {
  beforeAll(async () => {
    await emptyDatabase()
    setClock('2026-03-10T02:00:00.000Z')
    await makeStreet()
    const unit = await makeUnit('河西百货', 'HX')
    administrator = await makeEmployee(unit, '周管理')
    await grant(administrator.accountId, null)
    gone = await makeEmployee(unit, name, { to: '2026-02-28' })
    await closeDatabase()
    before = fs.readFileSync(file())
  })

  it('brings somebody back, who is erased again by itself', async () => {
    expect(await erasePerson(acting(administrator.accountId), { personId: gone.personId, reason: 'asked', typed: name })).toMatchObject({
      kind: 'erased',
    })
    expect(isOnDisk()).toBe(false)

    await closeDatabase()
    for (const suffix of ['-wal', '-shm']) fs.rmSync(file() + suffix, { force: true })
    fs.writeFileSync(file(), before)
    expect(isOnDisk()).toBe(true)

    expect(await eraseAgain(morning)).toBe(1)
    expect(await sweepErased(morning)).toBe(true)
    expect(isOnDisk()).toBe(false)
    expect(await db().erasure.findMany()).toMatchObject([{ personId: gone.personId, by: 'system', way: 'rule', reason: 'restored' }])
    expect(await eraseAgain(morning)).toBe(0)
  })
})
