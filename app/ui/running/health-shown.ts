type Why = 'busy' | 'full' | 'readOnly' | 'disk'

export type Trouble = `writing.${Why}` | 'chain' | 'backupFailed' | 'backupOld' | 'storage' | 'jobs' | 'mail'

export type JobShown = {
  name: string
  everySeconds: number
  isBusy: boolean
  began: string | null
  tookMs: number | null
  failed: { at: string; why: string; isMended: boolean } | null
  runs: number
  failures: number
}

/** What the administrator sees of the installation. Instants as text, sizes in bytes; a time that is longer than any counted one is -1. */
export type HealthShown = {
  at: string
  troubles: Trouble[]
  version: string
  builtAt: string | null
  node: string
  /** How many processes serve, since when the first of them does, and what they hold together. */
  processes: number
  began: string
  mode: 'sample' | 'live'
  memory: number
  engine: { sqlite: string; journal_mode: string; synchronous: string; foreign_keys: boolean }
  writing: { why: Why; since: string } | null
  door: { waiting: number; entered: number; longest: number }
  chain: { at: string; entries: number; ok: boolean } | null
  backups: {
    files: { at: string; bytes: number }[]
    more: number
    tried: { at: string; ok: boolean; why: string | null } | null
    next: string
    isOld: boolean
  }
  jobs: JobShown[]
  /** isSet: there is a server to send by. trouble: what it last said against a letter, without the address. */
  mail: {
    isSet: boolean
    waiting: number
    oldest: string | null
    lastTaken: string | null
    trouble: { at: string; said: string } | null
    isStuck: boolean
  }
  requests: { minutes: number; count: number; faults: number; half: number | null; most: number | null }
  late: { median: number; p99: number; longest: number } | null
  storage: { main: number; wal: number; disk: { free: number; whole: number } | null; isTight: boolean }
}
