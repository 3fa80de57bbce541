import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { BackupRefused } from '~/domain/backup/faults'
import { settings } from '~/env.server'
import { frame, framesOf, textFrame } from '~/gateways/backup-frames.server'
import { sealInto } from '~/gateways/sealed-file.server'
import { makeBackup } from '~/usecases/backup/make-backup.server'
import { troubleWords } from '../../../scripts/backup-words'
import { makeBackedUpStreet, migrations, newFolder, startedElsewhere } from '../../factories/backed-up-street'

const folder = newFolder()
const at = path.join(newFolder(), 'a.backup')
let whole: Buffer
let key: Buffer
let copy: Buffer
let restore: (file: string, key: string) => Promise<unknown>

beforeAll(async () => {
  await makeBackedUpStreet()
  const backup = await makeBackup()
  whole = fs.readFileSync(backup?.file ?? '')
  key = Buffer.from(fs.readFileSync(path.join(settings().dataFolder, 'backup-key'), 'utf8').trim(), 'hex')
  copy = fs.readFileSync(settings().databaseFile)
  const { restoreBackup } = await startedElsewhere(folder)
  restore = (file, hex) => restoreBackup(file, hex, migrations)
})

/** Where each sealed chunk begins and ends; the header before them. */
function parts(bytes: Buffer): { head: Buffer; chunks: Buffer[] } {
  const start = 19 + bytes.readUInt32BE(15)
  const chunks: Buffer[] = []
  for (let from = start; from < bytes.length; ) {
    const to = from + 4 + bytes.readUInt32BE(from) + 16
    chunks.push(bytes.subarray(from, to))
    from = to
  }
  return { head: bytes.subarray(0, start), chunks }
}
const joined = ({ head, chunks }: ReturnType<typeof parts>) => Buffer.concat([head, ...chunks])
const chunksAs = (change: (chunks: Buffer[]) => Buffer[]) => () => {
  const { head, chunks } = parts(whole)
  return joined({ head, chunks: change(chunks) })
}
const flipped =
  (where: (bytes: Buffer) => number, bit = 1) =>
  () => {
    const bytes = Buffer.from(whole)
    const nth = where(bytes)
    bytes.writeUInt8(bytes.readUInt8(nth) ^ bit, nth)
    return bytes
  }
const startOf = (nth: number) => (bytes: Buffer) => {
  const { head, chunks } = parts(bytes)
  return head.length + chunks.slice(0, nth).reduce((sum, chunk) => sum + chunk.length, 0)
}
const header = (change: (said: Record<string, unknown>) => Record<string, unknown>) => () => {
  const { head, chunks } = parts(whole)
  const text = Buffer.from(JSON.stringify(change(JSON.parse(head.subarray(19).toString('utf8')))))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return joined({ head: Buffer.concat([head.subarray(0, 15), length, text]), chunks })
}
const cutTo = (where: (bytes: Buffer) => number) => () => whole.subarray(0, where(whole))

/** Sealed with the right key, by somebody who has it: what is inside is judged all the same. */
const sealed = (frames: () => AsyncIterable<Buffer> | Iterable<Buffer>) => async () => {
  async function* each() {
    yield* frames()
  }
  fs.rmSync(at, { force: true })
  await sealInto(at, key, { migration: '', at: '2026-03-10T02:00:00.000Z' }, each())
  return fs.readFileSync(at)
}
const rows = { figures: { units: 1, people: 1, evidence: 1, audits: 1, newest: null }, rows: {} }
const named = (...names: string[]) =>
  sealed(() =>
    framesOf(
      names.map((name) => ({ name, from: Buffer.from('x') })),
      rows,
    ),
  )
const holding = (name: string, database: () => Buffer) =>
  sealed(() =>
    framesOf(
      [
        { name: 'key', from: Buffer.from('ab'.repeat(32)) },
        { name, from: database() },
      ],
      rows,
    ),
  )
const opening = [textFrame('name', 'key'), frame('data', Buffer.from('x'))]

const kinds: [what: string, make: () => Buffer | Promise<Buffer>, why: string][] = [
  ['an empty file', () => Buffer.alloc(0), 'notBackup'],
  ['one byte', () => Buffer.from('M'), 'notBackup'],
  ['zero bytes all through', () => Buffer.alloc(100_000), 'notBackup'],
  ['a database', () => copy, 'notBackup'],
  ['a zip', () => Buffer.from('PK\u0003\u0004'.padEnd(500, 'x')), 'notBackup'],
  ['a text', () => Buffer.from('MINGBAI BACKUP\n'.repeat(50)), 'notBackup'],
  ['a bit of the magic word', flipped(() => 3), 'notBackup'],
  ['a bit of the header’s length', flipped(() => 18), 'damaged'],
  ['a header of two gigabytes', flipped(() => 15, 0x80), 'damaged'],
  ['a bit of the header’s first brace', flipped(() => 19), 'damaged'],
  ['a bit of the header’s last brace', flipped((bytes) => parts(bytes).head.length - 1), 'damaged'],
  ['another migration in the header', header((said) => ({ ...said, migration: '20200101000000_first' })), 'damaged'],
  ['another time in the header', header((said) => ({ ...said, at: '2030-01-01T00:00:00.000Z' })), 'damaged'],
  ['no time in the header', header(({ at: _at, ...said }) => said), 'damaged'],
  ['a time that is none', header((said) => ({ ...said, at: 'yesterday' })), 'damaged'],
  ['another salt', header((said) => ({ ...said, salt: '00'.repeat(32) })), 'damaged'],
  ['a salt that is too short', header((said) => ({ ...said, salt: '00' })), 'damaged'],
  ['a later format', header((said) => ({ ...said, format: 2 })), 'newer'],
  ['an earlier format', header((said) => ({ ...said, format: 0 })), 'damaged'],
  ['another key’s name', header((said) => ({ ...said, keyId: '0'.repeat(16) })), 'wrongKey'],
  ['something more in the header', header((said) => ({ ...said, more: 1 })), 'damaged'],
  ['a bit of the first chunk’s length', flipped((bytes) => startOf(0)(bytes) + 3), 'damaged'],
  ['a first chunk of four gigabytes', flipped((bytes) => startOf(0)(bytes), 0x80), 'damaged'],
  ['a bit of the first chunk', flipped((bytes) => startOf(0)(bytes) + 4), 'damaged'],
  ['a bit of a middle chunk', flipped((bytes) => startOf(3)(bytes) + 1000), 'damaged'],
  ['the last bit of a middle chunk', flipped((bytes) => startOf(4)(bytes) - 17, 0x80), 'damaged'],
  ['a bit of a tag', flipped((bytes) => startOf(4)(bytes) - 1), 'damaged'],
  ['a bit of the last tag', flipped((bytes) => bytes.length - 1), 'damaged'],
  ['only the magic word', cutTo(() => 15), 'notBackup'],
  ['a cut within the header', cutTo(() => 60), 'damaged'],
  ['only the header', cutTo((bytes) => parts(bytes).head.length), 'damaged'],
  ['a cut within a length', cutTo((bytes) => startOf(2)(bytes) + 2), 'damaged'],
  ['a cut after a length', cutTo((bytes) => startOf(2)(bytes) + 4), 'damaged'],
  ['a cut within a chunk', cutTo((bytes) => startOf(2)(bytes) + 5000), 'damaged'],
  ['a cut between chunks', cutTo(startOf(2)), 'damaged'],
  ['a cut before the last chunk', cutTo((bytes) => startOf(parts(bytes).chunks.length - 1)(bytes)), 'damaged'],
  ['a cut of one byte', cutTo((bytes) => bytes.length - 1), 'damaged'],
  ['one byte more', () => Buffer.concat([whole, Buffer.from('x')]), 'damaged'],
  ['a chunk more', chunksAs((chunks) => [...chunks, ...chunks.slice(-1)]), 'damaged'],
  ['the whole file twice', () => Buffer.concat([whole, whole]), 'damaged'],
  ['two chunks swapped', chunksAs(([a, b, c, ...rest]) => [a, c, b, ...rest].filter((chunk) => chunk !== undefined)), 'damaged'],
  ['a chunk twice', chunksAs((chunks) => [...chunks.slice(0, 2), ...chunks.slice(1)]), 'damaged'],
  ['a chunk missing', chunksAs((chunks) => chunks.toSpliced(2, 1)), 'damaged'],
  ['the first chunk missing', chunksAs((chunks) => chunks.slice(1)), 'damaged'],
  ['the last chunk alone', chunksAs((chunks) => chunks.slice(-1)), 'damaged'],
  ['a name that leads out', named('../evil', 'key', 'mingbai.db'), 'entries'],
  ['a name that leads out from a folder', named('key', 'mingbai.db', 'photographs/../../evil'), 'entries'],
  ['a name from the root', named('/tmp/evil', 'key'), 'entries'],
  ['a name with a backslash', named('key', 'photographs\\..\\evil'), 'entries'],
  ['a hidden name', named('key', 'photographs/.evil'), 'entries'],
  ['a folder within a folder', named('key', 'packs/a/b'), 'entries'],
  ['a name with a zero byte', named('key', 'packs/a\u0000b'), 'entries'],
  ['an unknown folder', named('key', 'scripts/evil'), 'entries'],
  ['the key of the backups inside', named('backup-key', 'key'), 'entries'],
  ['a file twice', named('key', 'key'), 'entries'],
  ['files out of order', named('mingbai.db', 'key'), 'entries'],
  ['no database', named('key'), 'entries'],
  ['no key', named('mingbai.db'), 'entries'],
  ['nothing inside', sealed(() => []), 'entries'],
  ['a file without an end', sealed(() => opening), 'entries'],
  ['another hash than the file’s', sealed(() => [...opening, textFrame('end', { size: 1, sha256: '00'.repeat(32) })]), 'entries'],
  ['a kind of frame that there is not', sealed(() => [Buffer.from([9, 0, 0, 0, 0])]), 'entries'],
  ['a frame of four gigabytes', sealed(() => [Buffer.from([1, 255, 255, 255, 255])]), 'entries'],
  ['a name that is no text', sealed(() => [textFrame('name', { key: true })]), 'entries'],
  ['words instead of the database', holding('mingbai.db', () => Buffer.from('no database at all')), 'database'],
  ['half a database', holding('mingbai.db', () => copy.subarray(0, 8192 * 20)), 'database'],
  ['an empty database', holding('mingbai.db', () => Buffer.alloc(0)), 'database'],
]

it('knows fifty kinds of damage', () => expect(kinds.length).toBeGreaterThanOrEqual(50))

it.each(kinds)('refuses %s with words, and puts nothing in place', async (_what, make, why) => {
  const bytes = await make()
  fs.writeFileSync(at, bytes)
  const fault = await restore(at, key.toString('hex')).catch((found: unknown) => found)
  expect(fault).toMatchObject({ why })
  expect(troubleWords(new BackupRefused(Object(fault).why).why, '')).toMatch(/。\n.*\./)
  expect(fs.readdirSync(folder)).toEqual([])
})

it('refuses a key that is one bit off', async () => {
  fs.writeFileSync(at, whole)
  const other = Buffer.from(key)
  other.writeUInt8(other.readUInt8(31) ^ 1, 31)
  await expect(restore(at, other.toString('hex'))).rejects.toMatchObject({ why: 'wrongKey' })
  await expect(restore(path.dirname(at), key.toString('hex'))).rejects.toMatchObject({ why: 'notBackup' })
  await expect(restore(at, key.toString('hex'))).resolves.toMatchObject({ figures: { people: 6 } })
})
