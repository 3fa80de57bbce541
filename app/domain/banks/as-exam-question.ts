import type { ExamQuestion } from '../exams/question'
import type { BankQuestion } from './question'
import { letterOf } from './read-answer'

/** The topic under which a class test is drawn from the bank of a place. */
export const topicOfPlace = (placeId: string): string => `local/${placeId}`

/** The place whose bank a topic names; null for the topics of the catalogue. */
export const placeOfTopic = (topic: string): string | null => (topic.startsWith('local/') ? topic.slice('local/'.length) : null)

const optionId = (place: number): string => letterOf(place).toLowerCase()

/** The texts of a question's options by the ids that papers know them by; true and false are words of the page. */
export const optionTexts = ({ options }: BankQuestion): ReadonlyMap<string, string> =>
  new Map(options.map((text, place) => [optionId(place), text]))

/**
 * An approved wording as the rules of papers need it. Its id is the wording's own, which is never changed: a paper that has it is graded
 * by it, whatever the bank says later.
 */
export function asExamQuestion(wording: { id: string; nth: number; body: BankQuestion }, placeId: string): ExamQuestion {
  const { kind, options, right } = wording.body
  const isTruth = kind === 'truefalse'
  return {
    ...{ id: wording.id, revision: wording.nth, kind, topic: topicOfPlace(placeId) },
    options: isTruth ? ['true', 'false'] : options.map((_, place) => optionId(place)),
    key: isTruth ? [right[0] === 0 ? 'true' : 'false'] : right.map(optionId),
  }
}
