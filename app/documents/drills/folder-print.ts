import type { FiledDrill } from '~/domain/drills/year-folder'
import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import type { Sheet } from '../duties/workbook-parts'
import { pageOf, type T, wordsIn } from './drill-words'
import type { Block, Paper } from './paper'

/** The folder of a unit for a year; words of the catalogue are in the language of the folder. */
export type FolderPrint = {
  locale: Locale
  unit: string
  place: string
  year: number
  /** The day it was put together. */
  made: string
  trainings: readonly { on: string; name: string; what: string; position: string; passed: boolean }[]
  drills: readonly (FiledDrill & { kindTitle: string; file: string | null })[]
  certificates: readonly { number: string; name: string; position: string; course: string; passedOn: string; revokedOn: string | null }[]
  posts: readonly { name: string; position: string; from: string; to: string | null }[]
}

const drillRows = ({ drills, locale }: FolderPrint, t: T): string[][] =>
  drills.map(({ on, title, kindTitle, target, state, record, file }) => [
    dayText(on, locale),
    title,
    kindTitle,
    target,
    t(`folder.state.${state}`),
    record === null ? '' : String(record.there.length),
    file ?? '',
  ])
const drillHeads = (t: T): string[] => ['day', 'drill', 'kind', 'target', 'state', 'people', 'file'].map((key) => t(`folder.head.${key}`))

/** How much there is of what. */
export function folderFigures(print: FolderPrint): {
  trainings: number
  trained: number
  drills: number
  signed: number
  certificates: number
  findings: number
  open: number
  posts: number
} {
  const findings = print.drills.flatMap((drill) => drill.findings)
  return {
    trainings: print.trainings.length,
    trained: new Set(print.trainings.map(({ name }) => name)).size,
    drills: print.drills.filter(({ state }) => state !== 'called-off' && state !== 'planned').length,
    signed: print.drills.filter(({ record }) => record !== null).length,
    certificates: print.certificates.filter(({ revokedOn }) => revokedOn === null).length,
    findings: findings.length,
    open: findings.filter(({ closed }) => closed === null).length,
    posts: print.posts.length,
  }
}

/** The first sheet of a folder: whose it is, what is in it, and which drills have no signed record. */
export function folderIndex(print: FolderPrint, book: string): Paper {
  const { locale, unit, place, year, made } = print
  const t = wordsIn(locale, 'drillpapers')
  const figures = folderFigures(print)
  const title = t('folder.title', { unit, year })
  const unsigned = print.drills.filter(({ state }) => state === 'unsigned' || state === 'open-again').length
  const warnings: Block[] = [
    ...(figures.signed === 0 ? [{ kind: 'warning', text: t('folder.noDrill') } satisfies Block] : []),
    ...(unsigned > 0 ? [{ kind: 'warning', text: t('folder.unsigned', { count: unsigned }) } satisfies Block] : []),
  ]
  const drills = drillRows(print, t)
  return {
    kind: 'pages',
    title,
    language: locale,
    running: title,
    pageOf: pageOf(t),
    blocks: [
      { kind: 'title', text: title, under: [place, t('folder.made', { day: dayText(made, locale) })].join(' · ') },
      ...warnings,
      { kind: 'heading', text: t('folder.inside') },
      {
        kind: 'table',
        heads: [t('folder.head.what'), t('folder.head.count'), t('folder.head.file')],
        widths: [2.4, 4, 3.6],
        rows: [
          [t('book.trainings'), t('folder.trainings', figures), book],
          [t('book.drills'), t('folder.drills', figures), t('folder.records')],
          [t('book.certificates'), t('folder.certificates', figures), book],
          [t('book.findings'), t('folder.findings', figures), book],
          [t('book.posts'), t('folder.posts', figures), book],
        ],
      },
      { kind: 'heading', text: t('folder.drillsOf', { year }) },
      drills.length === 0
        ? { kind: 'text', text: t('folder.none') }
        : { kind: 'table', heads: drillHeads(t), widths: [2.9, 2.9, 2.2, 2.5, 1.7, 1, 3], rows: drills },
      { kind: 'text', text: t('folder.note'), quiet: true },
      { kind: 'signatures', labels: [t('sign.manager'), t('sign.responsible'), t('sign.day')] },
    ],
  }
}

/** Everything of the year that is a list. */
export function folderBook(print: FolderPrint): Sheet[] {
  const { locale, trainings, certificates, posts, drills } = print
  const t = wordsIn(locale, 'drillpapers')
  const heads = (...keys: string[]): string[] => keys.map((key) => t(`folder.head.${key}`))
  const findings = drills.flatMap((drill) =>
    drill.findings.map(({ what, owner, due, redrill, closed }) => [
      drill.title,
      redrill ? `${what}${t('record.redrill')}` : what,
      owner.name,
      due,
      closed === null ? t('record.notDone') : closed.done,
    ]),
  )
  return [
    {
      name: t('book.trainings'),
      heads: heads('day', 'name', 'training', 'position', 'result'),
      rows: trainings.map(({ on, name, what, position, passed }) => [
        on,
        name,
        what,
        position,
        t(passed ? 'folder.passed' : 'folder.failed'),
      ]),
    },
    { name: t('book.drills'), heads: drillHeads(t), rows: drillRows(print, t) },
    {
      name: t('book.certificates'),
      heads: heads('number', 'name', 'position', 'course', 'passedOn', 'revokedOn'),
      rows: certificates.map(({ number, name, position, course, passedOn, revokedOn }) => [
        number,
        name,
        position,
        course,
        passedOn,
        revokedOn ?? '',
      ]),
    },
    {
      name: t('book.findings'),
      heads: [t('folder.head.drill'), t('head.finding'), t('head.owner'), t('head.due'), t('head.done')],
      rows: findings,
    },
    {
      name: t('book.posts'),
      heads: heads('name', 'position', 'from', 'to'),
      rows: posts.map(({ name, position, from, to }) => [name, position, from, to ?? '']),
    },
  ]
}
