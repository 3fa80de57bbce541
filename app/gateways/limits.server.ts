import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible'
import { z } from 'zod'
import { settings } from '~/env.server'
import { registerJob } from './jobs.server'
import { matchHash } from './secrets.server'

/**
 * | name    | counts                                                 | by                 | at most | in     | why this number                                        |
 * |---------|--------------------------------------------------------|--------------------|---------|--------|--------------------------------------------------------|
 * | device  | wrong passwords in a browser that has signed in before | account and browser | 5      | 15 min | nobody else can use it up: the owner always gets in    |
 * | address | wrong passwords, whatever the login                    | address            | 300     | 15 min | a village or a class of 200 shares one address         |
 * | account | wrong passwords in all other browsers, from anywhere   | account            | 5       | 15 min | a person mistypes twice or three times                 |
 * | proof   | wrong present passwords while signed in                | session            | 5       | 15 min | an open console is not a place to guess                |
 * | slip    | wrong slip codes                                       | address            | 30      | 15 min | 31^12 codes; typing from paper goes wrong              |
 * | code    | wrong join codes                                       | address            | 60      | 15 min | the same                                               |
 * | turn    | letters a phone at a roll call never showed            | phone and address  | 100     | 15 min | 31^4 letters, three good at a time: 1 in 3,000 to hit  |
 * | test    | wrong codes of a test in a class                       | account            | 20      | 15 min | 31^6 codes, a few open; letters on a screen go wrong   |
 * | join    | join forms sent                                        | address            | 120     | 1 h    | a factory's intake behind one address                  |
 * | report  | reports of damaged posters                             | address            | 60      | 15 min | a class that walks through its streets                 |
 * | intake  | join forms sent                                        | unit               | 400     | 1 d    | waiting requests must stay readable for the manager    |
 * | mailAsk | codes sent to confirm an address                       | account            | 5       | 1 d     | somebody mistypes an address twice                     |
 * | mailTo  | the same                                               | address written to | 3       | 1 d     | nobody's mailbox is filled by us                       |
 * | mailCode| codes typed to confirm an address                      | account            | 20      | 15 min  | 31^8 codes; typing from a letter goes wrong            |
 *
 * They live in a file of their own, so that they survive a restart and never wait for the database. Keys are keyed hashes.
 */
export const limits = {
  device: { points: 5, seconds: 15 * 60 },
  address: { points: 300, seconds: 15 * 60 },
  account: { points: 5, seconds: 15 * 60 },
  proof: { points: 5, seconds: 15 * 60 },
  slip: { points: 30, seconds: 15 * 60 },
  code: { points: 60, seconds: 15 * 60 },
  turn: { points: 100, seconds: 15 * 60 },
  test: { points: 20, seconds: 15 * 60 },
  report: { points: 60, seconds: 15 * 60 },
  join: { points: 120, seconds: 60 * 60 },
  intake: { points: 400, seconds: 24 * 60 * 60 },
  mailAsk: { points: 5, seconds: 24 * 60 * 60 },
  mailTo: { points: 3, seconds: 24 * 60 * 60 },
  mailCode: { points: 20, seconds: 15 * 60 },
} as const

export type LimitName = keyof typeof limits

/** How long a browser is remembered as one that has signed in to an account. */
const knownForDays = 180

type Open = { file: Database.Database; limiters: Map<LimitName, RateLimiterSQLite> }

let open: Open | null = null

function opened(): Open {
  if (open) return open
  const { dataFolder } = settings()
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const file = new Database(path.join(dataFolder, 'limits.db'))
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = NORMAL')
  file.pragma('busy_timeout = 5000')
  file.pragma('secure_delete = ON')
  file.exec(`CREATE TABLE IF NOT EXISTS limits (key TEXT PRIMARY KEY, points INTEGER NOT NULL DEFAULT 0, expire INTEGER);
    CREATE TABLE IF NOT EXISTS known (login TEXT NOT NULL, mark TEXT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (login, mark));`)
  open = { file, limiters: new Map() }
  return open
}

/** Drops what has run out; at start and every hour. */
async function sweep(): Promise<void> {
  const { file } = opened()
  file.prepare('DELETE FROM limits WHERE expire < ?').run(Date.now())
  file.prepare('DELETE FROM known WHERE until < ?').run(Date.now())
}
registerJob({ name: 'sweep limits', everySeconds: 3600, run: sweep })

/** Do several processes serve? Then what each alone would keep in memory is counted in the file. */
const areSeveral = (): boolean => settings().workers > 1

const tallied = z.object({ points: z.number() })
const tallySql = `INSERT INTO limits (key, points, expire) VALUES (@key, 1, @until) ON CONFLICT (key) DO UPDATE SET
  points = CASE WHEN expire > @now THEN points + 1 ELSE 1 END, expire = CASE WHEN expire > @now THEN expire ELSE @until END RETURNING points`

/**
 * Counts one more under a key that several processes share, and returns the how manieth it is since the first `withinMs` ago. Null where
 * one process serves alone, or the file takes nothing: the caller then counts in its own memory. The key must name nobody.
 */
export function tally(keyOf: () => string, withinMs: number): number | null {
  if (!areSeveral()) return null
  const now = Date.now()
  try {
    return tallied.parse(
      opened()
        .file.prepare(tallySql)
        .get({ key: keyOf(), now, until: now + withinMs }),
    ).points
  } catch (fault) {
    if (fault instanceof Database.SqliteError) return null
    throw fault
  }
}

const millisecondsLeft = (answer: unknown): number => (answer instanceof RateLimiterRes ? answer.msBeforeNext : 60_000)

/**
 * How often one address may ask for something public: counted in memory where one process serves, in the file where several do, and in
 * memory again while that takes nothing. `admit` counts and returns the milliseconds to wait, null for none; `look` does not count.
 */
export function limitOfAddress(name: string, points: number, seconds: number) {
  const memory = new RateLimiterMemory({ points, duration: seconds })
  let shared: { of: Database.Database; limiter: RateLimiterAbstract } | null = null
  const limiter = (): RateLimiterAbstract => {
    if (!areSeveral()) return memory
    const { file } = opened()
    if (shared?.of !== file) {
      const kept = { storeClient: file, storeType: 'better-sqlite3', tableName: 'limits', tableCreated: true }
      shared = {
        of: file,
        limiter: new RateLimiterSQLite({ ...kept, keyPrefix: name, points, duration: seconds, insuranceLimiter: memory }),
      }
    }
    return shared.limiter
  }
  const keyOf = (address: string): string => (areSeveral() ? matchHash(networkOf(address)) : networkOf(address))
  return {
    admit: (address: string): Promise<number | null> =>
      limiter()
        .consume(keyOf(address))
        .then(() => null, millisecondsLeft),
    look: async (address: string): Promise<number | null> => {
      const found = await limiter().get(keyOf(address))
      return found !== null && found.consumedPoints >= points ? found.msBeforeNext : null
    },
  }
}

/** Closes the file; tests and shutdown. The next use opens it again. */
export function closeLimits(): void {
  open?.file.close()
  open = null
}

function limiter(name: LimitName): RateLimiterSQLite {
  const { file, limiters } = opened()
  const made =
    limiters.get(name) ??
    new RateLimiterSQLite({
      storeClient: file,
      storeType: 'better-sqlite3',
      tableName: 'limits',
      tableCreated: true,
      keyPrefix: name,
      points: limits[name].points,
      duration: limits[name].seconds,
    })
  limiters.set(name, made)
  return made
}

export type Counted = { admitted: boolean; used: number; minutes: number }

/** Counts one use before the work is done, so that a hundred at once count as a hundred. */
export async function count(name: LimitName, key: string): Promise<Counted> {
  try {
    const { consumedPoints } = await limiter(name).consume(matchHash(key))
    return { admitted: true, used: consumedPoints, minutes: 0 }
  } catch (fault) {
    if (!(fault instanceof RateLimiterRes)) throw fault
    return { admitted: false, used: fault.consumedPoints, minutes: Math.max(1, Math.ceil(fault.msBeforeNext / 60_000)) }
  }
}

/** Takes one counted use back: it was not a wrong one. */
export const giveBack = async (name: LimitName, key: string): Promise<void> => void (await limiter(name).reward(matchHash(key)))

/** Forgets what was counted. */
export const forget = async (name: LimitName, key: string): Promise<void> => void (await limiter(name).delete(matchHash(key)))

/** Is nothing left, without counting? */
export async function isSpent(name: LimitName, key: string): Promise<boolean> {
  const found = await limiter(name).get(matchHash(key))
  return found !== null && found.consumedPoints >= limits[name].points
}

/** Remembers that this mark of a browser has signed in with this login. */
export function remember(login: string, mark: string): void {
  opened()
    .file.prepare('INSERT INTO known (login, mark, until) VALUES (?, ?, ?) ON CONFLICT (login, mark) DO UPDATE SET until = excluded.until')
    .run(matchHash(login), matchHash(mark), Date.now() + knownForDays * 86_400_000)
}

export const isKnown = (login: string, mark: string): boolean =>
  opened()
    .file.prepare('SELECT 1 FROM known WHERE login = ? AND mark = ? AND until > ?')
    .get(matchHash(login), matchHash(mark), Date.now()) !== undefined

/** Forgets every browser that signed in with this login, and leaves nothing of it in free pages. */
export async function forgetLogin(login: string): Promise<void> {
  const { file } = opened()
  file.prepare('DELETE FROM known WHERE login = ?').run(matchHash(login))
  await forget('account', login)
  file.pragma('wal_checkpoint(TRUNCATE)')
}

/** What counts as one address: an IPv4 address, or the /64 that one IPv6 subscriber holds. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.toLowerCase().split('%', 1).join('').split('::')
  const left = head === '' ? [] : head.split(':')
  const right = plain.includes('::') && tail !== '' ? tail.split(':') : []
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
