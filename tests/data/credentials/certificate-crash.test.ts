import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { readCertificateNumber } from '~/domain/credentials/number'
import { settings } from '~/env.server'
import { person, post, smallTown } from '../../exams-fixtures/people'
import { emptyDatabase } from '../../factories/world'

/** npm run test:long: 5,000 certificates and 20 kills. */
const certificates = Number(process.env.CERTIFICATES ?? 60)
const kills = Number(process.env.CERTIFICATE_KILLS ?? 2)
const processes = 2
const workers = 25
/** One file, built once: each process that is begun again has little to load. */
const issuer = path.join(settings().dataFolder, 'issuer.mjs')
const passed = new Date('2026-03-09T02:00:00Z')
const paper = (id: number, postId: string) => ({
  id: String(id).padStart(5, '0'),
  personId: 'ouyang',
  course: 'pre-job',
  position: 'welder',
  unitId: 'market',
  postId,
  startedAt: passed,
  deadlineAt: passed,
  closedAt: passed,
  closedBy: 'submit',
  score: 100,
  passed: true,
})

async function papers(): Promise<void> {
  await emptyDatabase()
  await smallTown()
  await person('ouyang', '欧阳秀英')
  const seat = await post('ouyang')
  await transact((tx) => tx.attempt.createMany({ data: Array.from({ length: certificates }, (_, nth) => paper(nth + 1, seat)) }))
}

const bookOf = (slot: number) => path.join(settings().dataFolder, `said-${slot}`)

function begin(slot: number): ChildProcess {
  const given = [issuer, String(slot), String(workers), bookOf(slot)]
  return spawn(process.execPath, given, { stdio: ['ignore', 'ignore', 'inherit'], detached: true })
}

async function buildIssuer(): Promise<void> {
  fs.symlinkSync(path.resolve('node_modules'), path.join(settings().dataFolder, 'node_modules'))
  await build({
    entryPoints: ['tests/factories/certificate-issuer.ts'],
    outfile: issuer,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '~': path.resolve('app'), '#db': path.resolve('prisma/generated/client.ts') },
    logLevel: 'error',
  })
}

/** Ends the process and all that it began, as a power cut would. */
function kill(child: ChildProcess): void {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
}

/** What was said to be committed; a line that the kill cut off was not said. */
function said(): { lines: string[][]; failed: string[] } {
  const whole = Array.from({ length: processes }, (_, slot) => bookOf(slot)).flatMap((file) =>
    fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').slice(0, -1) : [],
  )
  return {
    lines: whole.filter((line) => !line.startsWith('failed ')).map((line) => line.split(' ')),
    failed: whole.filter((line) => line.startsWith('failed ')),
  }
}

const issuedSoFar = () => db().certificate.count()

/** Kills a process, each in its turn, whenever another share of the certificates is there, and begins it again, until all is issued. */
async function issueAll(): Promise<number> {
  const running = new Map<number, ChildProcess>()
  let killed = 0
  let isAsking = false
  const watch = setInterval(async () => {
    if (isAsking || killed === kills) return
    isAsking = true
    const isTime = (await issuedSoFar()) > ((certificates * 0.9) / kills) * killed + 5
    const victim = running.get(killed % processes) ?? running.get((killed + 1) % processes)
    if (isTime && victim !== undefined) {
      killed += 1
      kill(victim)
    }
    isAsking = false
  }, 20)
  await Promise.all(
    Array.from({ length: processes }, async (_, slot) => {
      for (let isDone = false; !isDone; ) {
        const child = begin(slot)
        running.set(slot, child)
        const [code, signal] = await once(child, 'exit')
        running.delete(slot)
        if (code !== 0 && signal === null) throw new Error(`a process ended by itself with ${code}`)
        isDone = code === 0
      }
    }),
  )
  clearInterval(watch)
  return killed
}

it(`${certificates} certificates of ${processes * workers} workers in ${processes} processes, killed ${kills} times: no number twice, no hole, none lost`, {
  timeout: 3_600_000,
}, async () => {
  await buildIssuer()
  await papers()
  const begun = Date.now()
  const killed = await issueAll()
  const rows = await db().certificate.findMany({ orderBy: { serial: 'asc' } })
  const { lines, failed } = said()
  const seconds = (Date.now() - begun) / 1000
  process.stdout.write(
    `${rows.length} certificates in ${seconds.toFixed(1)} s, killed ${killed} times, ${lines.length} said, ${failed.length} tried again ${failed[0] ?? ''}\n`,
  )
  expect(killed).toBe(kills)
  expect(rows.map(({ serial }) => serial)).toEqual(Array.from({ length: certificates }, (_, nth) => nth + 1))
  expect(new Set(rows.map(({ number }) => number)).size).toBe(certificates)
  expect(rows.filter(({ number }) => readCertificateNumber(number) !== number)).toEqual([])
  expect(new Set(rows.map(({ attemptId }) => attemptId)).size).toBe(certificates)
  const kept = new Map(rows.map(({ attemptId, serial, number }) => [attemptId, `${serial} ${number}`]))
  expect(lines.filter(([attempt = '', serial, number]) => kept.get(attempt) !== `${serial} ${number}`)).toEqual([])
  expect(lines.length).toBeGreaterThan(certificates - kills * workers - 1)
  expect(await db().evidenceEntry.count()).toBe(certificates)
  expect(await db().auditEntry.count({ where: { act: 'credentials.certificateIssued' } })).toBe(certificates)
})
