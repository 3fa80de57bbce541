import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { translator } from '~/i18n/translator'
import type { CoverageRow } from '~/ui/classes/list-coverage'
import type { MakeUpPage } from '~/ui/classes/make-up'
import { MakeUpView } from '~/ui/classes/make-up-view'
import { MyRoutesView } from '~/ui/classes/my-routes-view'
import { ArrivalView } from '~/ui/rollcall/arrival-view'

const drawn = (page: ReactElement, locale: 'zh' | 'en' = 'zh'): string =>
  renderToStaticMarkup(<I18nextProvider i18n={translator(locale)}>{page}</I18nextProvider>)
const row: CoverageRow = {
  ...{ id: 'maid', programmeId: 'p', name: '服务员', unit: '东街大酒店', street: '东街', place: '东一社区', sector: '商业' },
  ...{ state: 'missing', from: '2026-01-01', why: '员工', covered: null, has: ['上午'], closed: null, excuse: null, left: null },
  ...{ asked: { on: '2026-03-01', answer: 'declined', why: '值班' }, inCharge: [], holds: null, routed: null },
}
const page: MakeUpPage = {
  programme: { id: 'p', title: '2026年员工培训', place: '东街', binds: 'person' },
  isFrozen: true,
  one: null,
  rows: [row, { ...row, id: 'clerk', name: '前台', routed: { what: '课程：基础', on: '2026-03-02' } }],
  ...{ page: 1, pages: 1, total: 2, search: '' },
  have: [{ ...row, id: 'cook', name: '厨师', holds: { what: '课程：基础', on: '2026-02-02' } }],
  haveAll: 1,
  classes: [
    { id: 'c1', title: '第二期', on: '2026-03-20', from: '09:00', count: 2 },
    { id: 'c2', title: '第三期', on: '2026-04-20', from: '09:00', count: 0 },
  ],
  makesUp: 'c0',
  routes: [{ kind: 'course', topic: 'basics', words: '课程：基础', course: 'basics', count: 2 }],
}
const view = (more: Partial<MakeUpPage> = {}, routed: number | null = null) => (
  <MakeUpView page={{ ...page, ...more }} routed={routed} answer={undefined} />
)
const keys = /\b(?:makeUp|line|list|state|col)\.[a-zA-Z][\w.-]*/g

describe('the page of making up', () => {
  it('names who missed and why, who has it already, and has one press for each way', () => {
    const html = drawn(view())
    for (const said of ['服务员', '值班', '上午', '厨师', '邀请这 2 个', '都已经邀请过', '告知这 2 个', '另开一期补课班'])
      expect(html).toContain(said)
    expect(html).toContain('/street/classes/p/new-class?makesUp=c0')
    expect(html).toContain('/street/classes/p/make-up?member=maid')
  })

  it('carries the one whom it is about, and leads to nobody else', () => {
    const html = drawn(view({ one: { id: 'maid', name: '服务员' }, rows: [row], total: 1 }, 1))
    expect(html).toContain('name="member" value="maid"')
    expect(html).not.toContain('make-up?member=')
  })

  it('says so where the duty accepts the class alone, where nobody is missing, and before the list is frozen', () => {
    expect(drawn(view({ routes: [] }))).toContain('只能补课')
    expect(drawn(view({ rows: [], total: 0 }))).toContain('没有要补课的')
    expect(drawn(view({ isFrozen: false }))).not.toContain('<form')
  })

  it('is said in words in both languages', () => {
    const routes = [{ id: 'maid', title: '2026年员工培训', words: '课程：基础', course: 'basics', done: '2026-03-02' }]
    for (const locale of ['zh', 'en'] as const)
      for (const one of [
        view(),
        view({ classes: [], makesUp: null }, 2),
        view({ total: 0, rows: [] }),
        <MyRoutesView key="mine" routes={routes} />,
      ])
        expect(
          drawn(one, locale)
            .replaceAll(/(?:href|name|value|id|aria-labelledby)="[^"]*"/g, '')
            .match(keys),
        ).toBeNull()
    expect(drawn(<MyRoutesView routes={[]} />)).toBe('')
  })
})

it('whoever has checked in to a class is led to his classes and to the code of its test, and not to drills', () => {
  const where = { unit: '', title: '第一期', place: '主课堂' }
  const done = drawn(
    <ArrivalView shown={{ state: 'done', name: '王', at: '2026-03-10T01:00:00.000Z', told: 'counted', of: 'class', where }} />,
  )
  expect(done).toContain('href="/me/classes"')
  expect(done).toContain('href="/classes/test"')
  expect(done).not.toContain('/me/drills')
})
