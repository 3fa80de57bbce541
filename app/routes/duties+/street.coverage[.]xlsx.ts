import { redirect } from '@remix-run/node'
import type { Sheet } from '~/documents/duties/workbook-parts'
import { serve } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { type Coverage, type CoverageRow, exportedAtMost } from '~/ui/duties/coverage'
import { coverageAnswer, figureWord, shownWords } from '~/ui/duties/coverage-words'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { coverageFor } from './coverage-page.server'

type Words = (key: string, values?: Record<string, string | number>) => string
const kinds = ['bound', 'overdue', 'due', 'met', 'waived', 'idle'] as const

/** Exactly what the page shows for the same question, all pages of it: its sentence and its tables, or its names. */
export const loader = serve('supervisor', async (ctx, { request }) => {
  const coverage = await coverageFor(ctx, request, exportedAtMost)
  if ((coverage.names?.total ?? 0) > exportedAtMost) throw redirect(`/street/coverage?${coverage.filter.search}&refused=rows`, 303)
  const { t } = translator(ctx.locale)
  const words: Words = (key, values = {}) => t(`duties:coverage.${key}`, values)
  return sheetsLeave(
    ctx,
    request,
    { title: `${words('file')}-${coverage.on}`, plain: `coverage-${coverage.on}` },
    sheetsOf(coverage, ctx.locale, words),
  )
})

function sheetsOf(coverage: Coverage, locale: Locale, words: Words): Sheet[] {
  const { names, duties, places, placesAre, total } = coverage
  const answer = answerSheet(coverage, locale, words)
  if (names !== null) return [answer, namesSheet(names.rows, words)]
  return [
    answer,
    figuresSheet(words('duties'), words('duty'), duties, total, words),
    figuresSheet(words(placesAre === 'units' ? 'units' : 'places'), words(placesAre === 'units' ? 'unit' : 'place'), places, total, words),
  ]
}

/** The words of the page, whose keys begin with the page's own. */
const said =
  (words: Words): Words =>
  (key, values) =>
    words(key.slice('coverage.'.length), values)

function answerSheet(coverage: Coverage, locale: Locale, words: Words): Sheet {
  const { on, about, names, filter, options, quiet, total } = coverage
  const { answer, lead } = coverageAnswer(said(words), coverage, locale)
  const label = (choices: Coverage['options']['places'], value: string) => choices.find((choice) => choice.value === value)?.label ?? value
  const chosen = [
    [words('filter.on'), on],
    [words('filter.place'), label(options.places, filter.place)],
    [words('filter.sector'), label(options.sectors, filter.sector)],
    [words('filter.trait'), label(options.traits, filter.trait)],
    [words('filter.position'), label(options.positions, filter.position)],
    ...about.map((name) => ['', name]),
    [words('filter.shown'), names === null ? '' : shownWords(said(words), names.shown, total.missed ?? 'either')],
  ].filter(([, value]) => value !== '')
  const rows = [[answer], [lead], [words('counted')], ...chosen, ...quiet.map((title) => [words('sheet.quiet'), title])]
  return { name: words('sheet.answer'), heads: [], rows }
}

function figuresSheet(name: string, head: string, rows: readonly CoverageRow[], total: CoverageRow, words: Words): Sheet {
  const line = (row: CoverageRow, title: string) => [title, ...kinds.map((kind) => row.figures[kind])]
  return {
    name,
    heads: [head, ...kinds.map((kind) => figureWord(said(words), kind, total.missed ?? 'either'))],
    rows: [...rows.map((row) => line(row, row.isDirect ? words('direct', { name: row.name }) : row.name)), line(total, words('total'))],
    hasTotal: true,
  }
}

function namesSheet(rows: NonNullable<Coverage['names']>['rows'], words: Words): Sheet {
  return {
    name: words('sheet.names'),
    heads: ['name', 'unit', 'where', 'position', 'duty', 'standing', 'due', 'since', 'through'].map((key) => words(key)),
    rows: rows.map((row) => [
      row.name,
      row.unit,
      row.place,
      row.position ?? words('ofUnit'),
      row.duty,
      row.bars && row.standing === 'overdue' ? words('missed.barred') : words(`figure.${row.standing}`),
      row.due ?? '',
      row.since ?? '',
      row.through ?? '',
    ]),
  }
}
