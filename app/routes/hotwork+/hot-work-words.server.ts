import { hotWorkRules, restsShown } from '~/content/hot-work.server'
import { getJob } from '~/content/jobs.server'
import { allLicenceKinds } from '~/content/licences.server'
import { timeOf } from '~/domain/hotwork/hours'
import { civilDay } from '~/domain/shared/civil-day'
import type { Refused } from '~/domain/shared/refusal'
import { refusedForm } from '~/http/forms.server'
import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import { translator } from '~/i18n/translator'
import { dutyNow } from '~/usecases/duties/duties-now.server'

export const joined = (words: readonly string[], locale: Locale): string => words.join(locale === 'zh' ? '、' : ', ')
export const kindName = (kind: string, locale: Locale): string => getJob(kind)[locale]
export const licenceName = (kind: string, locale: Locale): string => allLicenceKinds().get(kind)?.short[locale] ?? kind

/** 2026年3月10日 09:00–11:00, with the next day named where it reaches into it. */
export function windowText({ from, until }: { from: Date; until: Date }, locale: Locale): string {
  const next = civilDay(from) === civilDay(new Date(until.getTime() - 1)) ? '' : translator(locale).t('hotwork:nextDay')
  return `${dayText(civilDay(from), locale)} ${timeOf(from)}–${next}${timeOf(until)}`
}

export function atText(instant: Date, locale: Locale): string {
  return `${dayText(civilDay(instant), locale)} ${timeOf(instant)}`
}

/** The clauses of a refusal in one line; what is second-hand says so, and what no clause says is called ours. */
function clauses(rests: readonly string[], locale: Locale): string {
  const { t } = translator(locale)
  const said = restsShown(rests, locale).map(({ of, mark, says, quote }) => {
    if (mark === 'ours') return t('hotwork:ours')
    const words = t(mark === 'V2' ? 'hotwork:clauseSecondHand' : 'hotwork:clause', { of, says: quote ?? says ?? '' })
    return words
  })
  return said.join(locale === 'zh' ? '' : ' ')
}

const named = (ids: string, list: readonly { id: string; name: { zh: string; en: string } }[], locale: Locale): string =>
  joined(
    ids.split(' ').map((id) => list.find((one) => one.id === id)?.name[locale] ?? id),
    locale,
  )

function dutyName(id: string, locale: Locale): string {
  return dutyNow(id.replace(/^job:/, ''))?.words.title[locale] ?? id
}

/** A refusal with the words of its clauses, measures, places and duties, as its sentence takes them. */
export function spoken(refusal: Refused, locale: Locale): Refused {
  const { rests, measures, places, duties, ...values } = refusal.values ?? {}
  const rules = hotWorkRules()
  return {
    ...refusal,
    values: {
      ...values,
      clause: rests === undefined ? '' : clauses(String(rests).split(' '), locale),
      ...(measures === undefined ? {} : { measures: named(String(measures), rules.measures, locale) }),
      ...(places === undefined ? {} : { places: named(String(places), rules.notice.places, locale) }),
      ...(duties === undefined
        ? {}
        : {
            duties: joined(
              String(duties)
                .split(' ')
                .map((id) => dutyName(id, locale)),
              locale,
            ),
          }),
    },
  }
}

/** A 400 that says why, with the clause, and keeps what was typed. */
export const refusedInWords = (refusal: Refused, form: FormData, locale: Locale) => refusedForm(spoken(refusal, locale), form)

/** What a form has no field for is said of the form as a whole. */
export const ofWholeForm = (refusal: Refused, fields: readonly string[]): Refused => {
  if (refusal.field === undefined || fields.includes(refusal.field)) return refusal
  const { field: _, ...whole } = refusal
  return whole
}
