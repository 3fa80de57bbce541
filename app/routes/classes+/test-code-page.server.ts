import { classAnywhere } from '~/data/classes/classes.server'
import { openTestPapers, type TestPaper, testPapersOf } from '~/data/classes/test-papers.server'
import { stepsOfTest, type TestFacts } from '~/data/classes/tests.server'
import { familyIds } from '~/data/org/family.server'
import { paperEnds, tryVerdict } from '~/domain/classes/class-paper'
import type { Signed } from '~/http/serve.server'
import { clockText } from '~/i18n/clock-text'
import type { OpenTestPaper, TestFound, TestShown } from '~/ui/classes/test-code-view'
import { closeIfOver } from '~/usecases/classes/close-due-class-papers.server'
import { findClassTest } from '~/usecases/classes/find-class-test.server'

/** What a code opens for whoever is signed in here. */
export async function shownCode(ctx: Signed, typed: string): Promise<TestShown> {
  const found = await findClassTest(ctx, typed)
  if (found.kind !== 'found') return { state: found.kind }
  const { test, facts, family } = found
  const part = facts.body.parts.find(({ key }) => key === test.part)
  const { questions, minutes, pass, tries } = test.body
  const { verdict, nth } = await verdictNow(test, family, ctx.now)
  return {
    state: 'ready',
    ...{ code: test.code, title: facts.body.title, partName: part?.name ?? '', questions, minutes, pass, tries, verdict, nth },
  }
}

async function verdictNow(test: TestFacts, family: readonly string[], now: Date): Promise<{ verdict: TestFound['verdict']; nth: number }> {
  const papers = await papersNow(testPapersOf(test.id, family), now, () => testPapersOf(test.id, family))
  const verdict = tryVerdict(
    papers.map((paper) => ({ ...paper, deadlineAt: paperEnds(paper, test.steps) })),
    test.body.tries,
    now,
  )
  if (verdict.kind === 'start') return { verdict: { kind: 'start', paperId: null }, nth: verdict.nth }
  return { verdict: { kind: verdict.kind === 'resume' ? 'resume' : 'over', paperId: verdict.paperId }, nth: papers.length }
}

/** Papers, after those whose time is over were closed. */
async function papersNow(papers: TestPaper[], now: Date, again: () => TestPaper[]): Promise<TestPaper[]> {
  const closed = await Promise.all(papers.map((paper) => closeIfOver(paper, now)))
  return closed.some(Boolean) ? again() : papers
}

/** His papers that can still be gone on with, in whichever class. */
export async function openPapers({ actor, now }: Signed): Promise<OpenTestPaper[]> {
  const family = familyIds(actor.personId)
  const open = await papersNow(openTestPapers(family), now, () => openTestPapers(family))
  return Promise.all(
    open.map(async (paper) => ({
      id: paper.id,
      title: (await classAnywhere(paper.classId))?.body.title ?? '',
      until: clockText(paperEnds(paper, stepsOfTest(paper.testId))),
    })),
  )
}
