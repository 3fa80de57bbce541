import { describe, expect, it } from 'vitest'
import { blocksOf } from '~/domain/learn/blocks'
import { screenAt, screensOf } from '~/domain/learn/screens'

const html = (text: string) => [{ kind: 'html' as const, html: text }]
const long = (letter: string) => `<p>${letter.repeat(70)}</p>`

describe('cutting a lesson into its top-level elements', () => {
  it('keeps what is inside an element with it, drawings and angle brackets in attributes too', () => {
    const picture =
      '<figure class="lesson-picture x"><div role="img" aria-label="a > b"><svg><path d="M0 0"/><g><text>字</text></g></svg></div></figure>'
    expect(blocksOf(`<p>一<br/>二</p>\n${picture}<ul><li>三</li></ul>`)).toEqual([
      { tag: 'p', name: '', html: '<p>一<br/>二</p>', text: '一二' },
      { tag: 'figure', name: 'lesson-picture', html: picture, text: '' },
      { tag: 'ul', name: '', html: '<ul><li>三</li></ul>', text: '三' },
    ])
  })
})

describe('a lesson on a big screen', () => {
  it('begins a screen at each heading, picture, box and piece, in the order of the lesson', () => {
    const screens = screensOf([
      ...html('<p>开头</p><h2>一</h2><p>甲</p><ul><li>乙</li></ul><figure>图</figure><section>要这样做</section>'),
      { kind: 'piece', id: 'spot' },
      ...html('<p>之后</p><h2>二</h2><div>表</div>'),
      { kind: 'video', id: 'film' },
    ])
    expect(screens).toEqual([
      { kind: 'prose', heading: null, html: '<p>开头</p>' },
      { kind: 'prose', heading: '一', html: '<p>甲</p><ul><li>乙</li></ul>' },
      { kind: 'prose', heading: '一', html: '<figure>图</figure>' },
      { kind: 'prose', heading: '一', html: '<section>要这样做</section>' },
      { kind: 'piece', heading: '一', id: 'spot' },
      { kind: 'prose', heading: '一', html: '<p>之后</p>' },
      { kind: 'prose', heading: '二', html: '<div>表</div>' },
      { kind: 'video', heading: '二', id: 'film' },
    ])
  })

  it('breaks running text where it fills a screen, and never inside a paragraph', () => {
    const screens = screensOf(html(long('火') + long('烟') + long('门')))
    expect(screens.map((screen) => (screen.kind === 'prose' ? screen.html : ''))).toEqual([long('火'), long('烟'), long('门')])
    expect(screensOf(html('<p>a</p><p>b</p>'))).toHaveLength(1)
  })

  it('has no screen for nothing', () => {
    expect(screensOf([])).toEqual([])
    expect(screensOf(html('<h2>只有标题</h2>'))).toEqual([])
  })

  it.each([
    [null, 1],
    ['3', 3],
    ['0', 1],
    ['99', 9],
    ['-1', 1],
    ['x', 1],
    ['1e3', 1],
  ])('shows the screen asked for, or the nearest (%s)', (asked, shown) => expect(screenAt(asked, 9)).toBe(shown))
})
