import { useLoaderData } from '@remix-run/react'
import { bankFormats } from '~/domain/banks/formats'
import { plainWords } from '~/domain/banks/markdown'
import { beginningOf } from '~/domain/banks/question-text'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { type ExportFacts, ExportView } from '~/ui/banks/export-view'
import { titled } from '~/ui/shell/title'
import { exportedQuestions, exportWishes } from '~/usecases/banks/exported-questions.server'
import { getKeptBank, keptBanks } from '~/usecases/banks/reached-bank.server'

export const loader = serve('supervisor', (ctx, { request }): ExportFacts => {
  const query = readQuery(request)
  const asked = query.text('place')
  const { id, name } = asked === null ? keptBanks(ctx)[0] : getKeptBank(ctx, asked)
  const what = query.oneOf('what', exportWishes) ?? 'inUse'
  const each = bankFormats.map((format) => ({ format, ...exportedQuestions(ctx, { placeId: id, format, what }) }))
  return {
    ...{ place: { id, name }, what, formats: each.map(({ format, held }) => ({ format, count: held.length })) },
    left: each.flatMap(({ left }) => left.map(({ question, why }) => ({ stem: beginningOf(plainWords(question.stem), 90), why }))),
  }
})

export const handle = titled<typeof loader>((t, { place }) => `${t('banks:export.title')} · ${place.name}`)

export default function ExportQuestions() {
  return <ExportView facts={useLoaderData<typeof loader>()} />
}
