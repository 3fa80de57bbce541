import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { recordStep } from '~/data/drills/drill-writers.server'
import { findOwnFolderBatch } from '~/data/drills/folder-batches.server'
import { recordEvidence, revokeEvidence } from '~/data/duties/evidence.server'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { transact } from '~/data/transact.server'
import type { PaperPart } from '~/documents/drills/paper-parts'
import type { Acting } from '~/domain/accounts/acting'
import { parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { settings } from '~/env.server'
import { newId } from '~/gateways/secrets.server'
import { bytesFromWorker } from '~/gateways/workers.server'
import { askFolders, getOwnFolders } from '~/usecases/drills/ask-folders.server'
import { folderFiles, folderOf } from '~/usecases/drills/make-folder.server'
import { forgetFolders, makeFolders } from '~/usecases/drills/make-folders.server'
import { hasPoppler, textOf } from '../../documents/drills/drill-to-print'
import { listed, planned } from '../../factories/held-drill'
import { signedDrill } from '../../factories/signed-drills'
import { acting, type MadePerson, type MadeUnit, makeEmployee, makeStreet, makeUnit, morning } from '../../factories/unit-people'
import { cellsOf } from '../../factories/workbooks'
import { emptyDatabase, setClock } from '../../factories/world'
import { filesIn } from '../../factories/zip-files'

const size = Number(process.env.FOLDERS ?? 20)
function day(text: string) {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}

let hotel: MadeUnit
let chief: MadePerson
let maid: MadePerson
let inspector: MadePerson

const supervises = (personAccount: string, placeId: string, sectors = '*') =>
  transact((tx) =>
    tx.grant.create({
      data: {
        id: newId(),
        accountId: personAccount,
        role: 'supervisor',
        placeId,
        sectors,
        from: '2020-01-01',
        grantedBy: 'system',
        createdAt: morning,
      },
    }),
  )
const asInspector = (): Acting => acting(inspector.accountId)

beforeAll(() => void catalogue(), 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-03-10T02:00:00.000Z')
  await makeStreet()
  hotel = await makeUnit('河西大酒店', 'HXDJ')
  chief = await makeEmployee(hotel, '保安队长', { position: 'security-guard' })
  maid = await makeEmployee(hotel, '服务员', { from: '2025-02-01', to: '2026-01-31' })
  const office = await makeUnit('河西街道办', 'HXJD')
  inspector = await makeEmployee(office, '监督员', { position: 'street-fire-staff' })
  await supervises(inspector.accountId, 'street')
})

async function trained(person: MadePerson, on: string, id = newId()): Promise<string> {
  await transact((tx) =>
    recordEvidence(tx, {
      ...{ id, kind: 'course', topic: 'pre-job-employee', subjectKind: 'person', subjectId: person.personId, unitId: hotel.id },
      ...{ position: 'employee', on: day(on), passed: true, validThrough: null, sourceKind: 'attempt', sourceId: id },
      ...{ recordedBy: 'system', recordedAt: morning },
    }),
  )
  return id
}
async function folder(year: number) {
  const unit = await findUnit({ everything: true, places: [], units: [] }, hotel.id, day('2026-03-10'))
  if (unit === null) throw new Error('no unit')
  return folderOf(unit, year, day('2026-03-10'), 'zh')
}

describe('the folder of a unit for a year', () => {
  it('holds the trainings, drills, findings and posts of that year and of no other', async () => {
    await trained(chief, '2026-01-05')
    await trained(maid, '2025-12-31')
    const taken = await trained(maid, '2026-01-06')
    await transact((tx) =>
      revokeEvidence(tx, { id: newId(), revokes: taken, on: day('2026-01-07'), reason: 'x', by: 'system', at: morning }),
    )
    const signed = await signedDrill(hotel, chief, '保安队长')
    await planned(hotel, chief, [listed(chief, '保安队长')], { on: '2025-11-03', title: '去年的' })
    await planned(hotel, chief, [listed(chief, '保安队长')], { on: '2026-06-03', title: '夏天的' })
    const detail = { what: '防火门顶住', owner: { id: chief.personId, name: '保安队长' }, due: '2026-04-01', question: '', redrill: false }
    await transact((tx) =>
      recordStep(tx, { id: newId(), drillId: signed, kind: 'finding', at: morning, by: 'system', personId: chief.personId, detail }),
    )
    const { print } = await folder(2026)
    expect(print.trainings.map(({ name, on }) => [name, on])).toEqual([['保安队长', '2026-01-05']])
    expect(print.drills.map(({ title, state }) => [title, state])).toEqual([
      ['三月演练', 'signed'],
      ['夏天的', 'planned'],
    ])
    expect(print.drills[0]?.findings.map(({ what }) => what)).toEqual(['防火门顶住'])
    expect(print.posts.map(({ name }) => name).sort()).toEqual(['保安队长', '服务员'])
    const before = await folder(2024)
    expect(before.print.posts.map(({ name }) => name)).toEqual(['保安队长'])
    expect((await folder(2025)).print.drills.map(({ title, state }) => [title, state])).toEqual([['去年的', 'unsigned']])
  })

  it.skipIf(!hasPoppler)('comes as one zip: contents, lists and the record of each signed drill; no ids', async () => {
    await trained(chief, '2026-01-05')
    await signedDrill(hotel, chief, '保安队长')
    await planned(hotel, chief, [listed(chief, '保安队长')], { on: '2026-02-03', title: '没签的' })
    const made = await folder(2026)
    const parts: PaperPart[] = [{ kind: 'pack', zipped: true }, ...folderFiles(made)]
    const files = filesIn(Buffer.from(await new Response(bytesFromWorker('papers', parts)).arrayBuffer()))
    expect([...files.keys()]).toEqual(['00 目录.pdf', '2026年清单.xlsx', '演练记录/2026-03-10 02 三月演练.pdf'])
    const book = await cellsOf(files.get('2026年清单.xlsx') ?? Buffer.alloc(0))
    expect([...book.keys()]).toEqual(['培训', '演练', '证明', '整改', '人员岗位'])
    expect(book.get('培训')?.[1]?.slice(0, 2)).toEqual(['2026-01-05', '保安队长'])
    expect(JSON.stringify([...book])).not.toContain(chief.personId)
    const index = textOf(files.get('00 目录.pdf') ?? Buffer.alloc(0)).join('')
    expect(index).toContain('河西大酒店 2026年消防档案')
    expect(index).toContain('有 1 次演练没有签字')
    expect(textOf(files.get('演练记录/2026-03-10 02 三月演练.pdf') ?? Buffer.alloc(0)).join('')).toContain('签字归档')
  })
})

const file = (id: string) => path.join(settings().dataFolder, 'packs', `${id}.zip`)
async function asked(wish = { placeId: 'street', year: '2026' }): Promise<string> {
  const outcome = await askFolders(asInspector(), wish)
  if (outcome.kind === 'refused') throw new Error(outcome.reason)
  return outcome.batchId
}

/** So many units at once, without the steps that a page would take. */
async function moreUnits(count: number): Promise<void> {
  const data = Array.from({ length: count }, (_, nth) => ({
    ...{
      id: `unit-${nth}`,
      placeId: 'street',
      name: nth % 7 === 0 ? '同名小店' : `第${nth}小店`,
      sector: nth % 2 === 0 ? 'commerce' : 'education',
    },
    ...{ shortCode: `U${nth}`, from: '2020-01-01', createdAt: morning },
  }))
  await transact((tx) => tx.unit.createMany({ data }))
}

describe('the folders of a street', () => {
  it(`of ${size} units are one zip with a folder each, and how far it is can be seen meanwhile`, { timeout: 3_600_000 }, async () => {
    await moreUnits(size - 2)
    await signedDrill(hotel, chief, '保安队长')
    const id = await asked()
    expect(getOwnFolders(asInspector(), id)).toMatchObject({ total: size, done: 0, finishedAt: null })
    const seen = new Set<number>()
    let isOver = false
    const making = makeFolders().then(() => {
      isOver = true
    })
    while (!isOver) {
      seen.add(getOwnFolders(asInspector(), id).done)
      await pause(200)
    }
    await making
    const batch = getOwnFolders(asInspector(), id)
    expect(batch).toMatchObject({ total: size, done: size, left: [], fault: null })
    expect(batch.bytes).toBe(fs.statSync(file(id)).size)
    const names = [...filesIn(fs.readFileSync(file(id))).keys()]
    expect(new Set(names.map((name) => name.split('/')[0])).size).toBe(size)
    expect(names.filter((name) => name.endsWith('/00 目录.pdf'))).toHaveLength(size)
    expect(names).toContain('河西大酒店/演练记录/2026-03-10 01 三月演练.pdf')
    expect(names).toContain('同名小店 (2)/00 目录.pdf')
    if (size > 100) expect(seen.size).toBeGreaterThan(5)
  })

  it('leave out what cannot be read, and units that are no longer the asker’s, and say so', { timeout: 120_000 }, async () => {
    await moreUnits(3)
    const broken = await signedDrill(hotel, chief, '保安队长')
    await transact((tx) => tx.drillStep.updateMany({ where: { drillId: broken, kind: 'signed' }, data: { detail: '{"record":{}}' } }))
    const id = await asked()
    await transact((tx) => tx.unit.update({ where: { id: 'unit-1' }, data: { to: '2026-03-09' } }))
    await makeFolders()
    const batch = getOwnFolders(asInspector(), id)
    expect(batch.left).toEqual([
      { name: '第1小店', reason: 'gone' },
      { name: '河西大酒店', reason: 'unreadable' },
    ])
    expect(batch).toMatchObject({ total: 5, done: 3 })
    expect([...filesIn(fs.readFileSync(file(id))).keys()].some((name) => name.startsWith('河西大酒店'))).toBe(false)
  })

  it('are for who asked, only while every unit in them is still his', async () => {
    const id = await asked()
    const other = await makeEmployee(hotel, '别人')
    await supervises(other.accountId, 'street')
    expect(() => getOwnFolders(acting(other.accountId), id)).toThrow(NotFound)
    await transact((tx) => tx.grant.updateMany({ where: { accountId: inspector.accountId }, data: { sectors: '["education"]' } }))
    expect(findOwnFolderBatch(id, inspector.accountId)).not.toBeNull()
    expect(() => getOwnFolders(asInspector(), id)).toThrow(NotFound)
  })

  it('hold only the units of the sectors that are supervised', async () => {
    await moreUnits(4)
    const school = await makeEmployee(hotel, '教育局')
    await supervises(school.accountId, 'county', '["education"]')
    const outcome = await askFolders(acting(school.accountId), { placeId: 'street', year: '2025' })
    expect(outcome.kind === 'asked' && findOwnFolderBatch(outcome.batchId, school.accountId)?.ask.sort()).toEqual(['unit-1', 'unit-3'])
  })

  it('are refused elsewhere, for a year to come, more than one at a time, and more than a thousand', async () => {
    const refused = async (wish: { placeId: string; year: string }) => {
      const outcome = await askFolders(asInspector(), wish)
      return outcome.kind === 'refused' ? outcome.reason : outcome.kind
    }
    expect(await refused({ placeId: 'county', year: '2026' })).toBe('drillpapers:folders.refusal.none')
    expect(await refused({ placeId: 'street', year: '2027' })).toBe('drillpapers:folders.refusal.year')
    await asked()
    expect(await refused({ placeId: 'street', year: '2026' })).toBe('drillpapers:folders.refusal.open')
    await transact((tx) => tx.folderBatch.deleteMany())
    await moreUnits(999)
    expect(await refused({ placeId: 'street', year: '2026' })).toBe('drillpapers:folders.refusal.many')
    expect(await db().folderBatch.count()).toBe(0)
  })

  it('are begun again where the server ended in the middle, and kept for a week', { timeout: 120_000 }, async () => {
    const id = await asked()
    await transact((tx) => tx.folderBatch.update({ where: { id }, data: { startedAt: morning, done: 1 } }))
    await makeFolders()
    expect(getOwnFolders(asInspector(), id)).toMatchObject({ done: 2, fault: null })
    setClock('2026-03-17T01:59:00.000Z')
    await forgetFolders()
    expect(fs.existsSync(file(id))).toBe(true)
    setClock('2026-03-17T02:01:00.000Z')
    await forgetFolders()
    expect(fs.existsSync(file(id))).toBe(false)
    expect(await db().folderBatch.count()).toBe(0)
  })
})
