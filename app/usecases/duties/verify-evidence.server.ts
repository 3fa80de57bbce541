import { type ChainReport, recordChainCheck, walkChains } from '~/data/duties/chain-walk.server'
import { transact } from '~/data/transact.server'
import { readClock } from '~/gateways/clock.server'
import { registerJob } from '~/gateways/jobs.server'
import { newId } from '~/gateways/secrets.server'

/** Verifies every evidence chain and keeps the result; `firstBad` names the first entry that does not fit. */
export async function verifyEvidence(): Promise<ChainReport> {
  const report = await walkChains()
  const at = readClock()
  await transact((tx) => recordChainCheck(tx, { id: newId(at), at, report }))
  return report
}

registerJob({ name: 'verify evidence', everySeconds: 3600, run: verifyEvidence })
