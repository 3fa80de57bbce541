import { engineFacts } from '~/data/db.server'
import { lastChainCheck } from '~/data/duties/chain-checks.server'
import { writeTrouble } from '~/data/write-state.server'

const reasons = {
  busy: 'another process holds the database: nothing can be saved',
  full: 'the disk is full: nothing can be saved',
  readOnly: 'the database may only be read: nothing can be saved',
  disk: 'the disk fails: nothing can be saved',
} as const

type Facts = ReturnType<typeof engineFacts>

function whatIsWrong(facts: Facts, isChainSound: boolean): string | null {
  const trouble = writeTrouble()
  if (facts.journal_mode !== 'wal' || facts.synchronous !== 'full' || !facts.foreign_keys) return 'the database settings are wrong'
  if (!isChainSound) return 'the evidence chain does not fit'
  return trouble === null ? null : reasons[trouble.why]
}

/** The body of /healthz. The chain is verified by a job, and writing is tried by whoever writes; this only reports what they last found. */
export function health() {
  try {
    const facts = engineFacts()
    const check = lastChainCheck()
    const reason = whatIsWrong(facts, check?.ok ?? true)
    return {
      ok: reason === null,
      ...(reason === null ? {} : { reason }),
      ...facts,
      evidence: check ? { entries: check.entries, verifiedAt: check.at, ok: check.ok } : { entries: 0, verifiedAt: null, ok: true },
    }
  } catch {
    return { ok: false, reason: 'the database cannot be read' }
  }
}
