import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { PosterPart } from '~/documents/outreach/poster-parts'
import { bytesFromWorker, type RefusedPart } from '~/gateways/workers.server'
import { filesIn } from '../../factories/zip-files'
import { printOf } from './prints'

async function madeOf(parts: readonly PosterPart[]): Promise<{ bytes: Buffer; refused: RefusedPart[] }> {
  const refused: RefusedPart[] = []
  const bytes = await new Response(bytesFromWorker('posters', parts, (part) => refused.push(part))).arrayBuffer()
  return { bytes: Buffer.from(bytes), refused }
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
