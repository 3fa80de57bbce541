import {
  findPackToMake,
  type PosterPack,
  type RefusedFile,
  recordPackFinished,
  recordPackProgress,
  recordPackStarted,
  recordPacksForgotten,
} from '~/data/outreach/poster-packs.server'
import { transact } from '~/data/transact.server'
import { packDays } from '~/domain/outreach/pack'
import { readClock } from '~/gateways/clock.server'
import { registerJob } from '~/gateways/jobs.server'
import { dropOldFiles } from '~/gateways/made-files.server'
import { dropPacks, writePack } from '~/gateways/pack-files.server'
import { seldom, workOff } from '~/gateways/waiting-work.server'
import { bytesFromWorker } from '~/gateways/workers.server'
import { filesOfPack, type PackFile } from './pack-parts.server'

/** What the worker is told: how to pack, then file after file; `begun` counts those that were handed over. */
function* partsOf(files: readonly PackFile[], begun: (count: number) => void) {
  yield { kind: 'pack', zipped: true } as const
  for (const [nth, make] of files.entries()) {
    begun(nth)
    yield make()
  }
  begun(files.length)
}

async function make(pack: PosterPack): Promise<void> {
  const refused: RefusedFile[] = []
  let done = 0
  const tell = seldom(() => transact((tx) => recordPackProgress(tx, pack.id, done)))
  const files = filesOfPack(pack)
  const parts = partsOf(files, (count) => {
    done = count
  })
  const bytes = await writePack(
    pack.id,
    bytesFromWorker('posters', parts, (one) => refused.push(one)),
    tell,
  )
  await transact((tx) => recordPackFinished(tx, pack.id, { finishedAt: readClock(), bytes, refused, done: files.length - refused.length }))
}

/** Makes the packs that were asked for, one after the other. One that was being made when the server ended is begun again. */
export const makePacks = (): Promise<void> =>
  workOff({
    what: 'a pack of posters',
    next: findPackToMake,
    begin: ({ id }) => transact((tx) => recordPackStarted(tx, id, readClock())),
    make,
    fail: ({ id }) => {
      dropPacks([id])
      return transact((tx) => recordPackFinished(tx, id, { finishedAt: readClock(), fault: 'failed' }))
    },
  })

/** Takes away what was made longer ago than packs are kept. */
export async function forgetPacks(): Promise<void> {
  const before = new Date(readClock().getTime() - packDays * 86_400_000)
  dropOldFiles(readClock())
  dropPacks(await transact((tx) => recordPacksForgotten(tx, before)))
}

registerJob({ name: 'make packs', everySeconds: 1, run: makePacks })
registerJob({ name: 'forget packs', everySeconds: 3600, run: forgetPacks })
