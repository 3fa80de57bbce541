import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { SheetView } from '~/ui/classes/sheet-view'
import { titled } from '~/ui/shell/title'
import { enterSheet } from '~/usecases/classes/enter-sheet.server'
import { sheetPage } from './sheet-page.server'

export const loader = serve('person', async (ctx, { request, params }) => {
  const query = readQuery(request)
  const saved = Number(query.text('saved') ?? 'none')
  return {
    page: await sheetPage(ctx, param(params, 'id'), { part: query.text('part'), room: query.text('room') }),
    saved: Number.isSafeInteger(saved) && saved > 0 ? saved : null,
  }
})

/** What is chosen for each person, in fields that are named by whom they are about. */
const statesIn = (form: FormData): Map<string, string> =>
  new Map(
    [...form].flatMap(([name, value]) =>
      name.startsWith('p-') && typeof value === 'string' && value !== '' ? [[name.slice(2), value]] : [],
    ),
  )

export const action = serve('person', async (ctx, { request, params }) => {
  const classId = param(params, 'id')
  const form = await formOf(request)
  const text = (name: string): string => String(form.get(name) ?? '').slice(0, 60)
  const [key, room] = [text('part'), text('room')]
  const outcome = await enterSheet(ctx, { classId, key, room, states: statesIn(form), rest: text('rest') })
  if (isRefused(outcome)) return refusedForm(outcome, form)
  return redirect(`/classes/${classId}/paper?${new URLSearchParams({ part: key, room, saved: String(outcome.people) })}`, 303)
})

export const handle = titled<typeof loader>((t, { page }) => `${t('classcall:paper.title')} · ${page.title}`)

export default function SheetOfClass() {
  return <SheetView {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
