import { setImmediate } from 'node:timers/promises'
import {
  type CertificateBatch,
  findBatchToMake,
  recordBatchesForgotten,
  recordBatchFinished,
  recordBatchProgress,
  recordBatchStarted,
} from '~/data/credentials/batches.server'
import { countyName, findCertificate } from '~/data/credentials/certificates.server'
import { transact } from '~/data/transact.server'
import type { CertificatePart } from '~/documents/credentials/certificate-parts'
import { type CertificatePrint, certificateSheet } from '~/documents/credentials/certificate-sheet.server'
import type { LeftOut } from '~/domain/credentials/batch'
import { packDays } from '~/domain/outreach/pack'
import { readClock } from '~/gateways/clock.server'
import { registerJob } from '~/gateways/jobs.server'
import { dropPacks, writePack } from '~/gateways/pack-files.server'
import { seldom, workOff } from '~/gateways/waiting-work.server'
import { bytesFromWorker } from '~/gateways/workers.server'
import { translator } from '~/i18n/translator'
import { certificatePrint, mayPrint } from './print-certificate.server'

/** Certificates signed in one go, before other work of the server has its turn. */
const atOnce = 25

/** What is to be printed, in its order; `without` hears of what was revoked or corrected since it was asked for. */
async function printsOf(ids: readonly string[], without: (one: LeftOut) => void): Promise<CertificatePrint[]> {
  const prints: CertificatePrint[] = []
  for (const [nth, id] of ids.entries()) {
    if (nth % atOnce === 0) await setImmediate()
    const found = findCertificate(id)
    if (found === null) without({ number: '', reason: 'gone' })
    else if (!mayPrint(found)) without({ number: found.number, reason: found.revokedOn === null ? 'corrected' : 'revoked' })
    else prints.push(await certificatePrint(found))
  }
  return prints
}

/** Certificate after certificate; `begun` counts those that were handed over. */
function* partsOf(prints: readonly CertificatePrint[], begun: (count: number) => void): Generator<CertificatePart> {
  yield { kind: 'print', title: translator('zh').t('credentials:print.title'), author: countyName() }
  for (const [nth, print] of prints.entries()) {
    begun(nth)
    yield { kind: 'certificate', number: print.number, sheet: certificateSheet(print) }
  }
  begun(prints.length)
}

async function make({ id, ask }: CertificateBatch): Promise<void> {
  const left: LeftOut[] = []
  let done = 0
  const tell = seldom(() => transact((tx) => recordBatchProgress(tx, id, done)))
  const begun = (count: number) => {
    done = count
  }
  const parts = partsOf(await printsOf(ask, (one) => left.push(one)), begun)
  const unprintable = ({ name }: { name: string }) => left.push({ number: name, reason: 'unprintable' })
  const bytes = await writePack(id, bytesFromWorker('certificates', parts, unprintable), tell, 'pdf')
  await transact((tx) => recordBatchFinished(tx, id, { finishedAt: readClock(), bytes, left, done: ask.length - left.length }))
}

/** Makes the prints that were asked for, one after the other. One that was being made when the server ended is begun again. */
export const makeBatches = (): Promise<void> =>
  workOff({
    what: 'a print of certificates',
    next: findBatchToMake,
    begin: ({ id }) => transact((tx) => recordBatchStarted(tx, id, readClock())),
    make,
    fail: ({ id }) => {
      dropPacks([id], 'pdf')
      return transact((tx) => recordBatchFinished(tx, id, { finishedAt: readClock(), fault: 'failed' }))
    },
  })

/** Takes away what was printed longer ago than prints are kept. */
export async function forgetBatches(): Promise<void> {
  const before = new Date(readClock().getTime() - packDays * 86_400_000)
  dropPacks(await transact((tx) => recordBatchesForgotten(tx, before)), 'pdf')
}

registerJob({ name: 'make batches of certificates', everySeconds: 1, run: makeBatches })
registerJob({ name: 'forget batches of certificates', everySeconds: 3600, run: forgetBatches })
