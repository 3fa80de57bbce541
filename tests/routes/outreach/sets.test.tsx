import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { translator } from '~/i18n/translator'
import { loader as list } from '~/routes/outreach+/sets._index'
import { loader as one } from '~/routes/outreach+/sets.$setting._index'
import { SetPage } from '~/ui/outreach/set-page'
import { emptyDatabase } from '../../factories/world'

const asking = (path: string, params: Record<string, string> = {}, locale = 'zh') => ({
  request: new Request(`http://127.0.0.1:3000${path}`, { headers: { Cookie: `mingbai_view=${locale}.light.plain` } }),
  params,
  context: { address: 'test', requestId: 't' },
})
const set = (setting: string, locale = 'zh') => one(asking(`/sets/${setting}`, { setting }, locale))
const statusOf = (work: Promise<unknown>) =>
  work.then(() => 200).catch((thrown: unknown) => (thrown instanceof Response ? thrown.status : 500))

beforeAll(() => {
  catalogue()
}, 60_000)
beforeEach(emptyDatabase)

describe('the packed sets', () => {
  it('are five, each with a drawing of its own', async () => {
    const sets = await list(asking('/sets'))
    expect(sets.map(({ id }) => id)).toEqual(['school', 'village', 'enterprise', 'community', 'family'])
    expect(new Set(sets.map(({ picture }) => picture?.src)).size).toBe(5)
  })

  it.each(['school', 'village', 'enterprise', 'community', 'family'])(
    '%s says all that its content says, in both languages',
    async (id) => {
      const packed = [...catalogue().sets.values()].find((found) => found.id === id)
      for (const locale of ['zh', 'en'] as const) {
        const shown = await set(id, locale)
        expect(shown.lessons.map(({ slug }) => slug)).toEqual(packed?.lessons)
        expect(shown.where.map(({ slug }) => slug)).toEqual(packed?.where.map(({ lesson }) => lesson))
        expect(shown.aloud.map(({ when }) => when)).toEqual(packed?.aloud.map(({ when }) => when[locale]))
        expect(shown.plan).toEqual(packed?.plan.map((step) => step[locale]))
      }
    },
  )

  it('show what may be taken away where the page is told of it', async () => {
    const shown = await set('village')
    const html = renderToStaticMarkup(
      <I18nextProvider i18n={translator('zh')}>
        <SetPage set={shown} files={<p>这一套的文件</p>} />
      </I18nextProvider>,
    )
    expect(html.indexOf('这一套的文件')).toBeLessThan(html.indexOf('怎么做'))
    expect(html).toContain('href="/aloud.txt?set=village"')
  })

  it('are not found under other names', async () => {
    for (const name of ['factory', '__proto__', 'constructor']) expect(await statusOf(set(name))).toBe(404)
  })
})
