import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { replies } from '~/domain/classes/answers'
import type { FormAnswer } from '~/domain/shared/refusal'
import { locales } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import type { ClassFormPage } from '~/ui/classes/class-form'
import { CallOff, ClassFormView } from '~/ui/classes/class-form-view'
import { type ClassPage, type InvitedRow, shows } from '~/ui/classes/class-page'
import { ClassView } from '~/ui/classes/class-view'
import type { InvitationPage } from '~/ui/classes/invitation'
import { InvitationView } from '~/ui/classes/invitation-view'
import type { MyClass } from '~/ui/classes/my-classes'
import { MyClassesView } from '~/ui/classes/my-classes-view'
import { NoticeTextsView } from '~/ui/classes/notice-texts'

const states = ['ahead', 'running', 'held', 'closed', 'open-again', 'called-off'] as const
/** What a reader of either language sees; words that are missing throw. */
const inBoth = (view: React.ReactNode): string[] =>
  locales.map((locale) => renderToStaticMarkup(<I18nextProvider i18n={translator(locale)}>{view}</I18nextProvider>))

const parts = [{ key: 'test', name: '随堂测试', kind: 'test' as const, on: '2026-03-20', from: '14:00', to: '15:00' }]
const row: InvitedRow = {
  ...{
    member: 'line',
    invitation: 'asked',
    name: '临河商场',
    beneath: '',
    reply: 'comes',
    who: '老板',
    asDeputy: false,
    also: [],
    room: '主课堂',
  },
  ...{ nth: null, why: '', clash: '', hasLeft: false },
}
const page: ClassPage = {
  ...{ id: 'class', title: '第一期', state: 'ahead', leads: true, late: 15, notice: '带身份证', calledOff: null, isFrozen: true },
  ...{ parts: parts.map((part) => ({ ...part, test: 'choose' as const })), hasFeedback: true },
  programme: { id: 'programme', title: '党校培训', place: '河西街道' },
  makesUp: { id: 'before', title: '上一期' },
  rooms: [{ id: 'main', name: '主课堂', place: '301', organiser: '小周', stream: 'https://a.example', seats: 2, seated: 2, waiting: 1 }],
  counts: { invited: 3, none: 1, comes: 1, deputy: 0, waiting: 1, declined: 0, clashes: 1 },
  uninvited: { all: 3, elsewhere: 1 },
  filter: { show: '', room: '', name: '', search: '', isOn: false },
  ...{ rows: [row], page: 1, pages: 2, total: 60 },
}
const ofInvitation: InvitationPage = {
  ...{ id: 'asked', title: '第一期', programme: '党校培训', place: '河西街道', name: '临河商场', isPerson: false, state: 'ahead', parts },
  rooms: [
    { id: 'main', name: '主课堂', place: '301', free: 0, waiting: 2 },
    { id: 'east', name: '分课堂', place: '201', free: 4, waiting: 0 },
  ],
  ...{ stream: '', notice: '带身份证', letter: ['请本人参加'], reply: 'none', who: '', room: '', nth: null, why: '', calledOff: '' },
  now: [{ id: 'class', title: '第一期', test: true, feedback: true }],
  ...{ mayAnswer: true, hasLeft: false, allowsDeputies: true, values: {} },
  responsible: [
    { id: 'boss', name: '老板' },
    { id: 'second', name: '副总' },
  ],
  deputies: [{ id: 'clerk', name: '文员' }],
}
const refused = (errors: FormAnswer['errors'], reasonValues = {}): FormAnswer => ({ errors, values: {}, reasonValues })

describe('a class as its leader and organisers read it', () => {
  it('has words for every state, answer and filter in both languages', () => {
    for (const state of states) inBoth(<ClassView page={{ ...page, state, calledOff: '停电' }} done={null} answer={undefined} />)
    for (const test of ['choose', 'open', 'see', 'running', 'done', null] as const)
      inBoth(<ClassView page={{ ...page, parts: parts.map((part) => ({ ...part, test })) }} done={null} answer={undefined} />)
    for (const done of ['planned', 'changed', 'calledOff', 'invited'] as const)
      inBoth(<ClassView page={page} done={done} answer={undefined} />)
    for (const reply of replies)
      inBoth(
        <ClassView
          page={{ ...page, rows: [{ ...row, reply, clash: '另一期', hasLeft: true, why: '出差' }] }}
          done={null}
          answer={undefined}
        />,
      )
    for (const show of shows)
      for (const rows of [[], [row]])
        inBoth(<ClassView page={{ ...page, rows, filter: { ...page.filter, show, isOn: true } }} done={null} answer={undefined} />)
  })

  it('offers the leader to ask those who are left, and the organiser nothing of it', () => {
    const [zh = ''] = inBoth(<ClassView page={page} done={null} answer={undefined} />)
    expect(zh).toContain('全部邀请（2 个）')
    expect(zh).toContain('候补 1 人')
    const [own = ''] = inBoth(<ClassView page={{ ...page, leads: false, uninvited: null, rows: [] }} done={null} answer={undefined} />)
    expect(own).not.toContain('全部邀请')
    expect(own).not.toContain('/edit')
    const [open = ''] = inBoth(<ClassView page={{ ...page, isFrozen: false, uninvited: null }} done={null} answer={undefined} />)
    expect(open).toContain('名单还没有冻结')
  })

  it('puts a stream on the page as the link that it is', () => {
    expect(inBoth(<ClassView page={page} done={null} answer={undefined} />)[0]).toContain('href="https://a.example"')
  })
})

describe('the form of a class', () => {
  const form: ClassFormPage = {
    ...{ programme: { id: 'programme', title: '党校培训', place: '河西街道' }, id: null, makesUp: null, hasBegun: false, rooms: 12 },
    ...{ parts, people: ['小周（河西街道办）'], values: { title: '第一期', room0: '主课堂' } },
  }

  it('says beside the rows what is wrong with them, and unfolds those that are wrong', () => {
    const answer = refused({ room7: ['classroom:refusal.roomTwice'] }, { room: '主课堂' })
    const [zh = '', en = ''] = inBoth(<ClassFormView page={form} answer={answer} />)
    expect(zh).toContain('“主课堂”写了两次')
    expect(en).toContain('“主课堂” is entered twice')
    expect(zh).toContain('<details open=""')
  })

  it('is there for new, changed and make-up classes', () => {
    const makesUp = { id: 'before', title: '上一期', missing: 4 }
    for (const one of [form, { ...form, makesUp }, { ...form, id: 'class', hasBegun: true }])
      inBoth(<ClassFormView page={one} answer={undefined} />)
    inBoth(<CallOff answer={refused({ reason: ['classroom:refusal.reason'] })} />)
    expect(inBoth(<ClassFormView page={{ ...form, makesUp }} answer={undefined} />)[0]).toContain('名单上还缺的 4 个')
  })
})

describe('an invitation', () => {
  it('has words for every state and answer in both languages', () => {
    for (const state of states)
      for (const reply of replies)
        for (const isDone of [true, false])
          inBoth(
            <InvitationView
              page={{
                ...ofInvitation,
                state,
                reply,
                who: '老板',
                room: '主课堂',
                nth: reply === 'waiting' ? 2 : null,
                mayAnswer: state === 'ahead',
              }}
              isDone={isDone}
              answer={undefined}
            />,
          )
    inBoth(<InvitationView page={{ ...ofInvitation, responsible: [], deputies: [], isPerson: true }} isDone={false} answer={undefined} />)
    inBoth(<InvitationView page={{ ...ofInvitation, mayAnswer: false, hasLeft: true }} isDone={false} answer={undefined} />)
  })

  it('says how many seats are left, and chooses a classroom that has one', () => {
    const [zh = ''] = inBoth(<InvitationView page={ofInvitation} isDone={false} answer={undefined} />)
    expect(zh).toContain('已满，候补 2 人')
    expect(zh).toMatch(/<option value="east" selected="">分课堂 · 201 · 余 4 座/)
  })

  it('says by name why a seat is refused', () => {
    const answer = refused({ '': ['classroom:refusal.clash'] }, { name: '老板', title: '另一期' })
    const [zh = ''] = inBoth(<InvitationView page={ofInvitation} isDone={false} answer={answer} />)
    expect(zh).toContain('老板 同一时间在“另一期”已有座位')
  })

  it('stands in the list of its reader, and on paper', () => {
    const line: MyClass = {
      key: 'asked',
      id: 'asked',
      title: '第一期',
      name: '临河商场',
      parts,
      state: 'ahead',
      reply: 'none',
      who: '',
      room: '',
      nth: null,
    }
    const list = {
      now: ofInvitation.now,
      ahead: [line],
      over: [{ ...line, id: 'old', state: 'closed' as const }],
      page: 1,
      pages: 1,
      total: 2,
    }
    expect(inBoth(<MyClassesView page={list} />)[0]).toContain('请答复谁来')
    inBoth(<MyClassesView page={{ now: [], ahead: [], over: [], page: 1, pages: 1, total: 0 }} />)
    const texts = { id: 'class', title: '第一期', language: 'zh' as const, only: '', message: '请参加', page: 1, pages: 1, search: '' }
    inBoth(<NoticeTextsView page={{ ...texts, letters: [{ id: 'asked', name: '临河商场', text: '请参加' }], total: 1 }} />)
    inBoth(<NoticeTextsView page={{ ...texts, letters: [], total: 0 }} />)
  })
})
