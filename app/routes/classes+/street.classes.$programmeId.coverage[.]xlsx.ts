import type { Sheet } from '~/documents/duties/workbook-parts'
import { param, serve } from '~/http/serve.server'
import { quickWords } from '~/i18n/quick-words'
import { translator } from '~/i18n/translator'
import type { ListCoverage } from '~/ui/classes/list-coverage'
import { lineWords } from '~/ui/classes/list-coverage-words'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { listCoverage } from './list-coverage.server'

const heads = [
  'name',
  'unitOf',
  'sector',
  'street',
  'place',
  'state',
  'stands',
  'who',
  'on',
  'deputy',
  'successor',
  'since',
  'from',
  'why',
] as const

/** Exactly what the page shows for the same question, all pages of it. */
export const loader = serve('supervisor', async (ctx, { request, params }) => {
  const page = await listCoverage(ctx, request, param(params, 'programmeId'), null)
  const { t } = translator(ctx.locale)
  const title = t('classcover:list.file', { title: page.programme.title, day: page.on })
  return sheetsLeave(ctx, request, { title, plain: `class-coverage-${page.on}` }, [sheetOf(page, ctx.locale)])
})

function sheetOf({ groups }: ListCoverage, locale: 'zh' | 'en'): Sheet {
  const t = quickWords(locale, 'classcover')
  return {
    name: t('list.title'),
    heads: heads.map((key) => t(`sheet.${key}`)),
    rows: groups
      .flatMap(({ rows }) => rows)
      .map((row) => [
        ...[
          row.name,
          row.unit ?? '',
          row.sector,
          row.street,
          row.place,
          t(`state.${row.state}`),
          lineWords(row, t, locale).join(t('stop')),
        ],
        ...[row.covered?.name ?? '', row.covered?.on ?? '', row.covered?.isDeputy === true ? t('yes') : ''],
        ...[row.covered?.successor?.name ?? '', row.covered?.successor?.since ?? '', row.from, row.why],
      ]),
  }
}
