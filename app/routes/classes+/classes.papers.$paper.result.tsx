import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { classAnywhere } from '~/data/classes/classes.server'
import { hasGivenFeedback } from '~/data/classes/feedback.server'
import { testPapersOf } from '~/data/classes/test-papers.server'
import { testAnywhere, testBodyThen } from '~/data/classes/tests.server'
import { familyIds } from '~/data/org/family.server'
import { mayReadReasons } from '~/domain/classes/class-paper'
import { isClassClosed } from '~/domain/classes/class-state'
import { testStateOf } from '~/domain/classes/class-test'
import { NotFound } from '~/domain/shared/faults'
import { param, serve } from '~/http/serve.server'
import { instantText } from '~/i18n/format'
import { type TestResult, TestResultView } from '~/ui/classes/test-result-view'
import { titled } from '~/ui/shell/title'
import { feedbackNow } from '~/usecases/classes/give-class-feedback.server'
import { closedOwnPaper } from './own-test-paper.server'
import { reasonsOf, studyOf } from './test-paper-reasons.server'

export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex' }]

export const loader = serve('person', async (ctx, { request, params }): Promise<TestResult> => {
  const paper = await closedOwnPaper(ctx, param(params, 'paper'))
  const [test, facts] = [await testAnywhere(paper.testId), await classAnywhere(paper.classId)]
  if (test === null || facts === null) throw new NotFound()
  const { locale, now, today } = ctx
  const family = familyIds(ctx.actor.personId)
  const passed = paper.passed === true
  const triesLeft = test.body.tries - testPapersOf(test.id, family).length
  const isOpen = testStateOf(test.steps) === 'open' && !isClassClosed(facts.steps)
  return {
    ...{ id: paper.id, classId: paper.classId, passed, triesLeft, isOpen },
    title: facts.body.title,
    partName: facts.body.parts.find(({ key }) => key === paper.part)?.name ?? '',
    score: paper.score ?? 0,
    pass: testBodyThen(paper.testId, paper.revision).pass,
    closedAt: instantText(paper.closedAt, locale),
    atEnd: paper.way === 'end',
    late: new URL(request.url).searchParams.has('late'),
    study: passed ? [] : studyOf(paper, locale),
    reasons: mayReadReasons(passed, triesLeft, isOpen) ? reasonsOf(paper, locale) : null,
    takesFeedback: feedbackNow(facts, now, today) === 'taken' && !hasGivenFeedback(facts.id, family),
  }
})

export const handle = titled<typeof loader>((t, { title }) => `${title} · ${t('exams:result.title')}`)

export default function ResultOfClassPaper() {
  return <TestResultView result={useLoaderData<typeof loader>()} />
}
