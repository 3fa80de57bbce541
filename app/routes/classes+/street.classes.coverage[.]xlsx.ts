import { catalogue } from '~/content/catalogue.server'
import type { Sheet, SheetRow } from '~/documents/duties/workbook-parts'
import { formatDay } from '~/domain/shared/day'
import { serve } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { quickWords, type Words } from '~/i18n/quick-words'
import { translator } from '~/i18n/translator'
import type { CoverageRow } from '~/ui/classes/list-coverage'
import { lineWords } from '~/ui/classes/list-coverage-words'
import type { SectorYears } from '~/ui/classes/years-coverage'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { coverageRows } from './coverage-rows.server'
import { sectorsOf, yearLists } from './years-coverage.server'

const figures = ['listed', 'covered', 'deputy', 'successor', 'excused', 'missing', 'gone'] as const
const names = ['name', 'unitOf', 'sector', 'street', 'place', 'state', 'stands', 'who', 'on', 'deputy', 'successor', 'since'] as const

/** For the superior office: one line for each sector, street and year, without merged cells; on a second sheet everybody by name. */
export const loader = serve('supervisor', async (ctx, { request }) => {
  const { own, placed, years } = await yearLists(ctx, request)
  const sectors = sectorsOf(placed, years, [...catalogue().vocabulary.sectors.keys()], ctx.locale)
  const words = quickWords(ctx.locale, 'classcover')
  const byName = own.flatMap(({ programme, lines }) =>
    coverageRows(ctx, programme, ctx.today)
      .of(lines)
      .map((row): SheetRow => [programme.body.year, programme.body.title, ...nameCells(row, words, ctx.locale)]),
  )
  const t = translator(ctx.locale).getFixedT(null, 'classcover')
  const day = formatDay(ctx.today)
  const named: Sheet = {
    name: t('years.sheetNames'),
    heads: [t('years.year'), t('years.programme'), ...names.map((key) => t(`sheet.${key}`))],
    rows: byName,
  }
  return sheetsLeave(ctx, request, { title: t('years.file', { day }), plain: `class-coverage-years-${day}` }, [
    figuresSheet(sectors, years, ctx.locale),
    named,
  ])
})

function figuresSheet(sectors: readonly SectorYears[], years: readonly number[], locale: Locale): Sheet {
  const t = translator(locale).getFixedT(null, 'classcover')
  return {
    name: t('years.sheetFigures'),
    heads: [t('sheet.sector'), t('sheet.street'), t('years.year'), ...figures.map((key) => t(`figure.${key}`))],
    rows: sectors.flatMap(({ sector, streets }) =>
      streets.flatMap(({ street, cells }) =>
        cells.flatMap((cell, nth): SheetRow[] =>
          cell === null ? [] : [[sector.name, street.name, years[nth] ?? '', ...figures.map((key) => cell[key])]],
        ),
      ),
    ),
  }
}

function nameCells(row: CoverageRow, t: Words, locale: Locale): string[] {
  const { covered } = row
  return [
    ...[row.name, row.unit ?? '', row.sector, row.street, row.place, t(`state.${row.state}`), lineWords(row, t, locale).join(t('stop'))],
    ...[covered?.name ?? '', covered?.on ?? '', covered?.isDeputy === true ? t('yes') : ''],
    ...[covered?.successor?.name ?? '', covered?.successor?.since ?? ''],
  ]
}
