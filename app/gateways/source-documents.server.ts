import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { constants, inflateSync } from 'node:zlib'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { redrawn } from './photographs.server'
import { subkey } from './secrets.server'

/** How many bytes a document may have. */
export const mostDocumentBytes = 8 * 1024 * 1024

export type DocumentKind = 'pdf' | 'jpeg'

/** Names by which a PDF does something of its own when it is opened, or carries another file. */
const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\b/

/** Names as a reader takes them: `#4a` in a name is J. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function pdfFault(bytes: Uint8Array): Refused | null {
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.slice(-2048).includes('%%EOF')) return refuse('localduties:refusal.fileBroken', 'file')
  const named = plainNames(text)
  // A locked file does not show what it holds.
  if (active.test(named) || /\/Encrypt\b/.test(named)) return refuse('localduties:refusal.fileActive', 'file')
  const packed = packedObjects(bytes, text)
  if (packed === null) return refuse('localduties:refusal.fileBroken', 'file')
  return active.test(plainNames(packed)) ? refuse('localduties:refusal.fileActive', 'file') : null
}

/** The objects that lie packed in streams (PDF 7.5.7), unpacked; null where they are broken or unpack to more than 32 MB. */
function packedObjects(bytes: Uint8Array, text: string): string | null {
  const found: string[] = []
  let room = 32 * 1024 * 1024
  for (const match of text.matchAll(/\/ObjStm\b[\s\S]{0,2000}?\bstream\r?\n/g)) {
    try {
      const one = inflateSync(bytes.subarray(match.index + match[0].length), { maxOutputLength: room, finishFlush: constants.Z_SYNC_FLUSH })
      room -= one.length
      if (room <= 0) return null
      found.push(one.toString('latin1'))
    } catch {
      return null
    }
  }
  return found.join('\n')
}

/**
 * Reads a document that somebody brought: a PDF that does nothing of its own and is not locked, as it is; a picture, drawn anew as JPEG. Refuses
 * everything else, and more than 8 MB.
 */
export async function readDocument(bytes: Uint8Array): Promise<{ kind: 'read'; is: DocumentKind; bytes: Uint8Array } | Refused> {
  if (bytes.byteLength > mostDocumentBytes) return refuse('localduties:refusal.fileLarge', 'file')
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-') {
    const fault = pdfFault(bytes)
    return fault ?? { kind: 'read', is: 'pdf', bytes }
  }
  const picture = await redrawn(bytes)
  if (isRefused(picture)) return refuse('localduties:refusal.fileKind', 'file')
  return { kind: 'read', is: 'jpeg', bytes: new Uint8Array(picture) }
}

/** A document as it is kept: AES-256-GCM, by a key for this alone. */
export function sealDocument(bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', subkey('source document'), nonce)
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]))
}

/** Opens what `sealDocument` closed. Throws where it was altered or the key is another. */
export function openDocument(sealed: Uint8Array): Uint8Array {
  const raw = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', subkey('source document'), raw.subarray(0, 12))
  decipher.setAuthTag(raw.subarray(12, 28))
  return new Uint8Array(Buffer.concat([decipher.update(raw.subarray(28)), decipher.final()]))
}
