import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { findGrants } from '~/data/accounts/grants.server'
import { findCertificate } from '~/data/credentials/certificates.server'
import { publishedKeys } from '~/data/credentials/signing-keys.server'
import { db } from '~/data/db.server'
import { transact } from '~/data/transact.server'
import { certificatePdf } from '~/documents/credentials/certificate-pdf.server'
import { certificatePicture } from '~/documents/credentials/certificate-picture.server'
import { checkedList, judgeStatement } from '~/domain/credentials/statement-verdict'
import { Forbidden } from '~/domain/shared/faults'
import { statementCrypto } from '~/gateways/signing.server'
import { civilDay } from '~/http/civil-day'
import { correctCertificate } from '~/usecases/credentials/correct-certificate.server'
import { certificatePrint } from '~/usecases/credentials/print-certificate.server'
import { revokeCertificate } from '~/usecases/credentials/revoke-certificate.server'
import { reportStolenKey, rotateSigningKey } from '~/usecases/credentials/rotate-signing-key.server'
import { withdrawnList } from '~/usecases/credentials/withdrawn-list.server'
import { certified } from '../../exams-fixtures/certified'
import { useFixtureContent } from '../../exams-fixtures/content'
import { grant, person, post, smallTown } from '../../exams-fixtures/people'
import { emptyDatabase, setClock } from '../../factories/world'

let now = new Date()
const acting = (personId: string) => ({
  now,
  today: civilDay(now),
  actor: { accountId: `account-${personId}`, personId, grants: findGrants(`account-${personId}`) },
})

async function ofPerson(personId: string) {
  const { id } = await db().certificate.findFirstOrThrow({ where: { personId }, orderBy: { edition: 'desc' } })
  const found = findCertificate(id)
  if (found === null) throw new Error(personId)
  return found
}

/** The text of the second code, as a foreign reader finds it in the pixels. */
async function codeIn(image: Buffer): Promise<string> {
  const found = await readBarcodes(new Blob([new Uint8Array(image)]), { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 })
  return found.map(({ text }) => text).find((text) => text.includes('/V#')) ?? 'no second code'
}
const paperOf = async (personId: string) => codeIn(await certificatePicture(await certificatePrint(await ofPerson(personId))))

/** What a phone holds that opened the page at this instant. */
async function phone() {
  const keys = (await publishedKeys()).map(({ id: _, ...key }) => key)
  return { keys, list: checkedList((await withdrawnList(now)).bytes, keys, statementCrypto) }
}
type Phone = Awaited<ReturnType<typeof phone>>
const judged = (text: string, by: Phone) => {
  const verdict = judgeStatement(text, by, statementCrypto)
  return 'why' in verdict ? `${verdict.kind} ${verdict.why}` : verdict.kind === 'genuine' ? `genuine ${verdict.list}` : verdict.kind
}

beforeAll(() => {
  useFixtureContent()
  const wasm = fs.readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
})
beforeEach(async () => {
  await emptyDatabase()
  now = setClock('2026-03-10T02:00:00Z')
  await smallTown()
  await person('boss', '陈主任')
  await grant('boss', 'administrator')
  for (const [id, name] of [
    ['li', '李秀英'],
    ['ouyang', '欧阳娜娜'],
  ] as const) {
    await person(id, name)
    await certified(id, await post(id), now)
  }
})

describe('a paper', () => {
  it('holds at most 300 characters beside the address, is genuine, and tells no more than it must', async () => {
    const text = await paperOf('ouyang')
    expect(text.split('#')[1]?.length).toBeLessThanOrEqual(300)
    const verdict = judgeStatement(text, await phone(), statementCrypto)
    const { number, serial } = await ofPerson('ouyang')
    expect(verdict).toMatchObject({
      kind: 'genuine',
      list: 'current',
      statement: { number, serial, maskedName: '欧阳**', position: 'welder' },
    })
    expect(JSON.stringify(verdict)).not.toContain('娜')
  })

  it.skipIf(spawnSync('pdftoppm', ['-v']).error !== undefined)('says the same as a printed page', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-paper-'))
    fs.writeFileSync(path.join(folder, 'paper.pdf'), await certificatePdf(await certificatePrint(await ofPerson('ouyang'))))
    execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', path.join(folder, 'paper.pdf'), path.join(folder, 'page')])
    expect(judged(await codeIn(fs.readFileSync(path.join(folder, 'page.png'))), await phone())).toBe('genuine current')
  })

  it('is revoked or superseded from the next list on; who holds an older one is told how old it is', async () => {
    const [li, ouyang] = [await paperOf('li'), await paperOf('ouyang')]
    const before = await phone()
    now = setClock('2026-03-10T02:00:10Z')
    const { id, number } = await ofPerson('li')
    await revokeCertificate({ ...acting('boss'), certificateId: id, typed: number.slice(-3), reason: '替考' })
    await transact((tx) => tx.person.update({ where: { id: 'ouyang' }, data: { name: '欧阳娜' } }))
    const old = await ofPerson('ouyang')
    const corrected = { certificateId: old.id, postId: 'post-ouyang-market-welder', typed: old.number.slice(-3), reason: '姓名有错字' }
    expect(await correctCertificate({ ...acting('boss'), ...corrected })).toMatchObject({ kind: 'done' })
    const after = await phone()
    expect([judged(li, before), judged(ouyang, before)]).toEqual(['genuine current', 'genuine current'])
    expect([judged(li, after), judged(ouyang, after)]).toEqual(['revoked', 'superseded'])
    const fresh = await paperOf('ouyang')
    expect([judged(fresh, before), judged(fresh, after)]).toEqual(['genuine earlier', 'genuine current'])
    expect([before.list?.at, after.list?.at]).toEqual([new Date('2026-03-10T02:00:00Z'), now])
  })

  it('stays genuine after another key took the place of its own, and a phone without that key says so', async () => {
    const paper = await paperOf('li')
    const before = await phone()
    const kid = before.keys[0]?.kid ?? ''
    expect(await rotateSigningKey(acting('boss'), { typed: 'other' })).toMatchObject({ kind: 'refused' })
    now = setClock('2026-03-11T02:00:00Z')
    expect(await rotateSigningKey(acting('boss'), { typed: kid })).toEqual({ kind: 'done' })
    const again = await paperOf('li')
    expect(again).not.toBe(paper)
    const after = await phone()
    expect([judged(paper, after), judged(again, after)]).toEqual(['genuine current', 'genuine current'])
    await person('mu', '穆青')
    await certified('mu', await post('mu'), now)
    expect([judged(await paperOf('mu'), await phone()), judged(await paperOf('mu'), before)]).toEqual([
      'genuine current',
      'forged unknown-key',
    ])
    await expect(rotateSigningKey(acting('li'), { typed: kid })).rejects.toBeInstanceOf(Forbidden)
  })

  it('is refused where its key was in other hands by then; the same certificate is printed anew under a new key', async () => {
    const paper = await paperOf('li')
    const kid = (await phone()).keys[0]?.kid ?? ''
    const report = { kid, from: '2026-03-10', reason: '备份盘遗失', typed: kid }
    expect(await reportStolenKey(acting('boss'), { ...report, from: '2026-03-11' })).toMatchObject({ kind: 'refused' })
    expect(await reportStolenKey(acting('boss'), { ...report, typed: 'x' })).toMatchObject({ kind: 'refused' })
    await expect(reportStolenKey(acting('li'), report)).rejects.toBeInstanceOf(Forbidden)
    expect(await reportStolenKey(acting('boss'), report)).toEqual({ kind: 'done' })
    const after = await phone()
    expect(after.keys).toMatchObject([{ kid, stolenFrom: '2026-03-10' }, { until: null }])
    expect([judged(paper, after), judged(await paperOf('li'), after)]).toEqual(['refused stolen', 'genuine current'])
    expect(await db().auditEntry.count({ where: { act: { in: ['verify.keyMade', 'verify.keyStolen'] } } })).toBe(3)
  })
})
