import { beforeAll, describe, expect, it } from 'vitest'
import { action as make, loader as shown } from '~/routes/outreach+/sets.$setting._index'
import { loader as zip } from '~/routes/outreach+/sets.$setting.zip'
import { makePacks } from '~/usecases/outreach/make-packs.server'
import { emptyDatabase } from '../../factories/world'
import { call, statusOf } from '../learn/reader'

const look = 'style=notice&language=zh'
const asked = (search: string, language: 'zh' | 'en' = 'zh') =>
  zip(call(null, `/sets/family/zip?${search}`, { setting: 'family' }, { language })).catch((thrown: unknown) => thrown)

describe('the files of a packed set', () => {
  beforeAll(async () => {
    await emptyDatabase()
    const body = new URLSearchParams(look)
    await make(call(null, '/sets/family', { setting: 'family' }, { method: 'POST', body }))
    await makePacks()
  })

  it('are the same for everybody at an address that says how they look, and nowhere else', async () => {
    for (const language of ['zh', 'en'] as const) {
      const answer = await asked(look, language)
      expect(answer instanceof Response && answer.headers.get('Content-Disposition')).toContain(encodeURIComponent('进家庭这一套'))
      if (answer instanceof Response) expect((await answer.arrayBuffer()).byteLength).toBe(Number(answer.headers.get('Content-Length')))
    }
    for (const search of ['', 'style=notice', 'language=zh', 'style=notice&language=fr', 'style=upright&language=zh'])
      expect(await statusOf(asked(search)), search).toBe(404)
  })

  it('are offered where they are asked for, and what was never asked for is not being made', async () => {
    const page = (search: string) => shown(call(null, `/sets/family?${search}`, { setting: 'family' }))
    expect((await page(look)).files.pack).toMatchObject({ state: 'done' })
    expect((await page('style=indigo&language=zh')).files.pack).toBeNull()
    expect((await page('')).files.pack).toBeNull()
  })
})
