import { allLicenceKinds } from '~/content/licences.server'
import type { StoredLicence } from '~/data/credentials/licences.server'
import { printedFields, type TypedCard } from '~/domain/credentials/licence-entry'
import { formatDay } from '~/domain/shared/day'
import { type FormAnswer, isRefused, type Refused } from '~/domain/shared/refusal'
import { unseal } from '~/gateways/secrets.server'
import { formRefused, refusedForm } from '~/http/forms.server'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import type { KindView } from '~/ui/credentials/licences/view'
import type { Unreadable } from '~/usecases/credentials/licence-record.server'
import { kindView } from './licence-view.server'

/** One field of a form as text; a file, or nothing, is ''. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 2000) : ''
}

/** A card as it was typed. */
export const typedCard = (form: FormData): TypedCard => ({
  number: textOf(form, 'number'),
  printedName: textOf(form, 'printedName'),
  item: textOf(form, 'item'),
  level: textOf(form, 'level'),
  direction: textOf(form, 'direction'),
  firstIssuedOn: textOf(form, 'firstIssuedOn'),
  validFrom: textOf(form, 'validFrom'),
  validTo: textOf(form, 'validTo'),
  reviewDue: textOf(form, 'reviewDue'),
  issuer: textOf(form, 'issuer'),
})

const cardFields = ['number', 'printedName', ...printedFields] as const

/** What was typed, kept, with the reason beside each field. */
export function cardRefused(outcome: Unreadable | Refused, form: FormData) {
  if (isRefused(outcome)) return refusedForm(outcome, form)
  const values = Object.fromEntries(cardFields.map((field) => [field, textOf(form, field)]))
  const errors: FormAnswer['errors'] = {}
  for (const { field, why } of outcome.faults) errors[field] = [`licences:fault.${why}`]
  return formRefused({ errors, values })
}

/** What a form to correct a licence begins with. */
export function valuesOf(licence: StoredLicence): Record<string, string> {
  const { printed, level, direction, validTo, reviewDue } = licence
  return {
    number: unseal(printed.numberSealed),
    printedName: printed.printedName,
    item: printed.item ?? '',
    level: level === null ? '' : String(level),
    direction: direction ?? '',
    firstIssuedOn: printed.firstIssuedOn ?? '',
    validFrom: printed.validFrom ?? '',
    validTo: validTo === null ? '' : formatDay(validTo),
    reviewDue: reviewDue === null ? '' : formatDay(reviewDue),
    issuer: printed.issuer,
  }
}

/** Every kind for choosing one, in a language. */
export function kindChoices(locale: Locale): KindView[] {
  const { t } = translator(locale)
  return [...allLicenceKinds().values()].map((kind) => kindView(kind, locale, (level) => t(`licences:level.${level}`)))
}
