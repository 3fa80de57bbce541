import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { db } from '~/data/db.server'
import { findPack, findPackToMake } from '~/data/outreach/poster-packs.server'
import { transact } from '~/data/transact.server'
import { mostFiles, packState } from '~/domain/outreach/pack'
import { NotFound } from '~/domain/shared/faults'
import { settings } from '~/env.server'
import { askPack, askSetPack, findSetPack } from '~/usecases/outreach/ask-pack.server'
import { forgetPacks, makePacks } from '~/usecases/outreach/make-packs.server'
import { hangInStairs, makePosterStreet } from '../../factories/poster-street'
import { setClock } from '../../factories/world'
import { filesIn } from '../../factories/zip-files'

const look = { style: 'notice', size: 'a4', language: 'zh', formats: ['pdf'], isOneFile: true } as const
const fileOf = (id: string) => path.join(settings().dataFolder, 'packs', `${id}.zip`)
const made = (id: string) => [...filesIn(fs.readFileSync(fileOf(id))).keys()]

let street: Awaited<ReturnType<typeof makePosterStreet>>
let siteIds: string[] = []
beforeEach(async () => {
  street = await makePosterStreet()
  siteIds = (await hangInStairs(street.asLin)).sites.map(({ id }) => id)
})

async function asked(change: Partial<Parameters<typeof askPack>[1]> = {}): Promise<string> {
  const outcome = await askPack(street.asLin(), { placeId: 'lake', siteIds, lessons: ['e-bike-charging'], look, ...change })
  if (outcome.kind === 'refused') throw new Error(outcome.reason)
  return outcome.packId
}

describe('a whole community at once', () => {
  it('comes as one zip: a poster for each staircase under its own code, and all of them in one file', async () => {
    const id = await asked()
    expect(findPack(id)).toMatchObject({ total: 5, done: 0, finishedAt: null })
    await makePacks()
    const pack = findPack(id)
    expect(pack).toMatchObject({ done: 5, refused: [], fault: null })
    expect(pack?.bytes).toBe(fs.statSync(fileOf(id)).size)
    const codes = await db().posterCode.findMany({ include: { site: true } })
    const single = codes.map(({ code, site }) => `湖滨社区/${site.name} 电瓶不进屋 ${code}.pdf`).sort()
    expect(made(id).sort()).toEqual(['00 湖滨社区.pdf', ...single].sort())
  })

  it('is refused without a file to make, without a lesson, and outside what one looks after', async () => {
    const wish = { placeId: 'lake', siteIds, lessons: ['e-bike-charging'], look }
    expect(await askPack(street.asLin(), { ...wish, look: { ...look, formats: [], isOneFile: false } })).toMatchObject({ kind: 'refused' })
    expect(await askPack(street.asLin(), { ...wish, lessons: ['no-such'] })).toMatchObject({ kind: 'refused' })
    await expect(askPack(street.asShan(), wish)).rejects.toThrow(NotFound)
    await expect(askPack(street.asShan(), { ...wish, placeId: 'hill' })).rejects.toThrow(NotFound)
    expect(await db().posterPack.count()).toBe(0)
  })

  it('is not asked for twice at once, nor larger than a pack can be', async () => {
    const wish = { placeId: 'lake', siteIds, lessons: ['e-bike-charging'], look }
    await asked()
    expect(await askPack(street.asLin(), wish)).toMatchObject({ kind: 'refused', reason: 'outreach:place.refusal.packOpen' })
    const many = Array.from({ length: mostFiles + 1 }, (_, nth) => `site-${nth}`)
    expect(await askPack(street.asLin(), { ...wish, siteIds: many })).toMatchObject({ reason: 'outreach:place.refusal.tooManyFiles' })
  })

  it('lets a small one go first', async () => {
    const large = await asked({ look: { ...look, formats: ['pdf', 'svg', 'png'] } })
    await askSetPack(new Date('2026-03-10T02:00:00Z'), 'family', { style: 'notice', language: 'zh' })
    await transact((tx) => tx.posterPack.updateMany({ where: { setId: 'family' }, data: { total: 2 } }))
    expect(findPackToMake()?.setId).toBe('family')
    await transact((tx) => tx.posterPack.update({ where: { id: large }, data: { startedAt: new Date('2026-03-10T01:00:00Z') } }))
    expect(findPackToMake()?.id).toBe(large)
  })

  it('is begun again where the server ended in the middle of it', async () => {
    const id = await asked()
    await transact((tx) => tx.posterPack.update({ where: { id }, data: { startedAt: new Date('2026-03-10T01:00:00Z'), done: 3 } }))
    expect(findPackToMake()?.id).toBe(id)
    await makePacks()
    expect(made(id)).toHaveLength(5)
    expect(findPackToMake()).toBeNull()
  })

  it('that cannot be made says so and does not hold up the next', async () => {
    const broken = await asked()
    const folder = path.join(settings().dataFolder, 'packs')
    fs.mkdirSync(path.join(folder, `${broken}.zip.part`), { recursive: true })
    await makePacks()
    const next = await asked()
    await makePacks()
    const failed = findPack(broken)
    expect(failed === null ? null : packState(failed)).toBe('failed')
    expect(made(next)).toHaveLength(5)
    fs.rmSync(folder, { recursive: true, force: true })
  })

  it('is kept for a week, and its codes for ever', async () => {
    const id = await asked()
    await makePacks()
    setClock('2026-03-17T01:59:00.000Z')
    await forgetPacks()
    expect(fs.existsSync(fileOf(id))).toBe(true)
    setClock('2026-03-17T02:01:00.000Z')
    await forgetPacks()
    expect(fs.existsSync(fileOf(id))).toBe(false)
    expect(findPack(id)).toBeNull()
    expect(await db().posterCode.count()).toBe(4)
  })
})

describe('a packed set', () => {
  it('is made once for everybody: posters, screens, one file of all, and what the loudspeaker says', { timeout: 60_000 }, async () => {
    const wanted = { style: 'upright', language: 'zh' } as const
    const now = new Date('2026-03-10T02:00:00Z')
    await askSetPack(now, 'family', wanted)
    await askSetPack(now, 'family', wanted)
    expect(await db().posterPack.count()).toBe(1)
    await makePacks()
    const pack = findSetPack('family', wanted)
    const count = catalogue().sets.get('family')?.lessons.length ?? 0
    expect(pack).toMatchObject({ total: 2 * count + 2, done: 2 * count + 2, refused: [] })
    const names = made(pack?.id ?? '')
    expect(names.filter((name) => name.startsWith('A4/'))).toHaveLength(count)
    expect(names.filter((name) => name.startsWith('1080x1920/'))).toHaveLength(count)
    const [text = '', ...more] = names.filter((name) => name.endsWith('.txt'))
    expect(more).toEqual([])
    const said =
      filesIn(fs.readFileSync(fileOf(pack?.id ?? '')))
        .get(text)
        ?.toString('utf8') ?? ''
    expect(said.startsWith('\uFEFF')).toBe(true)
    for (const { lesson, when } of catalogue().sets.get('family')?.aloud ?? [])
      expect(said).toContain(`${catalogue().micro.get(lesson)?.title.zh} (${when.zh})`)
    await askSetPack(now, 'family', wanted)
    expect(await db().posterPack.count()).toBe(1)
    await expect(askSetPack(now, 'hospital', wanted)).rejects.toThrow(NotFound)
    await expect(askSetPack(now, '__proto__', wanted)).rejects.toThrow(NotFound)
  })
})
