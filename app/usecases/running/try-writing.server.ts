import { atOnceOrNot } from '~/data/patience.server'
import { tryWriting } from '~/data/try-writing.server'
import { writeTrouble } from '~/data/write-state.server'
import { NotSaved } from '~/domain/shared/faults'
import { registerJob } from '~/gateways/jobs.server'

/** While nothing could be written, finds out whether it can again, so that /healthz says so before somebody presses a button. */
export async function seeWhetherItWrites(): Promise<void> {
  if (writeTrouble() === null) return
  await atOnceOrNot(tryWriting).catch((fault: unknown) => {
    if (!(fault instanceof NotSaved)) throw fault
  })
}

registerJob({ name: 'try writing again', everySeconds: 5, run: seeWhetherItWrites, everywhere: true })
