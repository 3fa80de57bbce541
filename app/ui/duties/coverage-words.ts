import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import type { Coverage, CoverageShown, CoverageStanding, Missed } from './coverage'

type Word = (key: string) => string
type Words = (key: string, values?: Record<string, string | number>) => string

/** "45 people, 2 units", "2 units", or that there are none. */
function who(words: Words, { people, units }: { people: number; units: number }): string {
  if (people + units === 0) return words('coverage.who.none')
  if (units === 0) return words('coverage.who.people', { count: people })
  if (people === 0) return words('coverage.who.units', { count: units })
  return words('coverage.who.both', {
    people: words('coverage.who.people', { count: people }),
    units: words('coverage.who.units', { count: units }),
  })
}

/** What a figure is called; what must be done before work and is missing keeps from work. */
export const figureWord = (words: Word, kind: CoverageStanding | 'bound', missed: Missed): string =>
  kind === 'overdue' ? words(`coverage.missed.${missed}`) : words(`coverage.figure.${kind}`)

/** The same of a list of rows. */
export function shownWords(words: Word, shown: CoverageShown, missed: Missed): string {
  if (shown === 'overdue') return words(`coverage.missed.${missed}`)
  return shown === 'open' ? words(`coverage.missedShown.${missed}`) : words(`coverage.shown.${shown}`)
}

/** The answer in a sentence, and what it is made of. */
export function coverageAnswer(words: Words, { on, today, open, overdue, total, units }: Coverage, locale: Locale) {
  const when = on === today ? words('coverage.day.today') : words('coverage.day.other', { day: dayText(on, locale) })
  const isOpen = open.people + open.units > 0
  const key = isOpen ? 'coverage.answer' : total.figures.bound > 0 ? 'coverage.answerNone' : 'coverage.answerNobody'
  const missed = figureWord(words, 'overdue', total.missed ?? 'either')
  return {
    answer: words(key, { when, who: who(words, open) }),
    lead: words(isOpen ? 'coverage.lead' : 'coverage.leadNone', { count: units, who: who(words, overdue), missed }),
    isLate: overdue.people + overdue.units > 0,
  }
}
