import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { type Tx, transact } from '~/data/transact.server'
import { transactTogether } from '~/data/transact-together.server'
import { emptyDatabase } from '../factories/world'

const at = new Date('2026-03-10T02:00:00Z')
const writes = (id: string) => (tx: Tx) => tx.suggestion.create({ data: { id, at, page: '/', text: id } })
const stored = async () => (await db().suggestion.findMany({ orderBy: { id: 'asc' } })).map((row) => row.id)

describe('works that share a commit', () => {
  beforeEach(emptyDatabase)

  it('are all there once they are acknowledged', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `s${String(n).padStart(2, '0')}`)
    const acknowledged = await Promise.all(ids.map(async (id) => (await transactTogether(writes(id))).id))
    expect(acknowledged).toEqual(ids)
    expect(await stored()).toEqual(ids)
  })

  it('take back their own writes when they fail, and nobody else’s', async () => {
    const outcomes = await Promise.allSettled([
      transactTogether(writes('before')),
      transactTogether(async (tx) => {
        await writes('gone')(tx)
        throw new Error('changed its mind')
      }),
      transactTogether(writes('before')),
      transactTogether(writes('after')),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(outcomes[1]).toMatchObject({ reason: { message: 'changed its mind' } })
    expect(await stored()).toEqual(['after', 'before'])
  })

  it('see what the work before them wrote', async () => {
    const [, seen] = await Promise.all([transactTogether(writes('first')), transactTogether((tx) => tx.suggestion.count())])
    expect(seen).toBe(1)
  })

  it('start over after a group that could not begin', async () => {
    await expect(transact(() => transactTogether(writes('inside')))).rejects.toThrow('pass tx down instead')
    await transactTogether(writes('later'))
    expect(await stored()).toEqual(['later'])
  })
})
