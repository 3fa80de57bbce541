import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { settings } from '~/env.server'
import { newId, subkey } from './secrets.server'

const mostBytes = 12 * 1024 * 1024
const mostPixels = 40_000_000
/** In millions. A picture in several passes, or one of WebP, lies in memory whole while it is unpacked. */
const mostInPasses = 6
const mostOfWebp = 30
const longestSide = 1600

/**
 * What unpacks pictures, loaded with the first one. What was unpacked is not kept, and is unpacked by one thread: else a single picture of
 * forty million pixels takes half a gigabyte.
 */
async function unpacker() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

const folder = (): string => path.join(settings().dataFolder, 'photographs')
const fileOf = (id: string): string => path.join(folder(), id.replace(/[^0-9a-f-]/gi, ''))

const says = (bytes: Uint8Array, from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1')

/** Do the first bytes say JPEG, PNG, WebP or HEIF? What says anything else reaches no reader of pictures. */
function beginsAsPicture(bytes: Uint8Array): boolean {
  if (says(bytes, 0, 3) === '\u00ff\u00d8\u00ff' || says(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n') return true
  if (says(bytes, 0, 4) === 'RIFF') return says(bytes, 8, 12) === 'WEBP'
  return says(bytes, 4, 8) === 'ftyp' && /^(heic|heix|heim|heis|hevc|mif1|msf1|avif)$/.test(says(bytes, 8, 12))
}

/** Pictures are unpacked one after another: what forty million pixels take is taken once. */
let last: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work)
  last = mine.catch(() => undefined)
  return mine
}

/** What the head of a picture says; nothing is unpacked for it. */
async function headOf(bytes: Uint8Array): Promise<{ format: string | null; width: number; height: number; isWoven: boolean }> {
  const sharp = await unpacker()
  const head = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (head === null) return { format: null, width: 0, height: 0, isWoven: false }
  return { format: head.format ?? null, width: head.width, height: head.height, isWoven: head.isProgressive === true }
}

/** What is seen of a picture and nothing else: turned upright, at most 1600 pixels long, without place, time or device. */
export async function redrawn(bytes: Uint8Array): Promise<Buffer | Refused> {
  if (!beginsAsPicture(bytes)) return refuse('shell:photo.notPicture', 'photo')
  const { format, width, height, isWoven } = await headOf(bytes)
  if (format === null || !['jpeg', 'png', 'webp', 'heif'].includes(format)) return refuse('shell:photo.notPicture', 'photo')
  if (width * height > mostPixels) return refuse('shell:photo.tooManyPixels', 'photo')
  const millions = isWoven ? mostInPasses : mostOfWebp
  if ((isWoven || format === 'webp') && width * height > millions * 1_000_000)
    return refuse('shell:photo.tooManyOfKind', 'photo', { millions, wan: millions * 100 })
  const sharp = await unpacker()
  return await inTurn(() =>
    sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 80, mozjpeg: true })
      .toBuffer(),
  ).catch(() => refuse('shell:photo.notPicture', 'photo'))
}

/**
 * Keeps a photograph: drawn anew as JPEG, sealed on disk (AES-256-GCM), and known by its id alone. Refuses what is no JPEG, PNG, WebP or
 * HEIF picture, more than 12 MB, more than 40 million pixels (30 of WebP, 6 in several passes). What is kept and then not referred to
 * is taken away by `dropPhotograph`.
 */
export async function keepPhotograph(bytes: Uint8Array): Promise<{ kind: 'kept'; id: string } | Refused> {
  if (bytes.byteLength > mostBytes) return refuse('shell:photo.tooLarge', 'photo')
  const body = await redrawn(bytes)
  if (!Buffer.isBuffer(body)) return body
  const id = newId()
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', subkey('photograph'), nonce)
  const sealed = Buffer.concat([cipher.update(body), cipher.final()])
  await fs.promises.mkdir(folder(), { recursive: true, mode: 0o700 })
  await fs.promises.writeFile(`${fileOf(id)}.part`, Buffer.concat([nonce, cipher.getAuthTag(), sealed]), { mode: 0o600 })
  await fs.promises.rename(`${fileOf(id)}.part`, fileOf(id))
  return { kind: 'kept', id }
}

/** The JPEG; null where it is no longer there. The caller has checked that it may be seen. */
export async function readPhotograph(id: string): Promise<Buffer | null> {
  const raw = await fs.promises.readFile(fileOf(id)).catch(() => null)
  if (raw === null) return null
  const decipher = createDecipheriv('aes-256-gcm', subkey('photograph'), raw.subarray(0, 12))
  decipher.setAuthTag(raw.subarray(12, 28))
  return Buffer.concat([decipher.update(raw.subarray(28)), decipher.final()])
}

/** Takes a photograph away. */
export const dropPhotograph = (id: string): Promise<void> => fs.promises.rm(fileOf(id), { force: true })
