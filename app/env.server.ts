import path from 'node:path'
import { z } from 'zod'

const loopback = new Set(['127.0.0.1', 'localhost', '::1'])

const shape = z.object({
  MINGBAI_MODE: z.enum(['sample', 'live'], 'must be sample or live').default('sample'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number('must be a port number, 1 to 65535').int().min(0).max(65535).default(3000),
  MINGBAI_DATA: z.string().min(1).default('./data'),
  MINGBAI_URL: z.url('must be an address such as https://fire.example.gov.cn').optional(),
  DATABASE_URL: z.string().optional(),
  MINGBAI_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (32 bytes)')
    .optional(),
  MINGBAI_BACKUP_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (32 bytes)')
    .optional(),
  MINGBAI_CLOCK: z.string().optional(),
  MINGBAI_PROXIES: z.coerce.number('must be a whole number of proxies, 0 to 10').int().min(0).max(10).default(0),
  MINGBAI_WORKERS: z.coerce.number('must be a whole number of processes, 1 to 64').int().min(1).max(64).default(1),
  MINGBAI_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp://user:password@host:port or smtps://…' }).optional(),
  MINGBAI_MAIL_FROM: z.email('must be one plain address such as fire@example.gov.cn').optional(),
})

export type Settings = {
  mode: 'sample' | 'live'
  host: string
  port: number
  dataFolder: string
  databaseFile: string
  publicUrl: string
  key: string | null
  backupKey: string | null
  clock: string | null
  proxies: number
  /** How many processes serve; 1: this one alone. */
  workers: number
  metricsToken: string | null
  smtpUrl: string | null
  mailFrom: string | null
}

/** A setting that stops the start: one line that names it and says what would be right. */
export class WrongSetting extends Error {}

/** Checks the environment. Throws `WrongSetting` naming the variable. Empty strings count as absent. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.keys(shape.shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])))
  const parsed = shape.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new WrongSetting(`${String(issue?.path[0])}: ${issue?.message}`)
  }
  const value = parsed.data
  if (value.MINGBAI_MODE === 'sample' && !loopback.has(value.HOST))
    throw new WrongSetting(
      `HOST: sample mode has ready accounts, so it listens on 127.0.0.1 only; set MINGBAI_MODE=live to listen on ${value.HOST}`,
    )
  if (value.MINGBAI_MODE === 'live' && value.MINGBAI_CLOCK) throw new WrongSetting('MINGBAI_CLOCK: is for tests; remove it in live mode')
  if (value.DATABASE_URL?.startsWith('postgres'))
    throw new WrongSetting('DATABASE_URL: PostgreSQL is not supported yet; leave it out to use SQLite in MINGBAI_DATA')
  if (value.DATABASE_URL && !value.DATABASE_URL.startsWith('file:'))
    throw new WrongSetting('DATABASE_URL: must be file:<path>, or left out to use SQLite in MINGBAI_DATA')
  const dataFolder = path.resolve(value.MINGBAI_DATA)
  return {
    mode: value.MINGBAI_MODE,
    host: value.HOST,
    port: value.PORT,
    dataFolder,
    databaseFile: value.DATABASE_URL ? path.resolve(value.DATABASE_URL.slice('file:'.length)) : path.join(dataFolder, 'mingbai.db'),
    publicUrl: (value.MINGBAI_URL ?? `http://${value.HOST}:${value.PORT}`).replace(/\/$/, ''),
    key: value.MINGBAI_KEY ?? null,
    backupKey: value.MINGBAI_BACKUP_KEY ?? null,
    clock: value.MINGBAI_CLOCK ?? null,
    proxies: value.MINGBAI_PROXIES,
    workers: value.MINGBAI_WORKERS,
    metricsToken: value.MINGBAI_METRICS_TOKEN ?? null,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MINGBAI_MAIL_FROM ?? null,
  }
}

let current: Settings | null = null

/** The settings of this process, read once. */
export function settings(): Settings {
  current ??= readSettings(process.env)
  return current
}

/** Made by the process that keeps several others, held in memory only: by it they hash alike what nobody shall read. Null where one serves alone. */
export const siblingsSalt = process.env.MINGBAI_SIBLINGS ?? null

/** What kind of process this is; tools set NODE_ENV. */
export const processKind = process.env.NODE_ENV ?? 'development'
