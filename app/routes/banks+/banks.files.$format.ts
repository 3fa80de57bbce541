import { writeBankText } from '~/documents/banks/bank-text.server'
import { bankFormats, formatFiles } from '~/domain/banks/formats'
import { sheetHeads, sheetRow } from '~/domain/banks/sheet-layout'
import { NotFound } from '~/domain/shared/faults'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { exportedQuestions, exportWishes } from '~/usecases/banks/exported-questions.server'
import { getKeptBank } from '~/usecases/banks/reached-bank.server'
import { sheetsLeave, textLeaves } from '../personal+/list-leaves.server'

/** The questions of a bank as a file; what=blank: a sheet with headings only. */
export const loader = serve('supervisor', (ctx, { request, params }) => {
  const format = bankFormats.find((one) => one === param(params, 'format'))
  const query = readQuery(request)
  if (format === undefined) throw new NotFound()
  const place = getKeptBank(ctx, query.text('place') ?? '')
  const { t } = translator(ctx.locale)
  const name = t('banks:export.name', { place: place.name })
  const isBlank = query.text('what') === 'blank'
  const what = query.oneOf('what', exportWishes) ?? 'inUse'
  const questions = isBlank ? [] : exportedQuestions(ctx, { placeId: place.id, format, what }).held
  const named = { title: name, plain: 'questions' }
  if (format === 'xlsx')
    return sheetsLeave(ctx, request, named, [{ name: t('banks:export.sheet'), heads: sheetHeads, rows: questions.map(sheetRow) }])
  const { ending, type } = formatFiles[format]
  return textLeaves(ctx, request, named, { ending, type, text: writeBankText(format, questions), rows: questions.length })
})
