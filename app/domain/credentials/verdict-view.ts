import type { Statement } from './statement'
import type { Verdict } from './statement-verdict'

/** Every verdict that has words of its own. */
export const verdictNames = [
  'genuine-current',
  'genuine-lapsed',
  'genuine-earlier',
  'genuine-none',
  'revoked',
  'superseded',
  'withdrawn',
  'refused-stolen',
  'refused-retired',
  'forged-signature',
  'forged-unknown-key',
  'forged-cut',
  'forged-damaged',
  'forged-version',
  'forged-not-ours',
  'first-code',
  'unchecked',
] as const
export type VerdictName = (typeof verdictNames)[number]

/** A verdict as a page shows it: which words, and what stands in them. */
export type VerdictView = {
  name: VerdictName
  statement: Statement | null
  listAt: Date | null
  doubtFrom: string | null
  /** The day (YYYY-MM-DD) since which the paper alone proves too little, if that is past. */
  lapsed: string | null
  /** Where the paper's other code leads, if that was read. */
  path: string | null
}

/** `lapsedOn` tells since when what a statement says is too long ago; null while it is not. */
export function verdictView(verdict: Verdict, lapsedOn: (statement: Statement) => string | null): VerdictView {
  const plain = { statement: null, listAt: null, doubtFrom: null, lapsed: null, path: null }
  switch (verdict.kind) {
    case 'first-code':
      return { ...plain, name: 'first-code', path: verdict.path }
    case 'unchecked':
      return { ...plain, name: 'unchecked' }
    case 'forged':
      return { ...plain, name: `forged-${verdict.why}` }
    case 'refused':
      return { ...plain, name: `refused-${verdict.why}`, statement: verdict.statement }
    case 'revoked':
    case 'superseded':
    case 'withdrawn':
      return { ...plain, name: verdict.kind, statement: verdict.statement, listAt: verdict.listAt }
    case 'genuine': {
      const { statement, listAt, doubtFrom } = verdict
      const lapsed = lapsedOn(statement)
      const name = lapsed !== null && verdict.list === 'current' ? 'genuine-lapsed' : (`genuine-${verdict.list}` as const)
      return { ...plain, name, statement, listAt, doubtFrom, lapsed }
    }
  }
}
