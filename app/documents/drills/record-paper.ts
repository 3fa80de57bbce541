import type { NoteKind } from '~/domain/drills/record-versions'
import { dayText } from '~/i18n/format'
import { joined, pageOf, type T, wordsIn } from './drill-words'
import type { Block, Paper } from './paper'
import { heldWhen, type RecordPrint, standingOf } from './record-print'
import { evaluationPart, findingsPart, peoplePart, timelinePart } from './record-tables'

/** The record of a drill as an inspector expects it: 61号令 第四十三条 and what belongs to it, with its signatures. */
export function recordPaper(print: RecordPrint): Paper {
  const { locale, unit, record } = print
  const t = wordsIn(locale, 'drillpapers')
  const title = t('record.title', { unit })
  const { signedBy, warnings } = standingOf(print, t)
  return {
    kind: 'pages',
    title: `${title} ${record.on} ${record.body.title}`,
    language: locale,
    running: [unit, record.body.title, dayText(record.on, locale), warnings.length > 0 && signedBy === '' ? t('record.short') : '']
      .filter(Boolean)
      .join(' · '),
    pageOf: pageOf(t),
    blocks: [
      { kind: 'title', text: title, under: [record.body.title, signedBy].filter(Boolean).join(' · ') },
      ...warnings.map((text): Block => ({ kind: 'warning', text })),
      ...missing(print, t),
      { kind: 'heading', text: t('record.what') },
      { kind: 'facts', rows: factsOf(print, t) },
      ...peoplePart(print),
      ...timelinePart(print),
      ...notes(print, t),
      { kind: 'signatures', labels: [t('sign.commander'), t('sign.manager'), t('sign.day')] },
    ],
  }
}

function missing({ gaps, locale }: RecordPrint, t: T): Block[] {
  if (gaps.length === 0) return []
  const words = wordsIn(locale, 'drillrecord')
  return [
    {
      kind: 'text',
      text: t('record.gaps', {
        what: joined(
          gaps.map((gap) => words(`gap.${gap}`)),
          locale,
        ),
      }),
      quiet: true,
    },
  ]
}

function factsOf({ locale, unit, record }: RecordPrint, t: T): [string, string][] {
  const { body, kindName } = record
  const nothing = t('record.nothing')
  const kind = body.unannounced ? `${kindName[locale]} · ${t('record.unannounced')}` : kindName[locale]
  const rows: [string, string][] = [
    [t('fact.unit'), unit],
    [t('fact.name'), body.title],
    [t('fact.kind'), kind],
    [t('fact.when'), heldWhen(record, locale)],
    [t('fact.place'), body.place],
    [t('fact.target'), body.target],
    [t('fact.content'), body.story === '' ? nothing : body.story],
    [t('fact.commander'), body.commander.name],
    [t('fact.assembly'), joined(body.assembly, locale)],
    [t('fact.partners'), body.partners],
    [t('fact.volunteers'), body.volunteers],
    [t('record.departments'), record.departments.length === 0 ? nothing : joined(record.departments, locale)],
  ]
  return rows.filter(([, value]) => value !== '')
}

/** What was written besides what happened; what came after the signature says so. */
function notes(print: RecordPrint, t: T): Block[] {
  const { record, later, locale, mustReport } = print
  const heading = (key: string, kind: NoteKind): Block => ({
    kind: 'heading',
    text: later.includes(kind) ? `${t(`record.${key}`)} ${t('record.later')}` : t(`record.${key}`),
  })
  const text = (said: string): Block => ({ kind: 'text', text: said })
  const nothing = text(t('record.nothing'))
  const told = record.notices.map(({ means, on, time }) =>
    text([means, on === '' ? '' : dayText(on, locale), time].filter(Boolean).join(' · ')),
  )
  const signs = record.signs.map(({ where }) => text(where))
  const plan = [
    text(record.planVersion === null ? t('record.noPlan') : t('record.planVersion', { version: record.planVersion })),
    ...record.revised.map(({ version, changed }) => text(t('record.revisedTo', { version, changed }))),
    ...(record.revised.length === 0 ? [text(t('record.notRevised'))] : []),
  ]
  const { report } = record
  const reported =
    report !== null
      ? text(t('record.reported', { day: dayText(report.on, locale), receiver: report.receiver, means: report.means }))
      : mustReport
        ? nothing
        : text(t('record.reportNotAsked'))
  const sheets = record.sheets.length > 0 || record.way === 'paper'
  return [
    heading('notices', 'notices'),
    ...(told.length === 0 ? [nothing] : told),
    heading('signs', 'signs'),
    ...(signs.length === 0 ? [nothing] : signs),
    heading('evaluation', 'evaluation'),
    ...evaluationPart(print),
    heading('findings', 'findings'),
    ...findingsPart(print),
    heading('revised', 'revised'),
    ...plan,
    heading('report', 'report'),
    reported,
    ...(sheets ? [heading('sheets', 'sheets'), text(t('record.photos', { count: record.sheets.length }))] : []),
  ]
}
