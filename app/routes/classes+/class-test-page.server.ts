import { testBanks } from '~/content/class-test-banks.server'
import { testFigures } from '~/data/classes/test-papers.server'
import { isClassClosed } from '~/domain/classes/class-state'
import { type ClassTestBody, testStateOf } from '~/domain/classes/class-test'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import type { ShownTest, TestChoice } from '~/ui/classes/test-page'
import { localTopicOf } from '~/usecases/classes/paper-questions.server'
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

const banksInWords = (locale: Locale) =>
  testBanks().map(({ title, topics }) => ({
    title: title[locale],
    topics: topics.map((topic) => ({ ...topic, title: topic.title[locale] })),
  }))

/** The bank of the class's place as a count: its questions are seen by those who keep it. */
function localChoice({ programme }: TestSight, locale: Locale) {
  const { t } = translator(locale)
  const local = localTopicOf(programme.place.path)
  if (local === null || local.count === 0) return []
  const { id, placeName, count } = local
  return [{ title: t('banks:link'), topics: [{ id, title: t('banks:list.title', { place: placeName }), count }] }]
}

/** The topics that a test of this class may be drawn from. */
export const topicsOffered = (sight: TestSight, locale: Locale): string[] =>
  shownChoice(sight, locale).banks.flatMap(({ topics }) => topics.map(({ id }) => id))

export function shownChoice(sight: TestSight, locale: Locale): TestChoice {
  const { topics: chosen, questions, pass, minutes, tries } = bodyShown(sight)
  const banks = [...localChoice(sight, locale), ...banksInWords(locale)].map(({ title, topics }) => {
    const shown = topics.map((topic) => ({ ...topic, isChosen: chosen.includes(topic.id) }))
    return { title, isOpen: shown.some(({ isChosen }) => isChosen), topics: shown }
  })
  const has = banks.flatMap(({ topics }) => topics.filter(({ isChosen }) => isChosen)).reduce((sum, { count }) => sum + count, 0)
  return { isChosen: sight.test !== null, questions, pass, minutes, tries, has, banks }
}
