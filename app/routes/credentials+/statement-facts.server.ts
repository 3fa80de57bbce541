import { catalogue } from '~/content/catalogue.server'
import { renewalsOf } from '~/content/renewals.server'
import type { Renewal } from '~/domain/credentials/paper-lapse'
import type { Statement } from '~/domain/credentials/statement'
import type { Locale } from '~/i18n/config'
import { dayText, instantText } from '~/i18n/format'
import type { StatementFacts } from '~/ui/credentials/verdict'

type Names = { positions: Record<string, string>; courses: Record<string, string>; renewals: Renewal[] }

/** The words of every position and course that a statement may name, and which training is asked for again. */
export function namesOf(locale: Locale): Names {
  const { vocabulary, courses, duties } = catalogue()
  return {
    renewals: renewalsOf({ courses, duties }),
    positions: Object.fromEntries([...vocabulary.positions].map(([id, words]) => [id, words[locale]])),
    courses: Object.fromEntries([...courses].map(([id, course]) => [id, course[locale].title])),
  }
}

/** What a statement says, in words. */
export function statementFacts(statement: Statement, locale: Locale): StatementFacts {
  const { positions, courses } = namesOf(locale)
  const { maskedName, number, unit, position, course, passedOn, issuedAt, kid } = statement
  return {
    name: maskedName,
    number,
    unit,
    position: positions[position] ?? position,
    course: courses[course] ?? course,
    passedOn: dayText(passedOn, locale),
    issuedAt: instantText(issuedAt, locale),
    kid,
  }
}
