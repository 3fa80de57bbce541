import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { lineStates } from '~/domain/classes/list-line'
import { type Locale, locales } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import type { CoverageRow, ListCoverage } from '~/ui/classes/list-coverage'
import { ListCoverageView } from '~/ui/classes/list-coverage-view'
import type { ListLine } from '~/ui/classes/list-line'
import { ListLineView } from '~/ui/classes/list-line-view'
import { RosterImportView } from '~/ui/classes/roster-import-view'
import type { YearsCoverage } from '~/ui/classes/years-coverage'
import { YearsCoverageView } from '~/ui/classes/years-coverage-view'

const markup = (element: React.ReactNode, locale: Locale) =>
  renderToStaticMarkup(<I18nextProvider i18n={translator(locale)}>{element}</I18nextProvider>)
const text = (element: React.ReactNode, locale: Locale = 'zh') => markup(element, locale).replaceAll(/<[^>]+>/g, ' ')

const plain: CoverageRow = {
  ...{
    id: 'm',
    programmeId: 'p',
    name: '东街小学',
    unit: null,
    street: '东街',
    place: '东一社区',
    sector: '教育',
    state: 'missing' as const,
  },
  ...{
    from: '2026-01-01',
    why: '教育',
    covered: null,
    has: [],
    closed: null,
    excuse: null,
    left: null,
    asked: null,
    inCharge: [],
    holds: null,
    routed: null,
  },
}
const covered = { name: '店长', on: '2026-04-10', isDeputy: false, successor: null }
const rows: CoverageRow[] = [
  { ...plain, has: ['上午'], asked: { on: '2026-04-01', answer: 'declined', why: '出差' }, inCharge: ['校长'] },
  { ...plain, state: 'gone', closed: { on: '2026-10-31', into: '西街小学' } },
  { ...plain, state: 'deputy', covered: { ...covered, isDeputy: true } },
  { ...plain, state: 'successor', covered: { ...covered, successor: { name: '副店长', since: '2026-07-01' } } },
  { ...plain, state: 'covered', covered },
  { ...plain, state: 'excused', excuse: { why: '搬迁', until: '2026-12-31', on: '2026-11-10', by: '王五' } },
  { ...plain, state: 'left', left: { on: '2026-11-01', why: 'sector', reason: '改行业', by: '王五' } },
]
const figures = { listed: 6, covered: 3, deputy: 1, successor: 1, excused: 1, missing: 1, gone: 1, left: 1 }
const page: ListCoverage = {
  programme: {
    id: 'p',
    title: '2026年党校集中培训',
    year: 2026,
    place: '青禾县',
    binds: 'unit',
    parts: ['上午', '随堂测试'],
    deputies: true,
  },
  ...{ on: '2026-11-10', isToday: true, isFrozen: false, leads: true, makeUp: 'c1', isPart: false, figures },
  groups: lineStates.map((state) => ({ state, count: 1, rows: rows.filter((row) => row.state === state) })),
  ...{ page: 1, pages: 2, total: 7 },
  filter: { state: '', place: '', sector: '', name: '', on: '', isOn: false, search: '' },
  options: { places: [], sectors: [] },
}
const full = { ...figures, listed: 4, missing: 0, gone: 0 }

describe('the pages of coverage', () => {
  it('say full coverage only when nobody is missing, and name who is excused apart', () => {
    const head = (shown: ListCoverage) =>
      /<h1[^>]*>(.*?)<\/h1>/.exec(markup(<ListCoverageView page={shown} />, 'zh'))?.[1]?.replace(/<[^>]*>/g, '')
    expect(head(page)).toBe('名单上 6 个，已覆盖 3 个，还差 2 个')
    expect(head({ ...page, figures: { ...full, gone: 1 } })).not.toContain('全覆盖')
    expect(head({ ...page, figures: full })).toBe('全覆盖：3 个已参训，另有 1 个准予不参加')
    expect(head({ ...page, figures: { ...full, listed: 3, excused: 0 } })).toBe('全覆盖：名单上 3 个都已参训')
    expect(head({ ...page, figures: { ...full, listed: 0, covered: 0, excused: 0 } })).toBe('名单上还没有人')
  })

  it('tell of each line what it has, who came, who answers since, and what to do', () => {
    const shown = text(<ListCoverageView page={page} />)
    for (const words of [
      ...['只完成：上午', '2026年4月1日通知，答复不能来：出差', '现任责任人：校长', '2026年10月31日并入西街小学，请移出名单'],
      ...[
        '由代理人店长参训，2026年4月10日完成',
        '2026年7月1日起由副店长任责任人',
        '店长本人参训',
        '搬迁（到2026年12月31日为止）',
        '2026年11月1日起不在名单上：行业变更',
      ],
    ])
      expect(shown).toContain(words)
    expect(markup(<ListCoverageView page={page} />, 'zh')).toContain('href="/street/classes/p/new-class?makesUp=c1"')
    expect(markup(<ListCoverageView page={{ ...page, leads: false, makeUp: null }} />, 'zh')).not.toContain('new-class')
  })

  it('have words in every language', () => {
    const line: ListLine = {
      ...{ row: plain, programmeId: 'p', title: '党校', place: '青禾县', binds: 'unit', leads: true, mayExcuse: true },
      sat: (['present', 'late', 'early', 'absent', 'failed'] as const).map((state) => ({
        ...{ part: '上午', name: '店长', classTitle: '四月班', classId: 'c1', on: '2026-04-10', state, counts: false, asDeputy: true },
      })),
      said: [
        { on: '2026-11-10', by: '王五', why: '搬迁', until: '2026-12-31', ends: false },
        { on: '2026-11-11', by: '王五', why: '推迟', until: null, ends: true },
      ],
    }
    const years: YearsCoverage = {
      ...{ on: '2026-11-10', kind: 'party-school', binds: 'unit', years: [2025, 2026], sum: [null, figures], all: figures, names: null },
      kinds: [
        { value: 'party-school', label: '党校' },
        { value: 'other', label: '其他' },
      ],
      sectors: [
        {
          sector: { id: 'education', name: '教育' },
          streets: ['east', 'west'].map((id) => ({ street: { id, name: id }, cells: [null, figures] })),
          sum: [null, figures],
        },
      ],
      lists: [{ id: 'p', title: '党校', year: 2026, place: '青禾县', isFrozen: false, figures }],
    }
    const names = {
      year: 2026,
      sector: null,
      street: null,
      state: 'missing' as const,
      groups: page.groups,
      page: 1,
      pages: 1,
      total: 1,
      search: '',
    }
    const units = ['add', 'already', 'empty', 'unknown', 'several', 'differs', 'outside', 'closed', 'noReason', 'twice'] as const
    const kinds = [...units, 'noName', 'nobody', 'namesakes', 'notMeant'] as const
    const read = {
      ...{ refused: 'classcover:import.refusal.tooManyRows', values: { most: 2000 }, sent: '[]' },
      rows: kinds.map((kind, nth) => ({ line: nth + 2, name: '东街小学', code: '', person: '', phone: '', reason: '', kind, of: 2 })),
    }
    const roster = { id: 'p', title: '党校', binds: 'unit' as const, isFrozen: true, most: 2000, done: 2 }
    for (const locale of locales)
      for (const element of [
        <ListCoverageView key="1" page={{ ...page, isPart: true, leads: false, programme: { ...page.programme, deputies: false } }} />,
        <ListCoverageView key="2" page={{ ...page, groups: [], total: 0, programme: { ...page.programme, binds: 'person' } }} />,
        <ListLineView key="3" page={line} answer={undefined} />,
        <ListLineView key="4" page={{ ...line, row: rows[5] ?? plain, sat: [] }} answer={undefined} />,
        <YearsCoverageView key="5" page={years} />,
        <YearsCoverageView key="6" page={{ ...years, names }} />,
        <YearsCoverageView key="7" page={{ ...years, years: [] }} />,
        <RosterImportView key="8" page={roster} answer={read} />,
        <RosterImportView key="9" page={{ ...roster, isFrozen: false }} answer={undefined} />,
        <RosterImportView key="10" page={{ ...roster, binds: 'person' }} answer={undefined} />,
      ])
        expect(text(element, locale)).not.toMatch(/\{\{|undefined|classcover/)
  })
})
