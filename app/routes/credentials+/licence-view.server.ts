import { catalogue } from '~/content/catalogue.server'
import type { LicenceKindText } from '~/content/licence-schema'
import { allLicenceKinds, inForceOn, licenceTopic } from '~/content/licences.server'
import { findAccountNames } from '~/data/accounts/account-names.server'
import type { StoredCheck, StoredLicence } from '~/data/credentials/licences.server'
import { isCheckDue, lapseMark, lastWord, licenceState, printedThrough } from '~/domain/credentials/licence'
import { maskedLicenceNumber } from '~/domain/credentials/licence-number'
import { type Day, daysBetween, formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { unseal } from '~/gateways/secrets.server'
import type { Locale } from '~/i18n/config'
import type { CheckView, KindView, LawView, LicenceView, OfficialPage } from '~/ui/credentials/licences/view'

const written = (day: Day | null): string | null => (day === null ? null : formatDay(day))

export function kindOf({ kind }: Pick<StoredLicence, 'kind'>): LicenceKindText {
  const found = allLicenceKinds().get(kind)
  if (found === undefined) throw new NotFound()
  return found
}

const topicWord = (topic: string, locale: Locale): string =>
  catalogue().vocabulary.evidenceTopics.find(({ id }) => id === topic)?.[locale] ?? topic

const directionWord = (kind: LicenceKindText, direction: string | null, locale: Locale): string | null =>
  kind.directions?.find(({ id }) => id === direction)?.name[locale] ?? null

/** Every field that is printed on the kind and held, in the order of the card. */
function printedOf(licence: StoredLicence, kind: LicenceKindText, locale: Locale): LicenceView['printed'] {
  const { printed, level, validTo, reviewDue } = licence
  const values: Record<LicenceView['printed'][number]['field'], { text?: string | null; day?: string | null }> = {
    item: { text: printed.item },
    level: { text: level === null ? null : String(level) },
    direction: { text: directionWord(kind, licence.direction, locale) },
    firstIssuedOn: { day: printed.firstIssuedOn },
    validFrom: { day: printed.validFrom },
    validTo: { day: written(validTo) },
    reviewDue: { day: written(reviewDue) },
    issuer: { text: printed.issuer || null },
  }
  return kind.prints.map(({ field }) => ({ field, text: values[field].text ?? null, day: values[field].day ?? null }))
}

type Sight = { today: Day; locale: Locale; holder: string; seesNumber: boolean; acceptsOld: boolean }

/** A licence for a reader; `seesNumber`: the holder, a manager of his, and who typed it. */
export function licenceView(licence: StoredLicence, { today, locale, holder, seesNumber, acceptsOld }: Sight): LicenceView {
  const kind = kindOf(licence)
  const through = printedThrough(licence)
  const topic = licenceTopic(licence, acceptsOld)
  const number = unseal(licence.printed.numberSealed)
  const state = licenceState(licence, today)
  return {
    id: licence.id,
    kind: kind.id,
    name: kind.name[locale],
    short: kind.short[locale],
    lets: kind.lets[locale],
    state,
    through: written(through),
    days: through === null ? null : daysBetween(today, through),
    byReview: through !== null && through === licence.reviewDue,
    isLapsing: state === 'valid' && lapseMark(through, today) !== null,
    nextDue: written(lastWord(licence.checks, today)?.nextDue ?? null),
    isRecheckDue: isCheckDue(licence, today),
    gives: topic === null ? null : topicWord(topic, locale),
    number: seesNumber ? number : maskedLicenceNumber(number),
    isMasked: !seesNumber,
    holder,
    printed: printedOf(licence, kind, locale),
    hasPhoto: licence.photo !== null,
    recordedOn: formatDay(licence.recordedOn),
    recordedBy: findAccountNames([licence.recordedBy]).get(licence.recordedBy) ?? null,
    renewal: inForceOn(kind.renewal, today).map(({ says }) => says[locale]),
  }
}

/** Who looked, when and how, the latest first. */
export function checkViews(checks: readonly StoredCheck[]): CheckView[] {
  const names = findAccountNames(checks.flatMap(({ by, secondBy }) => [by, secondBy]))
  return [...checks].reverse().map((check) => ({
    id: check.id,
    at: check.at.toISOString(),
    by: names.get(check.by) ?? null,
    how: check.how,
    page: check.page,
    result: check.result,
    note: check.note,
    nextDue: written(check.nextDue),
    needsSecond: check.needsSecond,
    second:
      check.secondAt === null || check.second === null
        ? null
        : {
            at: check.secondAt.toISOString(),
            by: names.get(check.secondBy ?? '') ?? null,
            agrees: check.second.agrees,
            note: check.secondNote,
          },
  }))
}

type RuleText = LicenceKindText['rules'][number]

const ruleView = (rule: RuleText, locale: Locale): LawView['rules'][number] => ({
  says: rule.says[locale],
  of: rule.of,
  mark: rule.mark,
  quote: rule.quote ?? null,
  page: rule.page ?? null,
  from: written(rule.from),
  to: written(rule.to),
})

/** What is known of a kind, past rules included: each event is judged by the rule of its day. */
export const lawView = (kind: LicenceKindText, today: Day, locale: Locale): LawView => ({
  rules: kind.rules.map((rule) => ruleView(rule, locale)),
  local: inForceOn(kind.local, today).map((rule) => ruleView(rule, locale)),
  unconfirmed: inForceOn(kind.unconfirmed, today).map(({ says }) => says[locale]),
})

export const pagesOf = (kind: LicenceKindText, locale: Locale): OfficialPage[] =>
  kind.pages.map(({ host, path, name, asks, source }) => ({
    host,
    address: `https://${host}${path}`,
    name: name[locale],
    asks: asks[locale],
    source,
  }))

/** A kind with the fields of its form; `levelWord` says a level. */
export function kindView(kind: LicenceKindText, locale: Locale, levelWord: (level: number) => string): KindView {
  const options = (field: string) => {
    if (field === 'level') return (kind.levels ?? []).map((level) => ({ value: String(level), label: levelWord(level) }))
    if (field === 'direction') return (kind.directions ?? []).map(({ id, name }) => ({ value: id, label: name[locale] }))
    return null
  }
  return {
    id: kind.id,
    name: kind.name[locale],
    from: kind.from[locale],
    lets: kind.lets[locale],
    nothing: kind.authorisesNothing?.[locale] ?? null,
    fields: kind.prints.map(({ field, asks, hint }) => ({ field, asks, hint: hint[locale], options: options(field) })),
  }
}
