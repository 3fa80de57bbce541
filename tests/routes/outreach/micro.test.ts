import fs from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { hanRead } from '~/content/check-micro.server'
import { dark, drawing, light } from '~/domain/outreach/drawing-colours'
import { loader as list } from '~/routes/outreach+/m._index'
import { loader as plain } from '~/routes/outreach+/m.$lesson._index'
import { loader as inView } from '~/routes/outreach+/m.$lesson.$view'
import { loader as picture } from '~/routes/outreach+/m.$lesson.pictures.$language'
import { microStyle } from '~/ui/outreach/micro-style.server'
import { emptyDatabase } from '../../factories/world'

const base = 'http://127.0.0.1:3000'
/** The one script that a Chinese page may ask for, once it is built. */
const readsAloud = /<script type="module" src="\/islands\/read-aloud-[A-Z0-9]+\.js"[^>]*><\/script>/
const lessons = [...catalogue().micro.values()]
const [first] = lessons
const slug = first?.id ?? ''
const asking = (path: string, params: Record<string, string>, headers: Record<string, string> = {}) => ({
  request: new Request(base + path, { headers }),
  params,
  context: { address: 'test', requestId: 't' },
})
const page = (lesson: string, search = '', headers = {}) => plain(asking(`/m/${lesson}${search}`, { lesson }, headers))
const viewed = (lesson: string, view: string) => inView(asking(`/m/${lesson}/${view}`, { lesson, view }))
const statusOf = (work: Promise<unknown>) =>
  work.catch((thrown: unknown) => thrown).then((answer) => (answer instanceof Response ? answer.status : 500))

beforeAll(emptyDatabase)

describe('a ninety-second lesson', () => {
  it.each(lessons.map(({ id }) => [id]))('%s is light: page and drawing, in both languages', async (id) => {
    for (const view of ['large', 'en', 'en-large']) {
      const html = await (await viewed(id, view)).text()
      expect(gzipSync(html).length).toBeLessThanOrEqual(14_000)
      if (view.startsWith('en')) expect(html).not.toContain('<script')
    }
    for (const language of ['zh', 'en']) {
      const drawn = await picture(asking(`/m/${id}/pictures/${language}`, { lesson: id, language }))
      const bytes = gzipSync(await drawn.text()).length
      expect(bytes + 14_000).toBeLessThanOrEqual(60_000)
    }
    const html = await (await page(id)).text()
    expect(gzipSync(html).length).toBeLessThanOrEqual(14_000)
    expect(html.replace(readsAloud, '')).not.toMatch(/<script|\son[a-z]+=|https?:\/\/(?!www\.w3\.org)/)
    expect(new Set(html.match(/(?:href|src)="\/m\/[^"]*\/pictures\/[^"]*"/g)).size).toBe(1)
  })

  it('is about ninety seconds in the middle', () => {
    const read = lessons.map(hanRead).sort((one, other) => one - other)
    const middle = read[Math.floor(read.length / 2)] ?? 0
    expect(middle / 5 + 15).toBeGreaterThan(70)
    expect(middle / 5 + 15).toBeLessThan(110)
  })

  it('asks one question after the other, explains at once, and ends with a promise and the next', async () => {
    if (!first) throw new Error('there is no lesson')
    const [one] = first.questions
    const opened = await (await page(slug)).text()
    expect(opened).toContain(first.line.zh)
    expect(opened).toContain(one?.stem.zh)
    for (const option of first.questions.flatMap(({ options }) => options)) expect(opened).not.toContain(option.because.zh)
    const wrong = one?.options.find(({ right }) => !right)
    const answered = await (await page(slug, `?one=${wrong?.id}`)).text()
    expect(answered).toContain(wrong?.because.zh)
    expect(answered).toContain(one?.options.find(({ right }) => right)?.because.zh)
    expect(answered).toContain(first.questions[1]?.stem.zh)
    expect(answered).not.toContain(first.questions[2]?.stem.zh)
    expect(answered).not.toContain(first.promise.zh)
    const right = first.questions.map(({ id, options }) => `${id}=${options.find((option) => option.right)?.id}`).join('&')
    const done = await (await page(slug, `?${right}`)).text()
    expect(done).toContain(first.promise.zh)
    expect(done).toContain('3 问答对 3 问')
    expect(await (await page(slug, `?${right}&promise=yes`)).text()).toContain('说定了')
  })

  it('is the same for everybody: no header, cookie or language of the browser changes a byte, and none is set', async () => {
    const bare = await page(slug)
    const text = await bare.text()
    const others = [
      { Cookie: 'mingbai_view=en.dark.large; mingbai_session=somebody' },
      { 'Accept-Language': 'en', 'User-Agent': 'MicroMessenger' },
      { 'X-Forwarded-For': '10.0.0.9', Referer: 'https://example.org/secret' },
    ]
    for (const headers of others) {
      const answer = await page(slug, '', headers)
      expect(await answer.text()).toBe(text)
      expect(answer.headers.get('Set-Cookie')).toBeNull()
      expect(answer.headers.get('Cache-Control')).toBe('public, max-age=3600')
    }
    expect(await (await page(slug, '?one=zz&two=%00&x=%3Cscript%3E&one=a')).text()).toBe(text)
  })

  it('is not found under another name, view or language', async () => {
    expect(await statusOf(page('no-such-lesson'))).toBe(404)
    expect(await statusOf(page('__proto__'))).toBe(404)
    const said = await (await page('no-such-lesson')).text()
    expect(said).toContain('这一课不在这里')
    expect(said).toContain('href="/m"')
    expect(said).not.toContain('no-such-lesson')
    expect(await statusOf(viewed(slug, 'constructor'))).toBe(404)
    expect(await statusOf(picture(asking('/m/x/pictures/fr', { lesson: slug, language: 'fr' })))).toBe(404)
  })
})

describe('the list of them', () => {
  const listed = (search: string) => list(asking(`/m${search}`, {}))
  it('is in groups of what they teach, with what the season brings', async () => {
    const { groups, count } = await listed('')
    expect(count).toBe(lessons.length)
    expect(groups.flatMap((group) => group.lessons)).toHaveLength(lessons.length)
  })
  it('is shorter for who one is and for what one types', async () => {
    const { count } = await listed('?who=courier')
    expect(count).toBeLessThan(lessons.length)
    expect((await listed('?q=%00zzzz')).count).toBe(0)
    expect((await listed('?who=burglar')).count).toBe(lessons.length)
    const forChildren = await listed('?age=child')
    expect(forChildren.count).toBeLessThan(lessons.length)
    for (const { ages } of forChildren.groups.flatMap((group) => group.lessons)) expect(ages).toContain('child')
    expect((await listed('?age=child&who=parent')).count).toBeLessThanOrEqual(forChildren.count)
    expect((await listed('?age=vampire')).count).toBe(lessons.length)
  })
})

it('has the colours of every other page', () => {
  const css = fs.readFileSync('app/tailwind.css', 'utf8')
  const [day = '', night = ''] = css.split(":root[data-theme='dark']")
  for (const [name, value] of Object.entries(light)) expect(day).toContain(`--${name}: ${value}`)
  for (const [name, value] of Object.entries(dark)) expect(night).toContain(`--${name}: ${value}`)
  for (const [name, [bright, dim]] of Object.entries(drawing)) {
    expect(day).toContain(`--d-${name}: ${bright}`)
    expect(night).toContain(`--d-${name}: ${dim}`)
  }
  expect(microStyle).not.toMatch(/url\(|@import/)
})
