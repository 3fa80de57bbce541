import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { type BackupHeader, backupFormat, headerShape } from '~/domain/backup/contents'
import { BackupRefused } from '~/domain/backup/faults'

/**
 * A sealed file: the magic word, the header's length and the header (JSON), then chunks of at most 64 KiB: length (4 bytes), text, tag
 * (16 bytes). AES-256-GCM by a key of the file's own (HKDF of the backup key and the header's salt). Each chunk is bound to the whole
 * header, to its number and to being the last or not, so that cutting, swapping, repeating and appending are found.
 */
const magic = Buffer.from('MINGBAI-BACKUP\n')
export const chunkBytes = 64 * 1024
const tagBytes = 16
const mostHeader = 4096

/** By what a file names its key without giving anything of it away. */
export const keyIdOf = (key: Buffer): string => createHmac('sha256', key).update('mingbai backup key id').digest('hex').slice(0, 16)

const fileKey = (key: Buffer, salt: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.from(salt, 'hex'), 'mingbai backup file', 32))

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(number), 4)
  return nonce
}

const boundTo = (head: Buffer, number: number, last: boolean): Buffer => Buffer.concat([head, nonceOf(number), Buffer.from([last ? 1 : 0])])
const hashed = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

function headBytes(header: BackupHeader): Buffer {
  const text = Buffer.from(JSON.stringify(header), 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([magic, length, text])
}

/** Writes plain bytes into a new sealed file; what waits in memory is never more than one chunk and what was just given. */
export async function sealInto(
  file: string,
  key: Buffer,
  said: Omit<BackupHeader, 'format' | 'keyId' | 'salt'>,
  plain: AsyncIterable<Buffer>,
): Promise<void> {
  const salt = randomBytes(32).toString('hex')
  const head = headBytes({ format: backupFormat, ...said, keyId: keyIdOf(key), salt })
  const binding = hashed(head)
  const own = fileKey(key, salt)
  const target = await fs.promises.open(file, 'wx', 0o600)
  let number = 0
  const writeChunk = async (text: Buffer, last: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', own, nonceOf(number))
    cipher.setAAD(boundTo(binding, number, last))
    const body = Buffer.concat([cipher.update(text), cipher.final()])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    await target.writeFile(Buffer.concat([length, body, cipher.getAuthTag()]))
    number += 1
  }
  try {
    await target.writeFile(head)
    let waiting: Buffer = Buffer.alloc(0)
    for await (const bytes of plain) {
      waiting = Buffer.concat([waiting, bytes])
      while (waiting.length > chunkBytes) {
        await writeChunk(waiting.subarray(0, chunkBytes), false)
        waiting = waiting.subarray(chunkBytes)
      }
    }
    await writeChunk(waiting, true)
    await target.sync()
  } finally {
    await target.close()
  }
}

async function exactly(file: fs.promises.FileHandle, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, null)
    if (bytesRead === 0) throw new BackupRefused('damaged', 'cut')
    filled += bytesRead
  }
  return bytes
}

function parsedHeader(text: Buffer): BackupHeader {
  try {
    return headerShape.parse(JSON.parse(text.toString('utf8')))
  } catch {
    throw new BackupRefused('damaged', 'header')
  }
}

async function readHead(file: fs.promises.FileHandle, size: number): Promise<{ header: BackupHeader; head: Buffer }> {
  if (size < magic.length + 4) throw new BackupRefused('notBackup')
  const start = await exactly(file, magic.length + 4)
  if (!start.subarray(0, magic.length).equals(magic)) throw new BackupRefused('notBackup')
  const length = start.readUInt32BE(magic.length)
  if (length > mostHeader || start.length + length > size) throw new BackupRefused('damaged', 'header')
  const text = await exactly(file, length)
  const header = parsedHeader(text)
  if (header.format > backupFormat) throw new BackupRefused('newer', `format ${header.format}`)
  return { header, head: Buffer.concat([start, text]) }
}

function opened(body: Buffer, tag: Buffer, own: Buffer, binding: Buffer, number: number, last: boolean): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', own, nonceOf(number))
  decipher.setAAD(boundTo(binding, number, last))
  decipher.setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(body), decipher.final()])
  } catch {
    throw new BackupRefused('damaged', `chunk ${number + 1}`)
  }
}

/** Opens a sealed file chunk by chunk; `heard` is told the header once the first chunk proved it. Throws `BackupRefused`. */
export async function* openSealed(path: string, key: Buffer, heard: (header: BackupHeader) => void): AsyncGenerator<Buffer> {
  const file = await fs.promises.open(path, 'r')
  try {
    const { size } = await file.stat()
    const { header, head } = await readHead(file, size)
    if (header.keyId !== keyIdOf(key)) throw new BackupRefused('wrongKey')
    const own = fileKey(key, header.salt)
    const binding = hashed(head)
    let at = head.length
    for (let number = 0; number === 0 || at < size; number += 1) {
      const length = (await exactly(file, 4)).readUInt32BE(0)
      if (length > chunkBytes) throw new BackupRefused('damaged', `chunk ${number + 1}`)
      const body = await exactly(file, length)
      const tag = await exactly(file, tagBytes)
      at += 4 + length + tagBytes
      const text = opened(body, tag, own, binding, number, at === size)
      if (number === 0) heard(header)
      yield text
    }
  } finally {
    await file.close()
  }
}
