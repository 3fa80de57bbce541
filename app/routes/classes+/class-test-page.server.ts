import { testBanks } from '~/content/class-test-banks.server'
import { testFigures } from '~/data/classes/test-papers.server'
import { isClassClosed } from '~/domain/classes/class-state'
import { type ClassTestBody, testStateOf } from '~/domain/classes/class-test'
import type { Locale } from '~/i18n/config'
import type { ShownTest, TestChoice } from '~/ui/classes/test-page'
import { proposedTest, type TestSight } from '~/usecases/classes/reached-test.server'

export function shownTest({ facts, part, test, runs }: TestSight): ShownTest {
  return {
    ...{ id: facts.id, key: part.key, title: facts.body.title, partName: part.name, on: part.on, from: part.from, to: part.to, runs },
    state: testStateOf(test?.steps ?? []),
    isClassClosed: isClassClosed(facts.steps),
    figures: test === null ? { began: 0, handedIn: 0, sitting: 0 } : testFigures(test.id),
  }
}

/** What was chosen, or what is proposed while nothing was. */
export const bodyShown = (sight: TestSight): ClassTestBody => sight.test?.body ?? proposedTest(sight)

export function shownChoice(sight: TestSight, locale: Locale): TestChoice {
  const { topics: chosen, questions, pass, minutes, tries } = bodyShown(sight)
  const banks = testBanks().map(({ title, topics }) => {
    const shown = topics.map((topic) => ({ ...topic, title: topic.title[locale], isChosen: chosen.includes(topic.id) }))
    return { title: title[locale], isOpen: shown.some(({ isChosen }) => isChosen), topics: shown }
  })
  const has = banks.flatMap(({ topics }) => topics.filter(({ isChosen }) => isChosen)).reduce((sum, { count }) => sum + count, 0)
  return { isChosen: sight.test !== null, questions, pass, minutes, tries, has, banks }
}
