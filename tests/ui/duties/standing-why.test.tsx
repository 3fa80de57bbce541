import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import type { DutyReason, OtherReason } from '~/ui/duties/duty-line'
import { StandingWhy } from '~/ui/duties/standing-why'

const why = (parts: Partial<DutyReason> = {}): DutyReason => ({
  plain: '每半年学一次。',
  sources: [{ of: '61号令 第三十六条', mark: 'V1', quote: '至少每半年进行一次', page: null, document: null }],
  policy: null,
  bindings: [],
  unitTraits: null,
  also: [],
  counts: [{ words: '课程学习：消防安全基础', sameUnit: true }],
  evidence: null,
  others: { list: [], more: 0 },
  ...parts,
})
const shown = (reason: DutyReason, locale: Locale = 'zh'): string =>
  renderToStaticMarkup(
    <I18nextProvider i18n={translator(locale)}>
      <StandingWhy duty="half-year" why={reason} />
    </I18nextProvider>,
  ).replaceAll(/<[^>]+>/g, '')

const basics = { words: '课程学习：消防安全基础', on: '2025-03-02', unitName: null, isAfterwards: false }
const one = (reason: OtherReason, unitName: string | null = null) =>
  why({ others: { list: [{ id: 'e1', evidence: { ...basics, unitName }, reason }], more: 0 } })

const reasons: [OtherReason, string, string][] = [
  [{ kind: 'failed' }, '没有合格', 'Not passed'],
  [{ kind: 'notYet' }, '还没有这条记录', 'Not on record yet'],
  [{ kind: 'otherUnit' }, '不是在本单位完成的', 'Not done at this unit'],
  [{ kind: 'waived' }, '豁免期间', 'waived'],
  [{ kind: 'spare' }, '已有更早的一条算数', 'an earlier one counts'],
  [{ kind: 'outlasted' }, '另有一条管得更久', 'Another reaches further'],
  [{ kind: 'revoked', on: '2025-04-01' }, '已于 2025年4月1日撤销', 'Revoked on 1 Apr 2025'],
  [{ kind: 'tooEarly', from: '2025-03-10' }, '2025年3月10日起的才算', 'only from 10 Mar 2025'],
  [
    { kind: 'earlierPeriod', first: '2025-01-01', last: '2025-06-30' },
    '2025年1月1日至 2025年6月30日那一期',
    'for 1 Jan 2025 to 30 Jun 2025',
  ],
  [{ kind: 'ranOut', through: '2025-12-31' }, '只管到 2025年12月31日', 'ran out after 31 Dec 2025'],
]

describe('why a duty stands as it does', () => {
  it.each(reasons)('gives the reason of a record that did not count: %j', (reason, zh, en) => {
    expect(shown(one(reason))).toContain(zh)
    expect(shown(one(reason), 'en')).toContain(en)
  })

  it('names what it was, when, and where it was if the reader may know', () => {
    expect(shown(one({ kind: 'failed' }))).toContain('课程学习：消防安全基础，2025年3月2日没有合格')
    expect(shown(one({ kind: 'failed' }, '东街大酒店'))).toContain('2025年3月2日，东街大酒店没有合格')
  })

  it('says how many older ones are left out', () => {
    expect(shown(why({ others: { list: [{ id: 'e1', evidence: basics, reason: { kind: 'failed' } }], more: 7 } }))).toContain(
      '还有 7 条更早的记录',
    )
  })

  it('does not speak of them where there are none', () => {
    expect(shown(why())).not.toContain('没有算数的记录')
    expect(shown(why())).toContain('算数的记录还没有')
  })
})
