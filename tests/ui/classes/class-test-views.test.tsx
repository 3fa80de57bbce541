import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { locales } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { FeedbackFormView } from '~/ui/classes/feedback-form-view'
import { FeedbackSummaryView } from '~/ui/classes/feedback-summary-view'
import { TestCodeView } from '~/ui/classes/test-code-view'
import type { ShownTest, TestChoice } from '~/ui/classes/test-page'
import { type TestResult, TestResultView } from '~/ui/classes/test-result-view'
import { TestRunView } from '~/ui/classes/test-run-view'
import { TestScreenView } from '~/ui/classes/test-screen-view'

const title = '2026年党校集中培训（商业综合体）'
const test = (wish: Partial<ShownTest> = {}): ShownTest => ({
  ...{ id: 'class', key: 'test', title, partName: '随堂测试', on: '2026-11-24', from: '16:30', to: '17:30', state: 'open', runs: true },
  ...{ isClassClosed: false, figures: { began: 41, handedIn: 29, sitting: 12 } },
  ...wish,
})
const choice: TestChoice = {
  ...{ isChosen: false, questions: 10, pass: 80, minutes: 20, tries: 2, has: 90 },
  banks: [
    {
      title: '消防安全责任人',
      isOpen: true,
      topics: [{ id: 'responsible-person/ways-out', title: '疏散通道', count: 15, isChosen: true }],
    },
    { title: '岗前消防安全', isOpen: false, topics: [{ id: 'pre-job/doors', title: '门', count: 14, isChosen: false }] },
  ],
}
const ready = {
  ...{ state: 'ready' as const, code: 'ABC234', title, partName: '随堂测试', questions: 10, minutes: 20, pass: 80, nth: 1, tries: 2 },
  verdict: { kind: 'start' as const, paperId: null },
}
const result: TestResult = {
  ...{ id: 'p', classId: 'class', title, partName: '随堂测试', score: 60, pass: 80, passed: false, closedAt: '16:55', atEnd: false },
  ...{ late: false, triesLeft: 1, isOpen: true, reasons: null, takesFeedback: true },
  study: [{ topic: 'a/b', title: '疏散通道', wrong: 2, of: 3, lessons: [{ href: '/courses/a', title: null }] }],
}
const summary = {
  ...{
    id: 'class',
    title,
    address: 'https://fire.example/classes/class/feedback',
    state: 'taken' as const,
    given: 7,
    shown: 5,
    pace: { slow: 0, right: 4, fast: 1 },
  },
  ...{ clear: [{ text: '灭火器那段', times: 2 }], unclear: [], more: [{ text: '想看真的演示', times: 1 }] },
}
const wrong = { errors: { pace: ['classtest:refusal.noPace'], topics: ['classtest:refusal.noTopic'] }, values: {} }
const open = [{ id: 'p', title, until: '16:55' }]
const code = { text: 'ABC234', address: 'https://fire.example/classes/test?code=ABC234', typed: 'fire.example/classes/test' }

/** Every view in each of its states. */
const views: Record<string, ReactElement> = {
  unopened: <TestRunView test={test({ state: 'unopened' })} choice={choice} done="chosen" answer={wrong} />,
  open: <TestRunView test={test()} choice={choice} done="opened" answer={undefined} />,
  branch: <TestRunView test={test({ runs: false, state: 'unopened' })} choice={choice} done={null} answer={undefined} />,
  collected: <TestRunView test={test({ state: 'closed' })} choice={{ ...choice, isChosen: true }} done="closed" answer={undefined} />,
  ended: <TestRunView test={test({ isClassClosed: true })} choice={choice} done={null} answer={undefined} />,
  screen: <TestScreenView test={test()} code={code} minutes={20} />,
  dark: <TestScreenView test={test({ state: 'closed' })} code={null} minutes={20} />,
  typed: <TestCodeView shown={null} open={open} answer={undefined} />,
  unreadable: <TestCodeView shown={{ state: 'unreadable' }} open={[]} answer={undefined} />,
  stranger: <TestCodeView shown={{ state: 'stranger' }} open={[]} answer={undefined} />,
  ready: <TestCodeView shown={ready} open={open} answer={undefined} />,
  again: <TestCodeView shown={{ ...ready, nth: 2, verdict: { kind: 'start', paperId: null } }} open={[]} answer={undefined} />,
  over: <TestCodeView shown={{ ...ready, tries: 1, verdict: { kind: 'over', paperId: 'p' } }} open={[]} answer={undefined} />,
  failed: <TestResultView result={result} />,
  spent: <TestResultView result={{ ...result, triesLeft: 0, late: true, atEnd: true, reasons: [], study: [] }} />,
  late: <TestResultView result={{ ...result, isOpen: false }} />,
  passed: <TestResultView result={{ ...result, passed: true, score: 100, reasons: [] }} />,
  feedback: <FeedbackFormView page={{ title, state: 'taken', given: false, done: false }} answer={wrong} />,
  thanks: <FeedbackFormView page={{ title, state: 'taken', given: true, done: true }} answer={undefined} />,
  ahead: <FeedbackFormView page={{ title, state: 'ahead', given: false, done: false }} answer={undefined} />,
  summary: <FeedbackSummaryView page={summary} />,
  nothing: <FeedbackSummaryView page={{ ...summary, state: 'over', given: 1, shown: 0 }} />,
}

describe('the pages of a class test and of feedback', () => {
  it.each(locales)('have words for every state, in %s', (locale) => {
    for (const [name, view] of Object.entries(views)) {
      const html = renderToStaticMarkup(<I18nextProvider i18n={translator(locale)}>{view}</I18nextProvider>)
      expect({ name, heads: html.match(/<h1/g)?.length }).toEqual({ name, heads: 1 })
      expect({ name, holes: html.match(/\{\{|undefined|NaN|classtest:|refusal\./g) }).toEqual({ name, holes: null })
    }
  })
})
