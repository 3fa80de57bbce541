import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { emptyDatabase } from '../factories/world'

const writes = Number(process.env.DOOR_WRITES ?? 10_000)
const rollbacks = Number(process.env.DOOR_ROLLBACKS ?? 500)
const realTime = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const at = new Date('2026-03-10T02:00:00Z')
const suggestion = (id: string, text: string) => ({ id, at, page: '/', text })

describe('one door in front of the database', () => {
  beforeAll(emptyDatabase)

  it(`keeps every acknowledged write beside transactions that wait in real time and roll back`, { timeout: 3_600_000 }, async () => {
    const acknowledged: string[] = []
    let dirty = 0
    const writer = async (lane: number, count: number) => {
      for (let n = 0; n < count; n += 1) {
        const id = `kept-${lane}-${n}`
        await transact((tx) => tx.suggestion.create({ data: suggestion(id, 'kept') }))
        acknowledged.push(id)
      }
    }
    const undecided = async (lane: number, count: number) => {
      for (let n = 0; n < count; n += 1) {
        await transact(async (tx) => {
          await tx.suggestion.create({ data: suggestion(`gone-${lane}-${n}`, 'rolled back') })
          await realTime(1)
          throw new Error('changed its mind')
        }).catch(() => undefined)
      }
    }
    const reader = async () => {
      for (let n = 0; n < 200; n += 1) {
        dirty += await db().suggestion.count({ where: { text: 'rolled back' } })
        await realTime(5)
      }
    }
    const lanes = 50
    await Promise.all([
      ...Array.from({ length: lanes }, (_, lane) => writer(lane, writes / lanes)),
      ...Array.from({ length: 10 }, (_, lane) => undecided(lane, rollbacks / 10)),
      reader(),
    ])
    const stored = new Set((await db().suggestion.findMany({ select: { id: true } })).map((row) => row.id))
    expect(acknowledged.length).toBe(writes)
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
    expect(stored.size).toBe(writes)
    expect(dirty).toBe(0)
  })

  it('refuses a read that slips past the transaction it stands in', async () => {
    await expect(transact(async () => db().suggestion.count())).rejects.toThrow(/only tx/)
  })

  it('refuses to write on the reading connection', async () => {
    await expect(db().suggestion.create({ data: suggestion('no', 'no') })).rejects.toThrow()
  })
})
