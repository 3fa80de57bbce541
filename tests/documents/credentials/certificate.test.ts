import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { certificatePdf } from '~/documents/credentials/certificate-pdf.server'
import { certificatePicture } from '~/documents/credentials/certificate-picture.server'
import { type CertificatePrint, certificateSheet } from '~/documents/credentials/certificate-sheet.server'

const print: CertificatePrint = {
  name: '欧阳秀英',
  unitName: '云溪县东门农贸市场管理有限责任公司',
  position: { zh: '易燃易爆岗位人员（仓库保管）', en: 'Flammable and explosive goods worker or storekeeper' },
  course: { zh: '岗前消防安全', en: 'Pre-job fire safety' },
  passedOn: '2026-03-10',
  number: 'MB-2026-7K3M-9PQ',
  issuer: '云溪县',
  checkUrl: 'HTTPS://XIAOFANG.YUNXI.GOV.CN/C/7K3M9PABCDEFGHJKMNPQRSTUVW',
  statementUrl: `https://xiaofang.yunxi.gov.cn/V#A${'bQ7-_x3'.repeat(42).slice(0, 299)}`,
}
const both = [print.checkUrl, print.statementUrl].sort()

type Area = { left: number; top: number; width: number; height: number }

/** Share of dark pixels in an area given in points of the sheet. */
async function darkness(image: Buffer, { left, top, width, height }: Area): Promise<number> {
  const { width: across = 0 } = await sharp(image).metadata()
  const scale = across / 842
  const area = {
    left: Math.round(left * scale),
    top: Math.round(top * scale),
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  }
  const pixels = await sharp(image).extract(area).greyscale().raw().toBuffer()
  return pixels.filter((value) => value < 110).length / pixels.length
}

/** Every line of text must have left ink: glyphs that are missing or blank leave none. */
async function expectInk(image: Buffer): Promise<void> {
  for (const mark of certificateSheet(print).marks) {
    if (mark.kind !== 'text') continue
    const area = { left: mark.x, top: mark.y - mark.size * 0.85, width: Math.max(mark.size * 0.9, 4), height: mark.size }
    expect({ text: mark.text, drawn: (await darkness(image, area)) > 0.04 }).toEqual({ text: mark.text, drawn: true })
  }
}

async function codesIn(image: Buffer): Promise<string[]> {
  const found = await readBarcodes(new Blob([new Uint8Array(image)]), { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 })
  return found.map(({ text }) => text).sort()
}

beforeAll(() => {
  const wasm = fs.readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })
})

describe('the picture to keep', () => {
  it('is 1600 pixels across, has ink in every line, and both codes read back', async () => {
    const picture = await certificatePicture(print)
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 1600, height: 1131 })
    await expectInk(picture)
    expect(await codesIn(picture)).toEqual(both)
    if (process.env.KEEP_PICTURES) fs.writeFileSync(path.join(process.env.KEEP_PICTURES, 'certificate.png'), picture)
  })

  it('is still read when it was scaled down by a messenger', async () => {
    const small = await sharp(await certificatePicture(print))
      .resize(900)
      .jpeg({ quality: 70 })
      .toBuffer()
    expect(await codesIn(small)).toEqual(both)
  })
})

describe('what is printed', () => {
  it('never says 持证 and carries no day but the day of passing', () => {
    const texts = certificateSheet(print).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
    expect(texts.join('\n')).not.toContain('持证')
    expect(texts.filter((text) => /\d{4}年|\b20\d\d$/.test(text))).toEqual(['2026年3月10日', '10 Mar 2026'])
  })

  it('keeps a very long name inside the sheet', () => {
    const long = certificateSheet({ ...print, name: '买买提·'.repeat(12), unitName: '很长的单位名称'.repeat(12) })
    for (const mark of long.marks) if (mark.kind === 'text') expect(mark.size).toBeGreaterThan(3)
  })
})

describe('the PDF', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-certificate-'))
  const file = path.join(folder, 'certificate.pdf')

  it('is one A4 page across, tagged, in Chinese, with a title and its own type', async () => {
    const pdf = await certificatePdf(print)
    fs.writeFileSync(file, pdf)
    const text = pdf.toString('latin1')
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text.match(/\/MediaBox \[0 0 841\.89 595\.28\]/g)).toHaveLength(1)
    expect(text).toContain('/Lang (zh-CN)')
    expect(text).toContain('/MarkInfo')
    expect(text).toContain('/StructTreeRoot')
    expect(text).toContain('/DisplayDocTitle true')
    expect(text.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(3)
    expect(pdf.length).toBeLessThan(300_000)
  })

  it.skipIf(spawnSync('pdftoppm', ['-v']).error !== undefined)(
    'shows Chinese glyphs, in pixels, and two codes that read back',
    async () => {
      fs.writeFileSync(file, await certificatePdf(print))
      execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', file, path.join(folder, 'page')])
      const page = fs.readFileSync(path.join(folder, 'page.png'))
      await expectInk(page)
      expect(await codesIn(page)).toEqual(both)
      if (process.env.KEEP_PICTURES)
        fs.copyFileSync(path.join(folder, 'page.png'), path.join(process.env.KEEP_PICTURES, 'certificate-pdf.png'))
    },
  )
})
