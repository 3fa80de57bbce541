import { groupNames } from '~/domain/drills/drill-body'
import { answers } from '~/domain/drills/evaluation'
import { drillMarks } from '~/domain/drills/marks'
import { seenWays } from '~/domain/rollcall/event'
import { dayText } from '~/i18n/format'
import { elapsed, joined, knownWord, secondsText, type T, wordsIn } from './drill-words'
import type { Block } from './paper'
import type { RecordPrint } from './record-print'

const reasons = ['leave', 'off-shift', 'elsewhere', 'on-duty']

/** Everybody by name, with what became of him: rows of name, department, state, how, when. */
export function peopleRows({ record, locale }: RecordPrint): string[][] {
  const t = wordsIn(locale, 'drillpapers')
  const words = wordsIn(locale, 'drills')
  const why = wordsIn(locale, 'drillrecord')
  return [
    ...record.there.map(({ name, department, at, way }) => [
      name,
      department,
      t('record.there'),
      knownWord(words, 'board.way', seenWays, way),
      at === null || way === 'sheet' ? '' : secondsText(at),
    ]),
    ...record.away.map(({ name, department, why: reason }) => [
      name,
      department,
      t('record.away'),
      knownWord(why, 'why', reasons, reason),
      '',
    ]),
    ...record.missing.map(({ name, department, lastZone }) => [name, department, t('record.missing'), lastZone, '']),
    ...record.walkIns.map((name) => [name, '', t('record.walkIn'), '', '']),
  ]
}

export const peopleHeads = (t: T): string[] => [t('head.name'), t('head.post'), t('head.state'), t('head.how'), t('head.time')]

/** Classes and guests by number. */
export const countedRows = ({ record }: RecordPrint): string[][] =>
  record.counted.map(({ name, expected, count }) => [name, expected === null ? '' : String(expected), count === null ? '' : String(count)])

export const countedHeads = (t: T): string[] => [t('head.group'), t('head.expected'), t('head.counted')]

/** What was stamped and written down, in order. */
export function timelineRows({ record, locale }: RecordPrint): string[][] {
  const words = wordsIn(locale, 'drills')
  const { begins } = record
  const after = (at: string): string => (begins === null ? '' : elapsed(begins, at))
  const marks = record.timeline.map(({ mark, zone, at, by }) => ({
    at,
    row: [secondsText(at), after(at), [knownWord(words, 'marks', drillMarks, mark), zone].filter(Boolean).join(' · '), by],
  }))
  const told = record.told.flatMap(({ at, by, zone, text }) =>
    text === null ? [] : [{ at, row: [secondsText(at), after(at), [text, zone].filter(Boolean).join(' · '), by] }],
  )
  return [...marks, ...told].sort((one, other) => one.at.localeCompare(other.at)).map(({ row }) => row)
}

export const timelineHeads = (t: T): string[] => [t('head.time'), t('head.after'), t('head.moment'), t('head.by')]

export function findingRows({ record, locale }: RecordPrint): string[][] {
  const t = wordsIn(locale, 'drillpapers')
  return record.findings.map(({ what, owner, due, redrill, done }) => [
    redrill ? `${what}${t('record.redrill')}` : what,
    owner.name,
    dayText(due, locale),
    done ?? t('record.notDone'),
  ])
}

export const findingHeads = (t: T): string[] => [t('head.finding'), t('head.owner'), t('head.due'), t('head.done')]

export function evaluationRows({ record, locale }: RecordPrint): string[][] {
  const words = wordsIn(locale, 'drillrecord')
  const t = wordsIn(locale, 'drillpapers')
  return (record.evaluation?.questions ?? []).map(({ asks, answer, note }) => [
    asks[locale],
    answer === null ? t('record.unanswered') : knownWord(words, 'answer', answers, answer),
    note,
  ])
}

export const evaluationHeads = (t: T): string[] => [t('head.question'), t('head.answer'), t('head.note')]

/** The four groups, then everybody by name, then who was only counted. */
export function peoplePart(print: RecordPrint): Block[] {
  const { record, locale } = print
  const t = wordsIn(locale, 'drillpapers')
  const words = wordsIn(locale, 'drills')
  const { there, away, missing, walkIns, doubts } = record
  const figures = t('record.figures', { there: there.length, away: away.length, missing: missing.length, walkIns: walkIns.length })
  const groups = groupNames.flatMap((group): [string, string][] => {
    const members = record.body.groups[group]
    return members.length === 0
      ? []
      : [
          [
            words(`group.${group}`),
            joined(
              members.map(({ name }) => name),
              locale,
            ),
          ],
        ]
  })
  const rows = peopleRows(print)
  return [
    { kind: 'heading', text: t('record.people') },
    { kind: 'text', text: figures },
    ...(doubts.all > 0
      ? [{ kind: 'text', text: t('record.doubts', { all: doubts.all, counted: doubts.counted }), quiet: true } satisfies Block]
      : []),
    ...(groups.length > 0 ? [{ kind: 'facts', rows: groups } satisfies Block] : []),
    ...(rows.length > 0 ? [{ kind: 'table', heads: peopleHeads(t), widths: [2, 3.4, 1.8, 1.8, 1.5], rows } satisfies Block] : []),
    ...(record.counted.length > 0
      ? [{ kind: 'table', heads: countedHeads(t), widths: [5, 1.4, 1.4], rows: countedRows(print) } satisfies Block]
      : []),
  ]
}

export function timelinePart(print: RecordPrint): Block[] {
  const t = wordsIn(print.locale, 'drillpapers')
  const rows = timelineRows(print)
  return [
    { kind: 'heading', text: t('record.timeline') },
    rows.length === 0
      ? { kind: 'text', text: t('record.nothing') }
      : { kind: 'table', heads: timelineHeads(t), widths: [1.5, 1.3, 5, 2], rows },
  ]
}

export function evaluationPart(print: RecordPrint): Block[] {
  const t = wordsIn(print.locale, 'drillpapers')
  const judged = print.record.evaluation
  if (judged === null) return [{ kind: 'text', text: t('record.nothing') }]
  return [
    {
      kind: 'text',
      text: [t('record.evaluator', { name: judged.evaluator }), judged.summary, judged.redrill ? t('record.redrillAsked') : '']
        .filter(Boolean)
        .join(' · '),
    },
    { kind: 'table', heads: evaluationHeads(t), widths: [5, 1.2, 3], rows: evaluationRows(print) },
  ]
}

export function findingsPart(print: RecordPrint): Block[] {
  const t = wordsIn(print.locale, 'drillpapers')
  const rows = findingRows(print)
  return rows.length === 0
    ? [{ kind: 'text', text: t('record.nothing') }]
    : [{ kind: 'table', heads: findingHeads(t), widths: [4, 1.5, 1.8, 3], rows }]
}
