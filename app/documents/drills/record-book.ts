import { dayText } from '~/i18n/format'
import type { Sheet } from '../duties/workbook-parts'
import { joined, type T, wordsIn } from './drill-words'
import { heldWhen, type RecordPrint, standingOf } from './record-print'
import {
  countedHeads,
  countedRows,
  evaluationHeads,
  evaluationRows,
  findingHeads,
  findingRows,
  peopleHeads,
  peopleRows,
  timelineHeads,
  timelineRows,
} from './record-tables'

/** The record of a drill as sheets: facts, people, who was only counted, timeline, evaluation, findings. By name; no ids. */
export function recordBook(print: RecordPrint): Sheet[] {
  const t = wordsIn(print.locale, 'drillpapers')
  const counted = countedRows(print)
  return [
    { name: t('book.facts'), heads: [], rows: factRows(print, t) },
    { name: t('book.people'), heads: peopleHeads(t), rows: peopleRows(print) },
    ...(counted.length > 0 ? [{ name: t('book.counted'), heads: countedHeads(t), rows: counted }] : []),
    { name: t('book.timeline'), heads: timelineHeads(t), rows: timelineRows(print) },
    { name: t('book.evaluation'), heads: evaluationHeads(t), rows: evaluationRows(print) },
    { name: t('book.findings'), heads: findingHeads(t), rows: findingRows(print) },
  ]
}

function factRows(print: RecordPrint, t: T): string[][] {
  const { record, locale, unit, mustReport } = print
  const { body, report } = record
  const { signedBy, warnings } = standingOf(print, t)
  const nothing = t('record.nothing')
  const told = record.notices.map(({ means, on, time }) => [means, on === '' ? '' : dayText(on, locale), time].filter(Boolean).join(' '))
  const rows: [string, string][] = [
    [t('book.signed'), signedBy === '' ? warnings.join(' ') : signedBy],
    ...(signedBy === '' ? [] : warnings.map((text): [string, string] => ['', text])),
    [t('fact.unit'), unit],
    [t('fact.name'), body.title],
    [t('fact.kind'), record.kindName[locale]],
    [t('fact.when'), heldWhen(record, locale)],
    [t('fact.place'), body.place],
    [t('fact.target'), body.target],
    [t('fact.content'), body.story || nothing],
    [t('fact.commander'), body.commander.name],
    [t('fact.assembly'), joined(body.assembly, locale)],
    [t('fact.partners'), body.partners],
    [t('fact.volunteers'), body.volunteers],
    [t('record.departments'), joined(record.departments, locale) || nothing],
    [t('record.notices'), told.join('\n') || nothing],
    [t('record.signs'), record.signs.map(({ where }) => where).join('\n') || nothing],
    [t('record.evaluation'), record.evaluation?.summary || (record.evaluation === null ? nothing : record.evaluation.evaluator)],
    [
      t('record.revised'),
      record.revised.map(({ version, changed }) => t('record.revisedTo', { version, changed })).join('\n') || t('record.notRevised'),
    ],
    [
      t('record.report'),
      report !== null
        ? t('record.reported', { day: dayText(report.on, locale), receiver: report.receiver, means: report.means })
        : mustReport
          ? nothing
          : t('record.reportNotAsked'),
    ],
  ]
  return rows.filter(([, value]) => value !== '')
}
