import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type BankImport, listBankImports } from '~/data/banks/bank-imports.server'
import { bankFormats } from '~/domain/banks/formats'
import { refuse } from '~/domain/shared/refusal'
import { refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { formWithFile } from '~/http/upload.server'
import { type ImportFacts, ImportView } from '~/ui/banks/import-view'
import { titled } from '~/ui/shell/title'
import { bringQuestions } from '~/usecases/banks/bring-questions.server'
import { getKeptBank, keptBanks } from '~/usecases/banks/reached-bank.server'

/** What a Moodle file may have; others are held to less as they are read. */
const megabytes = 10

const stateOf = ({ fault, writtenAt, droppedAt }: BankImport) =>
  fault !== null ? 'unreadable' : writtenAt !== null ? 'written' : droppedAt !== null ? 'dropped' : 'open'

export const loader = serve('supervisor', async (ctx, { request }): Promise<ImportFacts> => {
  const asked = readQuery(request).text('place')
  const { id, name } = asked === null ? keptBanks(ctx)[0] : getKeptBank(ctx, asked)
  const mine = await listBankImports(ctx.actor.accountId, id)
  return {
    ...{ place: { id, name }, megabytes },
    mine: mine.map((one) => ({ id: one.id, file: one.fileName, at: one.at.toISOString(), state: stateOf(one) })),
  }
})

export const action = serve('supervisor', async (ctx, { request }) => {
  const asked = readQuery(request).text('place')
  const place = asked === null ? keptBanks(ctx)[0] : getKeptBank(ctx, asked)
  const sent = await formWithFile(request, 'file', megabytes * 1024 * 1024 + 64 * 1024)
  if (sent === null) return refusedForm(refuse('banks:refusal.tooLarge', 'file', { most: megabytes }), new FormData())
  if (sent.file === null) return refusedForm(refuse('banks:refusal.noFile', 'file'), sent.form)
  const format = bankFormats.find((one) => one === sent.form.get('format')) ?? null
  const { id } = await bringQuestions(ctx, { placeId: place.id, fileName: sent.file.name, bytes: sent.file.bytes, format })
  return redirect(`/banks/imports/${id}`, 303)
})

export const handle = titled<typeof loader>((t, { place }) => `${t('banks:import.title')} · ${place.name}`)

export default function ImportQuestions() {
  return <ImportView facts={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
