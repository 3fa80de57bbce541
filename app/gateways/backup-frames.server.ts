import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { databaseName, fileEndShape, keyName, type Manifest, manifestShape, mayBeInside } from '~/domain/backup/contents'
import { BackupRefused } from '~/domain/backup/faults'

/** What lies inside a backup, in order of name: a file's bytes come from the disk or, where they are few, from memory. */
export type Inside = { name: string; from: string | Buffer }
type Kind = 'name' | 'data' | 'end' | 'manifest'
const kinds: readonly Kind[] = ['name', 'data', 'end', 'manifest']
const pieceBytes = 64 * 1024
const mostFrame = 1024 * 1024

/** One frame: its kind (1 byte), its length (4 bytes), its bytes. */
export function frame(kind: Kind, bytes: Buffer): Buffer {
  const start = Buffer.alloc(5)
  start.writeUInt8(kinds.indexOf(kind), 0)
  start.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([start, bytes])
}
export const textFrame = (kind: Kind, value: unknown): Buffer => frame(kind, Buffer.from(JSON.stringify(value), 'utf8'))

/** The pieces of a file; null for one that is gone since it was listed: it was taken away on purpose. */
async function piecesOf(from: string | Buffer): Promise<AsyncIterable<Buffer> | Buffer[] | null> {
  if (Buffer.isBuffer(from)) return [from]
  const file = await fs.promises.open(from, 'r').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null
    throw fault
  })
  return file === null ? null : file.createReadStream({ highWaterMark: pieceBytes })
}

/** All files as frames, closed by what is true of the whole. */
export async function* framesOf(files: Iterable<Inside>, said: Omit<Manifest, 'files' | 'bytes'>): AsyncGenerator<Buffer> {
  let count = 0
  let bytes = 0
  for (const { name, from } of files) {
    const pieces = await piecesOf(from)
    if (pieces === null) continue
    const hash = createHash('sha256')
    let size = 0
    yield textFrame('name', name)
    for await (const piece of pieces) {
      hash.update(piece)
      size += piece.length
      yield frame('data', piece)
    }
    yield textFrame('end', { size, sha256: hash.digest('hex') })
    count += 1
    bytes += size
  }
  yield textFrame('manifest', { ...said, files: count, bytes } satisfies Manifest)
}

async function* framesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<{ kind: Kind; bytes: Buffer }> {
  let waiting: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    waiting = Buffer.concat([waiting, chunk])
    while (waiting.length >= 5) {
      const kind = kinds[waiting.readUInt8(0)]
      const length = waiting.readUInt32BE(1)
      if (kind === undefined || length > mostFrame) throw new BackupRefused('entries', 'frame')
      if (waiting.length < 5 + length) break
      yield { kind, bytes: waiting.subarray(5, 5 + length) }
      waiting = waiting.subarray(5 + length)
    }
  }
  if (waiting.length > 0) throw new BackupRefused('entries', 'frame')
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new BackupRefused('entries', 'json')
  }
}

/** A file that is being taken out; `target` null only reads it. */
class Unpacking {
  readonly #hash = createHash('sha256')
  #size = 0
  private constructor(
    readonly name: string,
    readonly target: fs.promises.FileHandle | null,
  ) {}

  static async begin(name: string, target: string | null): Promise<Unpacking> {
    if (target !== null) await fs.promises.mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    return new Unpacking(name, target === null ? null : await fs.promises.open(target, 'wx', 0o600))
  }
  async add(bytes: Buffer): Promise<void> {
    this.#hash.update(bytes)
    this.#size += bytes.length
    await this.target?.writeFile(bytes)
  }
  async finish(said: unknown): Promise<number> {
    const end = fileEndShape.safeParse(said)
    if (!end.success || end.data.size !== this.#size || end.data.sha256 !== this.#hash.digest('hex'))
      throw new BackupRefused('entries', this.name)
    await this.target?.sync()
    await this.close()
    return this.#size
  }
  close = async (): Promise<void> => this.target?.close()
}

function checkedName(said: unknown, before: string): string {
  if (typeof said !== 'string' || !mayBeInside(said)) throw new BackupRefused('entries', 'name')
  if (said <= before) throw new BackupRefused('entries', 'order')
  return said
}

/**
 * Takes the files out of frames: `place` says where each goes, or null to read it only. Refuses names that may not be inside, files twice
 * or out of order, sizes and hashes that differ, anything after the manifest, and a backup without its database or key.
 */
export async function unpack(chunks: AsyncIterable<Buffer>, place: (name: string) => string | null): Promise<Manifest> {
  let current: Unpacking | null = null
  let manifest: Manifest | null = null
  const names = new Set<string>()
  let before = ''
  let files = 0
  let bytes = 0
  try {
    for await (const found of framesIn(chunks)) {
      if (manifest !== null) throw new BackupRefused('entries', 'after the end')
      if (found.kind === 'name' && current === null) {
        before = checkedName(json(found.bytes), before)
        if (before === databaseName || before === keyName) names.add(before)
        current = await Unpacking.begin(before, place(before))
      } else if (found.kind === 'data' && current !== null) await current.add(found.bytes)
      else if (found.kind === 'end' && current !== null) {
        bytes += await current.finish(json(found.bytes))
        files += 1
        current = null
      } else if (found.kind === 'manifest' && current === null) {
        const said = manifestShape.safeParse(json(found.bytes))
        if (!said.success || said.data.files !== files || said.data.bytes !== bytes || names.size !== 2)
          throw new BackupRefused('entries', 'manifest')
        manifest = said.data
      } else throw new BackupRefused('entries', 'order')
    }
  } finally {
    await current?.close()
  }
  if (manifest === null) throw new BackupRefused('entries', 'no end')
  return manifest
}
