import type { DrillState } from '~/domain/drills/drill-state'
import type { DrillRecord, Gap } from '~/domain/drills/record'
import type { NoteKind } from '~/domain/drills/record-versions'
import { clockText } from '~/i18n/clock-text'
import type { Locale } from '~/i18n/config'
import { dayText, instantText } from '~/i18n/format'
import type { T } from './drill-words'

/** What the record of a drill prints. */
export type RecordPrint = {
  locale: Locale
  unit: string
  state: DrillState
  record: DrillRecord
  /** Parts that were written after the signature. */
  later: readonly NoteKind[]
  gaps: readonly Gap[]
  mustReport: boolean
  /** The version printed; null where it was never signed, or is being corrected. */
  version: number | null
  isNewest: boolean
  signed: readonly { version: number; at: string; signer: string }[]
}

/** When it was held: the day, and from when to when where that was stamped. */
export function heldWhen({ on, begins, ends, body }: DrillRecord, locale: Locale): string {
  const from = begins === null ? body.startsAt : clockText(new Date(begins))
  const to = ends === null ? '' : `–${clockText(new Date(ends))}`
  return `${dayText(on, locale)} ${from}${to}`
}

/** What must not be overlooked before the record is read: who signed which version, or that nobody did; and what was entered later. */
export function standingOf(
  { record, signed, version, isNewest, state, locale }: RecordPrint,
  t: T,
): { signedBy: string; warnings: string[] } {
  const own = signed.find((one) => one.version === version)
  const last = signed.at(-1)
  const warnings: string[] = []
  if (own === undefined)
    warnings.push(state === 'open-again' && last ? t('record.openAgain', { version: last.version }) : t('record.unsigned'))
  else if (!isNewest && last !== undefined && last.version !== own.version)
    warnings.push(t('record.superseded', { version: own.version, last: last.version }))
  else if (!isNewest) warnings.push(t('record.openAgain', { version: own.version }))
  if (record.way === 'paper') warnings.push(t('record.late', { name: record.enteredBy, at: instantText(record.enteredAt, locale) }))
  const signedBy =
    own === undefined ? '' : t('record.signedBy', { name: own.signer, at: instantText(own.at, locale), version: own.version })
  return { signedBy, warnings }
}
