import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { crc32, inflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { PosterPart } from '~/documents/outreach/poster-parts'
import { bytesFromWorker, type RefusedPart } from '~/gateways/workers.server'
import { printOf } from './prints'

async function madeOf(parts: readonly PosterPart[]): Promise<{ bytes: Buffer; refused: RefusedPart[] }> {
  const refused: RefusedPart[] = []
  const bytes = await new Response(bytesFromWorker('posters', parts, (part) => refused.push(part))).arrayBuffer()
  return { bytes: Buffer.from(bytes), refused }
}

/** The files of a zip by its own list at its end, as any reader finds them. */
function filesIn(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [flags, method, sum, size] = [
      zip.readUInt16LE(at + 8),
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 20),
    ]
    const [nameLength, extra, comment, from] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ]
    expect(flags & 0x800, 'names are UTF-8').toBe(0x800)
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString('utf8')
    const start = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28)
    const packed = zip.subarray(start, start + size)
    const bytes = method === 8 ? inflateRawSync(packed) : packed
    expect(crc32 === undefined || crc32(bytes) === sum).toBe(true)
    files.set(name, bytes)
    at += 46 + nameLength + extra + comment
  }
  return files
}

const stairs = printOf('stairwell-clutter', { style: 'notice', size: 'a4', language: 'zh' })
const screen = printOf('gas-leak', { style: 'indigo', size: 'screen', language: 'en' })

describe('posters are drawn away from the pages', () => {
  it('a whole community in one zip, with the names of its places', async () => {
    const { bytes, refused } = await madeOf([
      { kind: 'pack', zipped: true },
      { kind: 'file', name: '东门社区/1号楼1单元 楼道不放东西.pdf', format: 'pdf', prints: [stairs] },
      { kind: 'file', name: '东门社区/1号楼1单元 楼道不放东西.svg', format: 'svg', prints: [stairs] },
      { kind: 'file', name: '东门社区/大屏.png', format: 'png', prints: [screen] },
      { kind: 'text', name: '东门社区/广播.txt', text: '各位邻居' },
      { kind: 'file', name: '00 东门社区.pdf', format: 'pdf', prints: [stairs, stairs] },
    ])
    const files = filesIn(bytes)
    expect([...files.keys()]).toEqual([
      '东门社区/1号楼1单元 楼道不放东西.pdf',
      '东门社区/1号楼1单元 楼道不放东西.svg',
      '东门社区/大屏.png',
      '东门社区/广播.txt',
      '00 东门社区.pdf',
    ])
    expect(files.get('东门社区/1号楼1单元 楼道不放东西.pdf')?.toString('latin1')).toContain('%PDF-1.7')
    expect(files.get('东门社区/1号楼1单元 楼道不放东西.svg')?.toString('utf8')).toContain(`<title>${stairs.headline}`)
    expect(await sharp(files.get('东门社区/大屏.png')).metadata()).toMatchObject({ format: 'png', width: 1080, height: 1920 })
    expect(files.get('东门社区/广播.txt')?.toString('utf8')).toBe('各位邻居')
    expect(
      files
        .get('00 东门社区.pdf')
        ?.toString('latin1')
        .match(/\/TrimBox/g),
    ).toHaveLength(2)
    expect(refused).toEqual([])
  })

  it('goes on with a pack when one poster cannot be drawn, and says which and why', async () => {
    const { bytes, refused } = await madeOf([
      { kind: 'pack', zipped: true },
      { kind: 'file', name: 'a.pdf', format: 'pdf', prints: [{ ...stairs, picture: '<svg><image href="x"/></svg>' }] },
      { kind: 'file', name: 'b.png', format: 'png', prints: [{ ...stairs, codeUrl: 'HTTPS://'.padEnd(2000, 'A') }] },
      { kind: 'file', name: '/c.svg', format: 'svg', prints: [stairs] },
      { kind: 'file', name: 'd.svg', format: 'svg', prints: [stairs] },
    ])
    expect([...filesIn(bytes).keys()]).toEqual(['d.svg'])
    expect(refused.map(({ name }) => name)).toEqual(['a.pdf', 'b.png', '/c.svg'])
    expect(refused[0]?.reason).toContain('<image>')
  })

  it('gives one file as it is, and fails as a whole where there is nothing to give', async () => {
    const { bytes } = await madeOf([
      { kind: 'pack', zipped: false },
      { kind: 'file', name: 'poster.png', format: 'png', prints: [screen] },
    ])
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1080, height: 1920 })
    await expect(
      madeOf([
        { kind: 'pack', zipped: false },
        { kind: 'file', name: 'poster.svg', format: 'svg', prints: [{ ...stairs, picture: 'nothing' }] },
      ]),
    ).rejects.toThrow()
  })

  it('is bundled with all it needs but the packages', async () => {
    const { build } = await import('esbuild')
    const { workerEntries } = await import('~/gateways/workers.server')
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-worker-'))
    const made = await build({
      entryPoints: [path.join('app', workerEntries.posters)],
      outfile: path.join(folder, 'posters.js'),
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      metafile: true,
    })
    const packages = Object.values(made.metafile.outputs).flatMap(({ imports }) => imports.map((one) => one.path))
    expect(packages.filter((name) => name.startsWith('~') || name.startsWith('.'))).toEqual([])
  })
})
