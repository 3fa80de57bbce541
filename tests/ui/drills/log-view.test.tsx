import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { translator } from '~/i18n/translator'
import type { HeldPage } from '~/ui/drills/log'
import { LogView } from '~/ui/drills/log-view'

const page = (values: Record<string, string>): HeldPage => ({
  unit: { id: 'hotel', name: '东街大酒店' },
  from: '2020-01-01',
  today: '2026-03-10',
  kinds: [
    { value: 'evacuation', label: '疏散演练' },
    { value: 'fire', label: '灭火演练' },
  ],
  commanders: [{ value: 'boss', label: '老板娘' }],
  targets: ['后厨'],
  people: [{ id: 'cook', label: '厨师', there: true }],
  values: { id: 'x', kind: 'fire', on: '2026-03-10', startsAt: '10:00', place: '大楼', target: '后厨', commander: 'boss', ...values },
  answers: null,
  correcting: null,
})
const drawn = (values: Record<string, string>): string =>
  renderToStaticMarkup(
    <I18nextProvider i18n={translator('zh')}>
      <LogView page={page(values)} answer={undefined} />
    </I18nextProvider>,
  )
/** What must be filled in before the button does anything, in taps: one into each empty field that is required, and the button. */
const taps = (html: string): number => {
  const fields = [...html.matchAll(/<(?:input|textarea)[^>]*\brequired\b[^>]*>/g)].map(([tag]) => tag)
  const selects = [...html.matchAll(/<select[^>]*\brequired\b[^>]*>(.*?)<\/select>/g)].map(([, options]) => options ?? '')
  const emptyFields = fields.filter((tag) => !/\bvalue="[^"]+"/.test(tag))
  const unchosen = selects.filter((options) => !options.includes('selected'))
  return emptyFields.length + unchosen.length + (html.match(/<button/g)?.length ?? 0)
}

describe('logging a drill that is just over', () => {
  it('takes one tap where an earlier drill says the rest, two the first time', () => {
    expect(taps(drawn({}))).toBe(1)
    expect(taps(drawn({ target: '' }))).toBe(2)
    expect(taps(drawn({ target: '', place: '', kind: 'none' }))).toBe(4)
  })

  it('has the last kind chosen and everybody ticked, folded away', () => {
    const html = drawn({})
    expect(html).toMatch(/<option value="fire" selected="">/)
    expect(html).toMatch(/<details[^>]*><summary[^>]*>参加的人.*<input[^>]*name="there-cook"[^>]*checked=""/s)
    expect(html).not.toContain('open=""')
  })
})
