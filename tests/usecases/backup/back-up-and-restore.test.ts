import { execFile, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { epoch } from '~/data/epoch.server'
import { keptFolders, leftOut } from '~/domain/backup/contents'
import { civilDay } from '~/domain/shared/civil-day'
import { settings } from '~/env.server'
import { backupsIn, readOutcome } from '~/gateways/backup-folder.server'
import { backUpIfDue } from '~/usecases/backup/back-up-nightly.server'
import { makeBackup } from '~/usecases/backup/make-backup.server'
import { idNumber, login, makeBackedUpStreet, migrations, newFolder, startedElsewhere, trained } from '../../factories/backed-up-street'
import { morning } from '../../factories/unit-people'
import { setClock } from '../../factories/world'

const backups = () => path.join(settings().dataFolder, 'backups')
const keyHere = () => fs.readFileSync(path.join(settings().dataFolder, 'backup-key'), 'utf8').trim()
const modeOf = (file: string) => (fs.statSync(file).mode & 0o777).toString(8)

async function made(folder?: string) {
  const backup = await makeBackup(folder)
  if (backup === null) throw new Error('none was made')
  return backup
}

let street: Awaited<ReturnType<typeof makeBackedUpStreet>>
beforeAll(async () => {
  street = await makeBackedUpStreet(20)
})
let minute = 0
beforeEach(() => {
  minute += 1
  setClock(new Date(Date.parse('2026-03-10T02:00:00Z') + minute * 60_000).toISOString())
})

describe('a street that is backed up while rows are written', () => {
  it('is put back elsewhere: same figures, evidence, photograph, personal number, sign-in; a new epoch', async () => {
    let writing = true
    const writer = (async () => {
      for (let nth = 0; writing && nth < 60; nth += 1) {
        await trained(street.unit, street.chief)
        await setImmediate()
      }
    })()
    const backup = await made().finally(() => {
      writing = false
    })
    await writer
    expect(backup).toMatchObject({ figures: { units: 1, people: 21 }, files: 4 })
    const before = epoch()

    const folder = newFolder()
    const there = await startedElsewhere(folder)
    const restored = await there.restoreBackup(backup.file, keyHere(), migrations)
    expect(restored.figures).toEqual(backup.figures)
    expect(restored.epoch).not.toBe(before)
    expect(there.epoch()).toBe(restored.epoch)
    const told = await there.db().auditEntry.findMany({ where: { act: 'running.restored' } })
    expect(told.map(({ actor, detail }) => [actor, detail])).toEqual([['system', '{"asOf":"2026-03-10"}']])
    expect(await there.verifyEvidence()).toMatchObject({ entries: backup.figures.evidence, firstBad: null })
    expect((await there.readPhotograph(street.photograph))?.subarray(0, 2).toString('hex')).toBe('ffd8')
    const person = await there.db().person.findUniqueOrThrow({ where: { id: street.chief.personId } })
    expect(there.unseal(person.idCipher ?? '')).toBe(idNumber)
    const entry = { login: login.phone, password: login.password, address: '10.0.0.1', device: null, newDevice: 'N' }
    expect(await there.signIn({ ...entry, now: morning, today: civilDay(morning) })).toMatchObject({ kind: 'entered' })
    const again = await there.makeBackup()
    expect(again).toMatchObject({ newKey: null, figures: { people: 21 } })
    await there.closeDatabase()
    there.closeLimits()
    for (const name of ['mingbai.db', 'key', 'backup-key', `photographs/${street.photograph}`])
      expect(modeOf(path.join(folder, name))).toBe('600')
    for (const name of ['', 'photographs', 'packs']) expect(modeOf(path.join(folder, name))).toBe('700')
    expect(fs.existsSync(path.join(folder, '.restoring'))).toBe(false)
    fs.rmSync(folder, { recursive: true })
  })

  it('keeps what became of the last attempt beside the backups, and no plain copy of anything', async () => {
    const backup = await made()
    expect(readOutcome()).toMatchObject({ ok: true, why: null, newest: { file: path.basename(backup.file), bytes: backup.bytes } })
    expect(modeOf(backup.file)).toBe('600')
    const bytes = fs.readFileSync(backup.file)
    for (const secret of ['SQLite format 3', keyHere(), '王强', fs.readFileSync(path.join(settings().dataFolder, 'key'), 'utf8').trim()])
      expect(bytes.includes(secret)).toBe(false)
    expect(fs.existsSync(path.join(settings().dataFolder, '.backing-up'))).toBe(false)
    expect(fs.readdirSync(backups()).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('has every folder of its data either kept or left out on purpose', () => {
    const gateways = fs.readdirSync('app/gateways').map((name) => fs.readFileSync(path.join('app/gateways', name), 'utf8'))
    const named = gateways.flatMap((text) =>
      [...text.matchAll(/path\.join\((?:settings\(\)\.)?dataFolder, '([^'.][^']*)'/g)].map(([, name]) => name),
    )
    expect(named.length).toBeGreaterThan(5)
    for (const name of named) expect([...keptFolders, ...leftOut, 'key']).toContain(name)
  })

  it('is not backed up twice at once, and an attempt that fails says why and leaves nothing', async () => {
    const both = await Promise.allSettled([makeBackup(), makeBackup()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { why: 'busy' } })
    const blocked = path.join(newFolder(), 'file')
    fs.writeFileSync(blocked, '')
    await expect(makeBackup(blocked)).rejects.toThrow()
  })
})

describe('the daily backup', () => {
  it('is made once after 02:30, after a stop too, and a failure is tried again an hour later', async () => {
    const folder = backups()
    fs.rmSync(folder, { recursive: true })
    setClock('2036-03-09T18:29:59Z')
    await backUpIfDue()
    setClock('2036-03-09T18:30:00Z')
    expect(await backUpIfDue()).toBeNull()
    setClock('2036-03-12T05:00:00Z')
    expect(await backUpIfDue()).not.toBeNull()
    expect(await backUpIfDue()).toBeNull()
    expect(backupsIn().length).toBe(2)
    fs.rmSync(folder, { recursive: true })
  })
})

describe('a restore', () => {
  it('refuses a folder that holds data, and leaves the folder alone', async () => {
    const backup = await made()
    for (const name of ['mingbai.db', 'key', 'photographs', '.restoring']) {
      const folder = newFolder()
      fs.writeFileSync(path.join(folder, name), 'there')
      const { restoreBackup } = await startedElsewhere(folder)
      const why = name === '.restoring' ? 'brokenOff' : 'occupied'
      await expect(restoreBackup(backup.file, keyHere(), migrations)).rejects.toMatchObject({ why })
      expect(fs.readdirSync(folder)).toEqual([name])
      fs.rmSync(folder, { recursive: true })
    }
  })

  it('asks for the key, refuses a MINGBAI_KEY that would make personal fields unreadable, and a later version’s backup', async () => {
    const backup = await made()
    const folder = newFolder()
    const refusedFor = async (key: string | null, from = migrations) => {
      const { restoreBackup } = await startedElsewhere(folder)
      const answer = await restoreBackup(backup.file, key, from).catch((fault: unknown) => fault)
      expect(fs.readdirSync(folder)).toEqual([])
      return answer
    }
    expect(await refusedFor(null)).toMatchObject({ why: 'noKey' })
    expect(await refusedFor('abc')).toMatchObject({ why: 'keyForm' })
    process.env.MINGBAI_KEY = 'ab'.repeat(32)
    expect(await refusedFor(keyHere())).toMatchObject({ why: 'otherKey' })
    delete process.env.MINGBAI_KEY
    const older = path.join(newFolder(), 'migrations')
    fs.cpSync(migrations, older, { recursive: true })
    fs.rmSync(
      path.join(
        older,
        fs
          .readdirSync(older)
          .sort()
          .findLast((name) => /^\d/.test(name)) ?? '',
      ),
      { recursive: true },
    )
    expect(await refusedFor(keyHere(), older)).toMatchObject({ why: 'newer' })
    const newer = path.join(newFolder(), 'migrations')
    fs.cpSync(migrations, newer, { recursive: true })
    fs.mkdirSync(path.join(newer, '20991231000000_later'))
    fs.writeFileSync(path.join(newer, '20991231000000_later/migration.sql'), 'CREATE TABLE "Later" ("id" TEXT PRIMARY KEY)')
    const { restoreBackup } = await startedElsewhere(folder)
    expect(await restoreBackup(backup.file, keyHere(), newer)).toMatchObject({ applied: ['20991231000000_later'], figures: backup.figures })
    fs.rmSync(folder, { recursive: true })
  })
})

describe('a backup that is killed', () => {
  it('leaves no file that looks whole, and the next one sweeps up after it', async () => {
    const to = newFolder()
    const env = { ...process.env, MINGBAI_DATA: settings().dataFolder }
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/backup.ts', '--to', to], { env, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.on('close', resolve))
    while (child.exitCode === null && !fs.readdirSync(to).some((name) => name.endsWith('.part'))) await sleep(1)
    child.kill('SIGKILL')
    await ended
    expect(backupsIn(to)).toEqual([])
    expect(fs.readdirSync(to).filter((name) => name.endsWith('.part'))).toHaveLength(1)
    expect(await made(to)).toMatchObject({ figures: { people: 21 } })
    expect(backupsIn(to)).toHaveLength(1)
    expect(fs.readdirSync(to).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('a restore that is killed', () => {
  it('leaves a folder in which nothing is begun, and which says what to do', async () => {
    const backup = await made()
    const folder = newFolder()
    const env = { ...process.env, MINGBAI_DATA: folder }
    const given = ['--import', 'tsx', 'scripts/restore.ts', backup.file, '--key', keyHere()]
    const child = spawn(process.execPath, given, { env, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.on('close', resolve))
    while (child.exitCode === null && fs.readdirSync(folder).length === 0) await sleep(1)
    child.kill('SIGKILL')
    await ended
    expect(fs.readdirSync(folder)).toEqual(['.restoring'])
    const { restoreBackup } = await startedElsewhere(folder)
    await expect(restoreBackup(backup.file, keyHere(), migrations)).rejects.toMatchObject({ why: 'brokenOff' })
    const start = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/migrate.ts'], { env, encoding: 'utf8' })
    expect([start.status, start.stderr]).toEqual([1, expect.stringContaining('A restore broke off here')])
    expect(fs.readdirSync(folder)).toEqual(['.restoring'])
  })
})

describe('the commands', () => {
  it('print the same figures after a restore as after its backup', async () => {
    const run = (data: string, script: string, ...given: string[]) =>
      promisify(execFile)('node_modules/.bin/tsx', [`scripts/${script}.ts`, ...given], { env: { ...process.env, MINGBAI_DATA: data } })
    const figures = (text: string) => text.split('\n').filter((line) => /(units|people|entries|entry): /.test(line))
    const to = newFolder()
    const { stdout } = await run(settings().dataFolder, 'backup', '--to', to)
    const file = path.join(to, fs.readdirSync(to).find((name) => name.endsWith('.backup')) ?? '')
    const restored = await run(newFolder(), 'restore', file, '--key', keyHere())
    expect(figures(stdout)).toHaveLength(5)
    expect(figures(restored.stdout)).toEqual(figures(stdout))
  })
})
