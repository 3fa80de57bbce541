import { setTimeout as pause } from 'node:timers/promises'
import { insideTransaction } from './one-door.server'
import { type Tx, transact } from './transact.server'

/** Long enough for a hall's clicks to meet, short enough that nobody notices. */
const gatherMilliseconds = 12

type Work = (tx: Tx) => Promise<void>
type Group = { works: Work[]; committed: Promise<void> }

let gathering: Group | null = null
let before: Promise<unknown> = Promise.resolve()

async function runAll(tx: Tx, works: readonly Work[]): Promise<void> {
  for (const work of works) {
    await tx.$executeRawUnsafe('SAVEPOINT "work"')
    await work(tx).catch(() => tx.$executeRawUnsafe('ROLLBACK TO "work"'))
    await tx.$executeRawUnsafe('RELEASE "work"')
  }
}

function gather(): Group {
  const works: Work[] = []
  const committed = Promise.all([before, pause(gatherMilliseconds)]).then(() => {
    gathering = null
    return transact((tx) => runAll(tx, works))
  })
  before = committed.catch(() => null)
  return { works, committed }
}

/**
 * As `transact`, for what a hall full of people does at once: works that come within a few milliseconds, or while a group is under
 * way, share one COMMIT. Each stands behind its own savepoint: one that fails takes back its own writes only. Resolves after COMMIT.
 * While another process holds the database a group waits for the one before it too, so for at most twice the patience.
 */
export async function transactTogether<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  if (insideTransaction.getStore()) throw new Error('a transaction inside a transaction: pass tx down instead')
  gathering ??= gather()
  const { works, committed } = gathering
  let finish: () => T = () => {
    throw new Error('a group ended without this work')
  }
  works.push(async (tx) => {
    try {
      const value = await work(tx)
      finish = () => value
    } catch (fault) {
      finish = () => {
        throw fault
      }
      throw fault
    }
  })
  await committed
  return finish()
}
