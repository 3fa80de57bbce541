import { findGrants } from '~/data/accounts/grants.server'
import {
  type FolderBatch,
  findFolderBatchToMake,
  type LeftOut,
  recordFolderBatchesForgotten,
  recordFolderBatchFinished,
  recordFolderBatchProgress,
  recordFolderBatchStarted,
} from '~/data/drills/folder-batches.server'
import { findUnits, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import { transact } from '~/data/transact.server'
import type { PaperPart } from '~/documents/drills/paper-parts'
import { scopeFor } from '~/domain/accounts/scope'
import { fileName, packDays } from '~/domain/outreach/pack'
import { civilDay } from '~/domain/shared/civil-day'
import type { Day } from '~/domain/shared/day'
import { readClock } from '~/gateways/clock.server'
import { registerJob } from '~/gateways/jobs.server'
import { log } from '~/gateways/log.server'
import { dropPacks, writePack } from '~/gateways/pack-files.server'
import { seldom, workOff } from '~/gateways/waiting-work.server'
import { bytesFromWorker } from '~/gateways/workers.server'
import { type Folder, folderFiles, folderOf } from './make-folder.server'

/** A folder of the zip for each unit; units of one name are told apart. */
function namesOf(units: readonly ScopedUnit[]): Map<string, string> {
  const often = new Map<string, number>()
  return new Map(
    units.map(({ id, name }) => {
      const plain = fileName(name)
      const nth = (often.get(plain) ?? 0) + 1
      often.set(plain, nth)
      return [id, nth === 1 ? plain : `${plain} (${nth})`]
    }),
  )
}

type Telling = { begun: (count: number) => void; without: (one: LeftOut) => void }

/** Unit after unit, each read when its turn comes. One whose records cannot be read is left out, and told. */
function* partsOf(units: readonly ScopedUnit[], year: number, today: Day, { begun, without }: Telling): Generator<PaperPart> {
  const names = namesOf(units)
  yield { kind: 'pack', zipped: true }
  for (const [nth, unit] of units.entries()) {
    begun(nth)
    const folder = readable(() => folderOf(unit, year, today, 'zh'), unit)
    if (folder === null) without({ name: unit.name, reason: 'unreadable' })
    else yield* folderFiles(folder, names.get(unit.id))
  }
  begun(units.length)
}

function readable(read: () => Folder, { id }: ScopedUnit): Folder | null {
  try {
    return read()
  } catch (fault) {
    log.error({ fault, unit: id }, 'a year folder could not be read')
    return null
  }
}

/** Only units that are open and still the asker's as it is made; the scope of when it was asked for may be gone. */
async function unitsOf({ ask, askedBy }: FolderBatch, today: Day, without: Telling['without']): Promise<ScopedUnit[]> {
  const own = new Map((await findUnits(scopeFor(findGrants(askedBy), 'supervise', today), today)).map((unit) => [unit.id, unit]))
  return ask.flatMap((id) => {
    const unit = own.get(id)
    if (unit === undefined) without({ name: unitDirectory().byId.get(id)?.name ?? '', reason: 'gone' })
    return unit ?? []
  })
}

async function make(batch: FolderBatch): Promise<void> {
  const { id, year } = batch
  const today = civilDay(readClock())
  const left: LeftOut[] = []
  let done = 0
  const tell = seldom(() => transact((tx) => recordFolderBatchProgress(tx, id, done)))
  const begun = (count: number) => {
    done = count
  }
  const without = (one: LeftOut) => void left.push(one)
  const parts = partsOf(await unitsOf(batch, today, without), year, today, { begun, without })
  const bytes = await writePack(
    id,
    bytesFromWorker('papers', parts, ({ name }) => without({ name, reason: 'unprintable' })),
    tell,
  )
  const whole = left.filter(({ reason }) => reason !== 'unprintable').length
  await transact((tx) => recordFolderBatchFinished(tx, id, { finishedAt: readClock(), bytes, left, done: batch.total - whole }))
}

/** Makes the batches of folders that were asked for, one after the other. One that was being made when the server ended is begun again. */
export const makeFolders = (): Promise<void> =>
  workOff({
    what: 'a batch of year folders',
    next: findFolderBatchToMake,
    begin: ({ id }) => transact((tx) => recordFolderBatchStarted(tx, id, readClock())),
    make,
    fail: ({ id }) => {
      dropPacks([id])
      return transact((tx) => recordFolderBatchFinished(tx, id, { finishedAt: readClock(), fault: 'failed' }))
    },
  })

/** Takes away what was made longer ago than it is kept. */
export async function forgetFolders(): Promise<void> {
  const before = new Date(readClock().getTime() - packDays * 86_400_000)
  dropPacks(await transact((tx) => recordFolderBatchesForgotten(tx, before)))
}

registerJob({ name: 'make year folders', everySeconds: 1, run: makeFolders })
registerJob({ name: 'forget year folders', everySeconds: 3600, run: forgetFolders })
