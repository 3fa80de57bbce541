import { describe, expect, it } from 'vitest'
import { translator } from '~/i18n/translator'
import { titled, titleOf } from '~/ui/shell/title'

const { t } = translator('zh')

describe('what a page is called', () => {
  it('is its own name, then the product', () => {
    const handle = titled<() => Promise<{ name: string }>>((_, { name }) => name)
    expect(
      titleOf(t, [
        { handle: undefined, data: {} },
        { handle, data: { name: '文昌大酒店' } },
      ]),
    ).toBe('文昌大酒店 · 明白人')
  })

  it('is in the language of its reader', () => {
    const handle = titled((words) => words('org:place.title'))
    expect(titleOf(translator('en').t, [{ handle, data: {} }])).toBe('Places · Mingbai')
  })

  it('is the product alone where a page has no name or no facts', () => {
    const handle = titled(() => 'never')
    expect(titleOf(t, [{ handle: undefined, data: {} }])).toBe('明白人')
    expect(titleOf(t, [{ handle, data: undefined }])).toBe('明白人')
  })
})
