import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findLine } from '~/data/imports/roster-imports.server'
import { rowTitle } from '~/domain/imports/heading-words'
import { columnsOf, mostLetters } from '~/domain/imports/headings'
import { writes } from '~/domain/imports/line-result'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { type RepairFacts, RepairView } from '~/ui/imports/repair-view'
import { titled } from '~/ui/shell/title'
import { openedLine } from '~/usecases/imports/drafts.server'
import { reachedImport } from '~/usecases/imports/reached-import.server'
import { repairLine } from '~/usecases/imports/repair-line.server'
import { candidateText, notesOf } from './line-views.server'
import { repairCells } from './repair-cells.server'

const lineOf = (text: string): number => {
  const line = Number(text)
  if (!Number.isInteger(line) || line < 1) throw new NotFound()
  return line
}

export const loader = serve('person', async (ctx, { params }): Promise<RepairFacts> => {
  const { id, kind, state } = await reachedImport(ctx, param(params, 'id'))
  const line = lineOf(param(params, 'line'))
  const stored = findLine(id, line)
  if (stored === null) throw new NotFound()
  const draft = openedLine(stored)
  const words = { kind, locale: ctx.locale, today: ctx.today }
  const { result } = draft
  return {
    ...{ id, line, name: rowTitle(kind, draft.cells), isOpen: state === 'open', isUnits: kind === 'units' },
    cells: repairCells(draft, words),
    notes: result.kind === 'refused' ? [] : notesOf(draft, words),
    candidates:
      result.kind === 'asks' ? result.candidates.map((one) => ({ id: one.id, name: one.name, text: candidateText(one, words) })) : [],
  }
})

const cell = (column: string) => z.string().max(mostLetters(column), 'imports:refusal.longCell').optional()
const answered = z.object({ answer: z.string().regex(/^(?:other|is:[\w-]{1,60})$/, 'imports:refusal.answer') })

export const action = serve('person', async (ctx, { request, params }) => {
  const { id, kind } = await reachedImport(ctx, param(params, 'id'))
  const line = lineOf(param(params, 'line'))
  const form = await formOf(request)
  const isAnswer = form.has('answer')
  const read = isAnswer
    ? parseForm(form, answered)
    : parseForm(form, z.object(Object.fromEntries(columnsOf[kind].map((name) => [name, cell(name)]))))
  if (!read.ok) return formRefused(read.answer)
  const typed = Object.fromEntries(Object.entries(read.value).map(([name, value]) => [name, value ?? '']))
  const outcome = await repairLine(ctx, isAnswer ? { id, line, answer: typed.answer ?? '' } : { id, line, cells: typed })
  if (isRefused(outcome)) return refusedForm(outcome, form)
  const { result } = outcome
  return redirect(writes(result) || result.kind === 'same' ? `/imports/${id}` : `/imports/${id}/lines/${line}`, 303)
})

export const handle = titled<typeof loader>((t, { line }) => t('imports:repair.title', { line }))

export default function Line() {
  return <RepairView facts={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
