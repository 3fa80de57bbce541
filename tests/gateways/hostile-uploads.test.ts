import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { keepPhotograph, readPhotograph } from '~/gateways/photographs.server'
import { readDocument } from '~/gateways/source-documents.server'
import { translator } from '~/i18n/translator'
import { goodFiles, heavyFiles, hidden, refusedFiles } from './hostile-pictures'

const answerTo = async (bytes: Uint8Array): Promise<string> => {
  const answer = await keepPhotograph(bytes)
  return answer.kind === 'kept' ? 'kept' : answer.reason
}

describe('what is brought as a photograph', () => {
  it('and is none, or one that nobody should unpack, is refused in words', async () => {
    const found: string[] = []
    for (const { what, bytes } of await refusedFiles()) {
      const answer = await answerTo(bytes)
      const hasWords = (['zh', 'en'] as const).every((locale) => translator(locale).exists(answer))
      if (answer === 'kept' || !hasWords) found.push(`${what}: ${answer}`)
    }
    expect(found).toEqual([])
  })

  it('and is one keeps its pixels and nothing else', async () => {
    const found: string[] = []
    for (const { what, bytes } of await goodFiles()) {
      const answer = await keepPhotograph(bytes)
      if (answer.kind !== 'kept') {
        found.push(`${what}: ${answer.reason}`)
        continue
      }
      const kept = (await readPhotograph(answer.id)) ?? Buffer.alloc(0)
      const { format, exif, icc, xmp, iptc, orientation, space, pages } = await sharp(kept).metadata()
      const is = JSON.stringify({ format, exif, icc, xmp, iptc, orientation, space, pages })
      if (is !== '{"format":"jpeg","space":"srgb"}') found.push(`${what}: ${is}`)
      for (const word of hidden) if (kept.includes(Buffer.from(word, 'latin1'))) found.push(`${what}: still holds ${word}`)
      if (!kept.subarray(-2).equals(Buffer.from([0xff, 0xd9]))) found.push(`${what}: something comes after its end`)
    }
    expect(found).toEqual([])
  })
})

/** A PDF of these objects, each as it stands. */
const pdfOf = (...objects: (string | Buffer)[]) => Buffer.concat(['%PDF-1.7\n', ...objects, '\n%%EOF\n'].map((part) => Buffer.from(part)))
const packed = (text: string) => {
  const body = deflateSync(Buffer.from(text))
  return Buffer.concat([
    Buffer.from(`5 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${body.length}>>stream\r\n`),
    body,
    Buffer.from('\nendstream endobj'),
  ])
}
const catalogue = '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj'

describe('a document', () => {
  it.each<[string, Buffer, string]>([
    ['that runs a script', pdfOf(catalogue, '3 0 obj<</S/JavaScript/JS(x)>>endobj'), 'fileActive'],
    ['that hides its script behind signs', pdfOf(catalogue, '3 0 obj<</S/J#61vaScript>>endobj'), 'fileActive'],
    ['that packs its script', pdfOf(catalogue, packed('3 0 <</S/JavaScript/JS(app.alert(1))>>')), 'fileActive'],
    ['that packs a file it carries', pdfOf(catalogue, packed('harmless'), packed('3 0 <</EmbeddedFiles 4 0 R>>')), 'fileActive'],
    ['that is locked', pdfOf(catalogue, 'trailer<</Encrypt 9 0 R>>'), 'fileActive'],
    ['that packs 64 MB', pdfOf(catalogue, packed(' '.repeat(64 * 1024 * 1024))), 'fileBroken'],
    ['whose objects cannot be unpacked', pdfOf('5 0 obj<</Type/ObjStm/Filter/LZWDecode>>stream\nxyz\nendstream'), 'fileBroken'],
    ['that is cut short', pdfOf(catalogue).subarray(0, 30), 'fileBroken'],
    ['that is a page', Buffer.from('<html>%PDF-1.7 %%EOF'), 'fileKind'],
    ['that is a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'fileKind'],
    ['of nothing', Buffer.alloc(0), 'fileKind'],
    ['of 100 MB', Buffer.alloc(100 * 1024 * 1024), 'fileLarge'],
  ])('%s is refused', async (_what, bytes, reason) => {
    expect(await readDocument(bytes)).toMatchObject({ kind: 'refused', reason: `localduties:refusal.${reason}` })
  })

  it('that does nothing of its own is taken, with packed objects too', async () => {
    expect(await readDocument(pdfOf(catalogue, packed('3 0 <</Type/Page>>')))).toMatchObject({ kind: 'read', is: 'pdf' })
  })
})

describe('memory', () => {
  const status = '/proc/self/status'
  it.runIf(fs.existsSync(status))('holds one large picture at a time and not four, however many come at once', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-pictures-'))
    const grown: string[] = []
    for (const [nth, { what, bytes }] of (await heavyFiles()).entries()) {
      const file = path.join(folder, String(nth))
      fs.writeFileSync(file, bytes)
      const said = execFileSync('node_modules/.bin/tsx', ['tests/gateways/unpack-pictures.ts', file], { encoding: 'utf8' })
      grown.push(`${what}: ${said.trim()} MB`)
    }
    fs.rmSync(folder, { recursive: true })
    expect(grown.filter((line) => !(Number(/(\d+) MB$/.exec(line)?.[1]) <= 200))).toEqual([])
  })
})
