import { engineFacts } from '~/data/db.server'
import { lastChainCheck } from '~/data/duties/chain-checks.server'

/** The body of /healthz. The chain is verified by a job; this only reports what the job last found. */
export function health() {
  try {
    const facts = engineFacts()
    const check = lastChainCheck()
    const ready = facts.journal_mode === 'wal' && facts.synchronous === 'full' && facts.foreign_keys
    const ok = ready && (check?.ok ?? true)
    return {
      ok,
      ...(ok ? {} : { reason: ready ? 'the evidence chain does not fit' : 'the database settings are wrong' }),
      ...facts,
      evidence: check ? { entries: check.entries, verifiedAt: check.at, ok: check.ok } : { entries: 0, verifiedAt: null, ok: true },
    }
  } catch {
    return { ok: false, reason: 'the database cannot be read' }
  }
}
