import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { type Period, parsePeriod } from '~/domain/shared/period'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { useDutyWords } from '~/ui/duties/catalogue/duty-words'
import type { Bound, Rhythm } from '~/ui/duties/catalogue/entry'

const period = (text: string): Period => parsePeriod(text) ?? { years: 0, months: 0, days: 0 }
type Saying = (words: ReturnType<typeof useDutyWords>) => string
const Said = ({ what }: { what: Saying }) => <>{what(useDutyWords())}</>
const said = (what: Saying, locale: Locale = 'zh'): string =>
  renderToStaticMarkup(
    <I18nextProvider i18n={translator(locale)}>
      <Said what={what} />
    </I18nextProvider>,
  )
const bound = (parts: Partial<Bound>): Bound => ({ binds: 'post', everyPosition: false, positions: [], units: [], ...parts })

describe('whom a duty binds, in words', () => {
  it.each<[string, Partial<Bound>, string]>([
    ['every unit', { binds: 'unit' }, '所有单位'],
    ['units of a kind', { binds: 'unit', units: ['医院', '诊所'] }, '医院、诊所'],
    ['everyone', { everyPosition: true }, '所有单位的在岗人员'],
    ['everyone in units of a kind', { everyPosition: true, units: ['仓储场所'] }, '仓储场所的在岗人员'],
    ['some positions', { positions: ['电焊工', '电工'] }, '电焊工、电工'],
    ['a position in units of a kind', { positions: ['保安员'], units: ['大型商业综合体'] }, '大型商业综合体的保安员'],
    ['many kinds of unit', { binds: 'unit', units: ['甲', '乙', '丙', '丁', '戊'] }, '甲、乙、丙等 5 类单位'],
    ['many positions', { positions: ['甲', '乙', '丙', '丁', '戊'] }, '甲、乙、丙等 5 个岗位'],
  ])('%s', (_, parts, words) => {
    expect(said(({ whom }) => whom(bound(parts)))).toBe(words)
  })

  it('names four in full, and all of them where nothing may be left out', () => {
    const five = bound({ binds: 'unit', units: ['甲', '乙', '丙', '丁', '戊'] })
    expect(said(({ whom }) => whom({ ...five, units: five.units.slice(0, 4) }))).toBe('甲、乙、丙、丁')
    expect(said(({ whom }) => whom(five, true))).toBe('甲、乙、丙、丁、戊')
  })

  it('begins an English sentence with a capital letter', () => {
    expect(said(({ whom }) => whom(bound({ binds: 'unit', units: ['hotels', 'hospitals'] })), 'en')).toBe('Hotels, hospitals')
    expect(said(({ whom }) => whom(bound({ everyPosition: true, units: ['hotels'] })), 'en')).toBe('Everyone in post at hotels')
    const five = bound({ binds: 'unit', units: ['a', 'b', 'c', 'd', 'e'] })
    expect(said(({ whom }) => whom(five), 'en')).toBe('A, b, c and 2 other kinds of unit')
  })
})

describe('how often, in words', () => {
  it.each<[Rhythm, string, string]>([
    [{ kind: 'calendar', every: 'P1M', lead: period('P30D') }, '每月', 'Every month'],
    [{ kind: 'calendar', every: 'P3M', lead: period('P30D') }, '每季度', 'Every quarter'],
    [{ kind: 'calendar', every: 'P6M', lead: period('P30D') }, '每半年', 'Every half-year'],
    [{ kind: 'calendar', every: 'P1Y', lead: period('P30D') }, '每年', 'Every year'],
    [{ kind: 'gate', lookback: period('P3M') }, '上岗前', 'Before starting work'],
    [{ kind: 'once', within: period('P30D') }, '一次', 'Once'],
    [
      { kind: 'rolling', every: period('P3Y'), opens: period('P60D'), first: period('P0D') },
      '在有效期内，到期前换',
      'Within its validity, renewed before it expires',
    ],
    [{ kind: 'stated', rhythm: 'per-term', when: '每学期。' }, '每学期。', '每学期。'],
  ])('%o', (rhythm, zh, en) => {
    expect(said(({ often }) => often(rhythm))).toBe(zh)
    expect(said(({ often }) => often(rhythm), 'en')).toBe(en)
  })

  it('says a length of time part by part, one of a thing in the singular', () => {
    expect(said(({ span }) => span(period('P1Y6M')))).toBe('1 年 6 个月')
    expect(said(({ span }) => span(period('P1Y1M30D')), 'en')).toBe('1 year 1 month 30 days')
  })
})
