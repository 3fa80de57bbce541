import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, vi } from 'vitest'
import { recordAudit } from '~/data/accounts/audit.server'
import { recordEvidence } from '~/data/duties/evidence.server'
import { transact } from '~/data/transact.server'
import { civilDay } from '~/domain/shared/civil-day'
import { settings } from '~/env.server'
import { keepPhotograph } from '~/gateways/photographs.server'
import { newId, seal } from '~/gateways/secrets.server'
import { type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from './unit-people'
import { emptyDatabase } from './world'

export const idNumber = '33010219900307123X'
export const login = { phone: '13900000001', password: 'a-long-password' }

/** One more piece of evidence with its audit entry, as every day brings them. */
export const trained = (unit: MadeUnit, person: MadePerson): Promise<void> =>
  transact(async (tx) => {
    const id = newId()
    const place = { subjectKind: 'person', subjectId: person.personId, unitId: unit.id, position: 'employee' } as const
    const source = { sourceKind: 'attempt', sourceId: id, recordedBy: 'system', recordedAt: morning }
    await recordEvidence(tx, {
      id,
      kind: 'exam',
      topic: 'general',
      ...place,
      on: civilDay(morning),
      passed: true,
      validThrough: null,
      ...source,
    })
    await recordAudit(tx, { id: newId(), at: morning, actor: 'system', act: 'exams.passed', target: { kind: 'attempt', id } })
  })

/** A street with a person who signs in, a sealed personal number, evidence, a photograph and a pack. */
export async function makeBackedUpStreet(people = 5) {
  await emptyDatabase()
  await makeStreet()
  const unit = await makeUnit('河西大酒店', 'HXDJ')
  const chief = await makeEmployee(unit, '王强', login)
  for (let nth = 0; nth < people; nth += 1) await trained(unit, await makeEmployee(unit, `员工${nth}`))
  await transact((tx) => tx.person.update({ where: { id: chief.personId }, data: { idCipher: seal(idNumber), idHash: newId() } }))
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } })
    .png()
    .toBuffer()
  const kept = await keepPhotograph(picture)
  if (kept.kind !== 'kept') throw new Error(kept.reason)
  const packs = path.join(settings().dataFolder, 'packs')
  fs.mkdirSync(packs, { recursive: true, mode: 0o700 })
  fs.writeFileSync(path.join(packs, `${newId()}.zip`), Buffer.alloc(200_000, 'pack'))
  return { unit, chief, photograph: kept.id }
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
})

/** A folder on another machine; it is gone when the file's tests are done. */
export function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-elsewhere-'))
  folders.push(folder)
  return folder
}
export const migrations = path.resolve('prisma/migrations')

/** The program as it starts on another machine: nothing is known but what lies in the folder. */
export async function startedElsewhere(folder: string) {
  vi.resetModules()
  process.env.MINGBAI_DATA = folder
  return {
    ...(await import('~/usecases/backup/restore-backup.server')),
    ...(await import('~/usecases/backup/make-backup.server')),
    ...(await import('~/usecases/accounts/sign-in.server')),
    ...(await import('~/usecases/duties/verify-evidence.server')),
    ...(await import('~/gateways/photographs.server')),
    ...(await import('~/gateways/secrets.server')),
    ...(await import('~/gateways/limits.server')),
    ...(await import('~/data/epoch.server')),
    ...(await import('~/data/db.server')),
  }
}
