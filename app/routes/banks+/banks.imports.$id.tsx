import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { countImportLines, type ImportLine, importLinesAPage, pageOfImportLines } from '~/data/banks/bank-imports.server'
import { importResults } from '~/domain/banks/same-question'
import { isRefused, refuse } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { type FileLine, type FileResult, FileResultView } from '~/ui/banks/file-result'
import { titled } from '~/ui/shell/title'
import { confirmQuestions, dropQuestions, reachedFile } from '~/usecases/banks/confirm-questions.server'
import { getKeptBank } from '~/usecases/banks/reached-bank.server'

const shown = ({ nth, line, result, body }: ImportLine): FileLine => ({
  ...{ nth, line, result },
  question: body.kind === 'question' ? body.question : null,
  refused: body.kind === 'fault' ? { fault: body.fault, said: body.said } : null,
})

export const loader = serve('supervisor', async (ctx, { request, params }): Promise<FileResult> => {
  const file = await reachedFile(ctx, param(params, 'id'))
  const { id, name } = getKeptBank(ctx, file.placeId)
  const query = readQuery(request)
  const chosen = query.oneOf('result', importResults)
  const counts = countImportLines(file.id)
  const found = importResults.reduce((sum, result) => sum + (chosen === null || chosen === result ? counts[result] : 0), 0)
  const pages = Math.max(1, Math.ceil(found / importLinesAPage))
  const page = Math.min(query.page(), pages)
  const { fault, said, unread, format } = file
  const isWritten = file.writtenAt !== null
  return {
    ...{ id: file.id, place: { id, name }, file: file.fileName, format, fault, said, unread, counts, chosen, page, pages, found },
    ...{ search: query.search, written: file.counts, rows: pageOfImportLines(file.id, chosen, page).map(shown) },
    state: fault !== null ? 'unreadable' : isWritten ? 'written' : file.droppedAt !== null ? 'dropped' : 'open',
  }
})

const wish = z.object({ intent: z.enum(['confirm', 'drop']) })

export const action = serve('supervisor', async (ctx, { request, params }) => {
  const { id } = await reachedFile(ctx, param(params, 'id'))
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return formRefused(read.answer)
  const outcome = read.value.intent === 'confirm' ? await confirmQuestions(ctx, id) : await dropQuestions(ctx, id)
  if (isRefused(outcome)) return refusedForm(outcome, form)
  if (outcome.kind === 'moved') return refusedForm(refuse('banks:refusal.movedFile'), form)
  return redirect(`/banks/imports/${id}`, 303)
})

export const handle = titled<typeof loader>((t, { file }) => `${t('banks:import.title')} · ${file}`)

export default function QuestionFile() {
  return <FileResultView facts={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
