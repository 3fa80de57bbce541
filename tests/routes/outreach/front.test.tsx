import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { loader } from '~/routes/outreach+/index'
import { FrontPage } from '~/ui/outreach/front-page'
import { emptyDatabase, setClock } from '../../factories/world'
import { oneHotel, reader } from '../learn/reader'

const front = (cookie = '') =>
  loader({
    request: new Request('http://127.0.0.1:3000/', { headers: cookie ? { Cookie: cookie } : {} }),
    params: {},
    context: { address: 'test', requestId: 't' },
  })
const shown = async (locale: Locale) => {
  const page = await front(`mingbai_view=${locale}.light.plain`)
  return renderToStaticMarkup(
    <I18nextProvider i18n={translator(locale)}>
      <FrontPage page={page} />
    </I18nextProvider>,
  )
}
const hung = () => [...catalogue().micro.values()].filter(({ successor }) => successor === undefined)

beforeAll(() => {
  catalogue()
}, 60_000)
beforeEach(async () => {
  await emptyDatabase()
  setClock('2026-11-22T02:00:00Z')
})

describe('the front page', () => {
  it('answers its own question at the top, before anything is asked of the reader', async () => {
    const html = await shown('zh')
    const order = [
      '着火了，先做什么？',
      '带上门，走楼梯',
      '想学哪一件？',
      '我是',
      'href="/sign-in"',
      '11月',
      '新员工四步上岗',
      'action="/code"',
    ]
    const places = order.map((words) => html.indexOf(words))
    for (const [nth, place] of places.entries())
      expect({ words: order[nth], found: place > -1 }).toEqual({ words: order[nth], found: true })
    expect(places).toEqual([...places].sort((one, other) => one - other))
  })

  it('sends each of those answers to a lesson that is hung', async () => {
    const { first } = await front()
    for (const address of Object.values(first)) expect(hung().map(({ id }) => `/m/${id}`)).toContain(address)
  })

  it('searches in the list of lessons, and knows every reader there is', async () => {
    const html = await shown('zh')
    expect(html).toMatch(/<form action="\/m"[^>]*>.*name="q"/)
    for (const who of ['tenant', 'parent', 'shopkeeper', 'courier', 'teacher', 'guest']) expect(html).toContain(`href="/m?who=${who}"`)
  })

  it('has three tips for every month of the year, each with its drawing', async () => {
    for (let month = 1; month <= 12; month += 1) {
      setClock(`2026-${String(month).padStart(2, '0')}-15T02:00:00Z`)
      const { tips, month: named } = await front()
      expect(named).toBe(month)
      expect({ month, tips: tips.length }).toEqual({ month, tips: 3 })
      for (const { slug, picture } of tips) {
        expect(catalogue().micro.get(slug)?.months).toContain(month)
        expect(picture.frame).toBeLessThanOrEqual(picture.frames)
      }
    }
  })

  it('turns the month at midnight in Shanghai', async () => {
    setClock('2026-11-30T15:59:59Z')
    expect((await front()).month).toBe(11)
    setClock('2026-11-30T16:00:00Z')
    expect((await front()).month).toBe(12)
  })

  it('counts under each topic what is there', async () => {
    const { topics } = await front()
    expect(topics.reduce((sum, { count }) => sum + count, 0)).toBe(hung().length)
  })

  it('leads to the packed sets and the loudspeaker, in both languages', async () => {
    for (const locale of ['zh', 'en'] as const) {
      const html = await shown(locale)
      expect(html).toContain('href="/aloud"')
      for (const { id } of catalogue().sets.values()) expect(html).toContain(`href="/sets/${id}"`)
    }
  })

  it('sends whoever is signed in to what he must do', async () => {
    await oneHotel()
    const { cookie } = await reader('wang')
    const sent = await front(cookie).catch((thrown: unknown) => thrown)
    expect(sent instanceof Response && sent.headers.get('Location')).toBe('/me')
  })
})
