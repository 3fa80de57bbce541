import type { Sheet, SheetRow } from '~/documents/duties/workbook-parts'
import type { Locale } from '~/i18n/config'
import { instantText } from '~/i18n/format'
import { translator } from '~/i18n/translator'
import type { NightPage, NightShift, NightWatcher } from '~/ui/watch/night'
import type { EntryShown } from '~/ui/watch/shift'

/** Nights as two sheets: one line for each person of each shift, and one for each entry of the log. */
export function nightSheets(nights: readonly NightPage[], locale: Locale): Sheet[] {
  const { t } = translator(locale)
  const words = (key: string, values = {}) => t(`watch:${key}`, values)
  const at = (instant: string | null) => (instant === null ? '' : instantText(instant, locale))
  const span = (shift: NightShift) => `${shift.day} ${shift.from}–${shift.day === shift.toDay ? '' : `${shift.toDay} `}${shift.to}`
  const value = (name: string, text: string) =>
    name === 'mode' ? words(`mode.${text}`) : name === 'outcome' ? words(`outcome.${text}`) : text
  const licences = (one: NightWatcher) =>
    one.licences
      .map(({ name, level, direction, number, validTo, state }) =>
        [
          name,
          level === null ? '' : words(`level.${level}`),
          direction === null ? '' : words(`direction.${direction}`),
          `…${number}`,
          validTo ?? '',
          words(`licenceState.${state}`),
        ]
          .filter((part) => part !== '')
          .join(' '),
      )
      .join('；')
  const people = nights.flatMap((night) =>
    night.shifts.flatMap((shift) =>
      shift.watchers.map(
        (one): SheetRow => [
          night.day,
          span(shift),
          words(`state.${shift.state}`),
          one.name,
          words(one.isPlanned ? 'sheet.yes' : 'sheet.no'),
          one.on === null ? words('night.notThere') : words(`sign.way.${one.on.way}`, { at: at(one.on.at) }),
          at(one.off),
          one.word === null ? words('night.fit') : words(`why.${one.word}`),
          licences(one),
          words(one.isSnapshot ? 'night.snapshot' : 'night.evidence'),
        ],
      ),
    ),
  )
  const said = (entry: EntryShown) =>
    Object.entries(entry.detail)
      .filter(([, text]) => text !== '')
      .map(([name, text]) => `${words(`entry.field.${name}`)} ${value(name, text)}`)
      .join('；')
  const log = nights.flatMap((night) =>
    night.shifts.flatMap((shift) =>
      shift.entries.map(
        (entry): SheetRow => [
          night.day,
          span(shift),
          entry.time,
          words(`entry.kind.${entry.kind}`),
          said(entry),
          entry.by,
          at(entry.writtenAt),
          entry.earlier.length,
        ],
      ),
    ),
  )
  const gaps = nights.map((night): SheetRow => [night.day, night.needed, night.plannedMinutes, night.actualMinutes])
  const heads = (...keys: string[]) => keys.map((key) => words(`sheet.${key}`))
  return [
    { name: words('sheet.nights'), heads: heads('night', 'needed', 'planned', 'actual'), rows: gaps },
    {
      name: words('sheet.people'),
      heads: heads('night', 'shift', 'state', 'name', 'rostered', 'on', 'off', 'standing', 'licences', 'source'),
      rows: people,
    },
    { name: words('shift.log'), heads: heads('night', 'shift', 'time', 'kind', 'said', 'by', 'at', 'corrections'), rows: log },
  ]
}
