import { type DrillBody, marshalsOf } from '~/domain/drills/drill-body'
import type { Expected } from '~/domain/rollcall/expected'
import type { Locale } from '~/i18n/config'
import { dayAndTime, joined, pageOf, type T, wordsIn } from './drill-words'
import type { Block, Paper } from './paper'

/** What a roll-call sheet prints. */
export type SheetPrint = { locale: Locale; unit: string; body: DrillBody; expected: readonly Expected[] }

const guestRows = 12
/** From so many people on a zone has a table of its own. */
const ownTable = 6
/** High enough for a signature. */
const rowHeight = 27
const byName = new Intl.Collator('zh-CN').compare

/** Zones in the order of the plan, then those who work anywhere. */
function zonesOf({ body, expected }: SheetPrint): string[] {
  const planned = body.zones.map(({ name }) => name)
  const others = [...new Set(expected.map(({ zone }) => zone))].filter((zone) => zone !== '' && !planned.includes(zone))
  return [...planned, ...others, '']
}

/** The roll call on paper: everybody expected by zone and name, classes and guests by number, and rows for who comes besides. */
export function rollSheet(print: SheetPrint): Paper {
  const { locale, unit, body, expected } = print
  const t = wordsIn(locale, 'drillpapers')
  const people = expected.filter(({ kind }) => kind === 'person')
  const title = t('sheet.title', { unit })
  return {
    kind: 'pages',
    title,
    language: locale,
    running: [unit, body.title, dayAndTime(body.on, body.startsAt, locale)].join(' · '),
    pageOf: pageOf(t),
    blocks: [
      { kind: 'title', text: title, under: [body.title, dayAndTime(body.on, body.startsAt, locale), body.place].join(' · ') },
      { kind: 'facts', rows: headOf(print, people.length, t) },
      ...zoneTables(print, t),
      ...counted(print, t),
      { kind: 'heading', text: t('sheet.guests') },
      {
        kind: 'table',
        heads: [t('head.name'), t('head.from'), t('head.zone'), t('head.signature'), t('head.time')],
        widths: [2, 3.2, 2, 2.2, 1.4],
        rows: Array.from({ length: guestRows }, () => []),
        rowHeight,
      },
      { kind: 'text', text: t('sheet.keep'), quiet: true },
      { kind: 'signatures', labels: [t('sign.marshal'), t('sign.commander'), t('sign.time')] },
    ],
  }
}

function headOf({ locale, body }: SheetPrint, people: number, t: T): [string, string][] {
  const marshals = marshalsOf(body).map(({ id, name }) => {
    const own = body.zones.filter((zone) => zone.marshals.some((one) => one.id === id)).map((zone) => zone.name)
    return t('sheet.marshal', { name, zones: joined(own, locale) })
  })
  return [
    [t('fact.commander'), body.commander.name],
    [t('head.marshal'), marshals.length === 0 ? t('plan.nobody') : joined(marshals, locale)],
    [t('fact.assembly'), joined(body.assembly, locale)],
    [t('fact.expected'), t('plan.people', { count: people })],
  ]
}

/** A zone with many people has a table of its own, which its marshal can take along; the others share one. */
function zoneTables(print: SheetPrint, t: T): Block[] {
  const people = print.expected.filter(({ kind }) => kind === 'person')
  const zones = zonesOf(print)
    .map((zone) => ({ zone, own: people.filter((one) => one.zone === zone).sort((one, other) => byName(one.name, other.name)) }))
    .filter(({ own }) => own.length > 0)
  const few = zones.filter(({ own }) => own.length < ownTable)
  const table = (own: readonly Expected[]): Block => ({
    kind: 'table',
    heads: [t('head.name'), t('head.post'), t('head.zone'), t('head.help'), t('head.signature'), t('head.time')],
    widths: [1.7, 2.6, 2.1, 1.8, 2, 1.3],
    rows: own.map(({ name, department, zone, help }) => [name, department, zone === '' ? t('anyZone') : zone, help, '', '']),
    rowHeight,
  })
  return [
    ...zones
      .filter(({ own }) => own.length >= ownTable)
      .flatMap(({ zone, own }): Block[] => [{ kind: 'heading', text: zoneWords(zone, own.length, print, t) }, table(own)]),
    ...(few.length === 0
      ? []
      : [
          { kind: 'heading', text: t(few.length === zones.length ? 'sheet.everybody' : 'sheet.few') } satisfies Block,
          table(few.flatMap(({ own }) => own)),
        ]),
  ]
}

function zoneWords(zone: string, count: number, { locale, body }: SheetPrint, t: T): string {
  const marshals = body.zones.find(({ name }) => name === zone)?.marshals ?? []
  const who = joined(
    marshals.map(({ name }) => name),
    locale,
  )
  const name = zone === '' ? t('anyZone') : zone
  return who === '' ? t('sheet.zone', { zone: name, count }) : t('sheet.zoneBy', { zone: name, count, who })
}

/** Classes with how many they are, guests with room to write how many. Nobody of them is named. */
function counted({ expected }: SheetPrint, t: T): Block[] {
  const rows = expected
    .filter(({ kind }) => kind !== 'person')
    .map(({ name, count }) => [name, count === null ? '' : String(count), '', '', ''])
  if (rows.length === 0) return []
  return [
    { kind: 'heading', text: t('sheet.counted') },
    {
      kind: 'table',
      heads: [t('head.group'), t('head.expected'), t('head.counted'), t('head.signature'), t('head.time')],
      widths: [3.6, 1.4, 1.8, 2.4, 1.4],
      rows,
      rowHeight,
    },
  ]
}
