import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { loader as list } from '~/routes/outreach+/aloud._index'
import { loader as file } from '~/routes/outreach+/aloud[.]txt'
import { emptyDatabase, setClock } from '../../factories/world'

const asking = (path: string, locale = 'zh') => ({
  request: new Request(`http://127.0.0.1:3000${path}`, { headers: { Cookie: `mingbai_view=${locale}.light.plain` } }),
  params: {},
  context: { address: 'test', requestId: 't' },
})
const bytesOf = async (search: string, locale = 'zh') =>
  Buffer.from(await (await file(asking(`/aloud.txt${search}`, locale))).arrayBuffer())
const textOf = async (search: string, locale = 'zh') => (await bytesOf(search, locale)).toString('utf8')
const statusOf = (work: Promise<unknown>) =>
  work.then(() => 200).catch((thrown: unknown) => (thrown instanceof Response ? thrown.status : 500))
const hung = () => [...catalogue().micro.values()].filter(({ successor }) => successor === undefined)

beforeAll(() => {
  catalogue()
}, 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-11-22T02:00:00Z')
})

describe('scripts for the loudspeaker', () => {
  it('are each there once, those of the month first', async () => {
    const { season, groups, count } = await list(asking('/aloud'))
    const slugs = [...season, ...groups.flatMap(({ scripts }) => scripts)].map(({ slug }) => slug)
    expect(slugs).toHaveLength(count)
    expect(new Set(slugs)).toEqual(new Set(hung().map(({ id }) => id)))
    expect(season.map(({ slug }) => slug)).toContain('winter-heating')
    expect(season.map(({ slug }) => slug)).toContain('calling-119')
  })

  it('are found by a word, in the language of the reader, and lead to their screen picture', async () => {
    const { groups, season, count } = await list(asking('/aloud?q=battery', 'en'))
    const found = [...season, ...groups.flatMap(({ scripts }) => scripts)].find(({ slug }) => slug === 'e-bike-charging')
    expect(count).toBeLessThan(hung().length)
    expect(found?.text).toBe(catalogue().micro.get('e-bike-charging')?.aloud.en)
    expect(found?.screen).toBe('/m/e-bike-charging/poster/notice-screen-en.png')
    expect(found?.href).toBe('/m/e-bike-charging/en')
    expect((await list(asking('/aloud?q=%00zz'))).count).toBe(0)
  })

  it('come as a file that any editor opens: marked as UTF-8, lines ended as on Windows', async () => {
    const bytes = await bytesOf('?lesson=gas-leak')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lesson = catalogue().micro.get('gas-leak')
    expect(bytes.toString('utf8')).toBe(`\uFEFF${lesson?.title.zh}\r\n${lesson?.aloud.zh}\r\n`)
  })

  it('are saved under the lesson’s name, and nothing of it is kept for another reader', async () => {
    const { headers } = await file(asking('/aloud.txt?lesson=gas-leak'))
    expect(headers.get('Content-Disposition')).toContain(encodeURIComponent(catalogue().micro.get('gas-leak')?.title.zh ?? '?'))
    expect(headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
    expect(headers.get('Cache-Control')).toContain('private')
    expect(await textOf('?lesson=gas-leak', 'en')).toContain('Attention')
  })

  it('come all at once, for a search, or for a packed set with the hour of each', async () => {
    const all = await textOf('')
    for (const { aloud } of hung()) expect(all).toContain(aloud.zh)
    const some = await textOf(`?q=${encodeURIComponent('燃气')}`)
    expect(some.length).toBeLessThan(all.length)
    const village = await textOf('?set=village')
    const [first] = catalogue().sets.get('village')?.aloud ?? []
    expect(village).toContain(`(${first?.when.zh})`)
  })

  it('are not found under names that nobody has', async () => {
    for (const search of ['?lesson=none', '?lesson=__proto__', '?set=none', '?set=constructor'])
      expect(await statusOf(file(asking(`/aloud.txt${search}`)))).toBe(404)
  })
})
