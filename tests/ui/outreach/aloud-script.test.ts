import { describe, expect, it } from 'vitest'
import { microPage } from '~/ui/outreach/micro-page.server'

const question = (stem: string) => ({
  stem,
  options: [
    { id: 'a' as const, text: '走', right: true, because: '对' },
    { id: 'b' as const, text: '等', right: false, because: '错' },
    { id: 'c' as const, text: '看', right: false, because: '错' },
  ],
})
const page = (locale: 'zh' | 'en', script?: string) =>
  microPage(
    {
      lesson: {
        slug: 'e-bike-charging',
        title: '电瓶不进屋',
        line: '先堵门。',
        picture: '/m/e-bike-charging/pictures/zh',
        frames: [{ text: '一', alt: '一' }],
        questions: { one: question('一？'), two: question('二？'), three: question('三？') },
        promise: '今天就做',
        facts: [],
      },
      view: { locale, isLarge: false },
      given: { one: null, two: null, three: null, promised: false },
      next: null,
      by: { kind: 'address' },
    },
    script,
  )

describe('the hook by which a lesson is read out', () => {
  it('stands once in a Chinese page, with all the words that its button needs', () => {
    const html = page('zh', '/islands/read-aloud-1.js')
    expect(html.match(/<script\b/g)).toHaveLength(1)
    expect(html).toMatch(
      /<script type="module" src="\/islands\/read-aloud-1\.js" data-read="读给我听" data-stop="停" data-option="第#个：" /,
    )
    expect(html).not.toContain('<button type="button"')
  })

  it('is not there in English, and not before the script is built', () => {
    expect(page('en', '/islands/read-aloud-1.js')).not.toContain('<script')
    expect(page('zh')).not.toContain('<script')
    expect(page('zh', '')).not.toContain('<script')
  })
})
