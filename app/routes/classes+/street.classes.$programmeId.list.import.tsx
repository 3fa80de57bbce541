import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listStateOf } from '~/domain/classes/programme-body'
import { isRosterFault, type JudgedRow, mostRosterRows, type RosterRow, readRoster } from '~/domain/classes/roster'
import { inOneLine } from '~/domain/shared/plain-text'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { linesOfSheet } from '~/gateways/sheet-files.server'
import type { Asked } from '~/http/asked.server'
import { formOf } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { type ImportAnswer, RosterImportView } from '~/ui/classes/roster-import-view'
import { titled } from '~/ui/shell/title'
import { importRoster } from '~/usecases/classes/import-roster.server'
import { getProgramme } from '~/usecases/classes/reached-class.server'

const mostBytes = 2 * 1024 * 1024

export const loader = serve('supervisor', async (ctx, { request, params }) => {
  const { id, body, steps } = await getProgramme(ctx, param(params, 'programmeId'))
  const done = Number(readQuery(request).text('done') ?? '')
  return {
    ...{ id, title: body.title, binds: body.binds, isFrozen: listStateOf(steps) === 'frozen', most: mostRosterRows },
    done: Number.isInteger(done) && done > 0 ? done : null,
  }
})

const cell = z.string().max(200).transform(inOneLine)
const sent = z
  .string()
  .max(2_000_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'no rows' })
      return z.NEVER
    }
  })
  .pipe(
    z
      .array(
        z.strictObject({ line: z.number().int(), name: cell, code: cell, person: cell.default(''), phone: cell.default(''), reason: cell }),
      )
      .max(mostRosterRows),
  )

const refused = (reason: Refused): ImportAnswer => ({ refused: reason.reason, values: reason.values ?? {}, rows: [], sent: '' })

function answerOf(rows: readonly JudgedRow[], isStale: boolean): ImportAnswer {
  const text = JSON.stringify(rows.map(({ row }) => row))
  const isReady = !rows.some(isRosterFault) && rows.some(({ verdict }) => verdict.kind === 'add')
  const shown = rows.map(({ row, verdict }) => ({ ...row, kind: verdict.kind, of: verdict.kind === 'twice' ? verdict.of : 0 }))
  return { refused: isStale ? 'classcover:import.refusal.faults' : null, values: {}, rows: shown, sent: isReady ? text : '' }
}

/** The rows of a sheet that was chosen, or what is wrong with it. */
async function rowsOf(form: FormData, binds: 'unit' | 'person'): Promise<{ rows: RosterRow[] } | Refused> {
  const chosen = form.get('file')
  if (!(chosen instanceof Blob) || chosen.size === 0) return refuse('classcover:import.refusal.noFile')
  const lines = await linesOfSheet(new Uint8Array(await chosen.arrayBuffer()))
  if (lines === null) return refuse('classcover:import.refusal.notSheet')
  const read = readRoster(lines, binds)
  return 'fault' in read ? refuse(`classcover:import.refusal.${read.fault}`, undefined, { most: mostRosterRows }) : read
}

const isTooLarge = (request: Asked): boolean => !(Number(request.headers.get('content-length') ?? Number.NaN) <= mostBytes)

/** Reads a sheet and says what each row would do; the rows that were read are sent again to be written. */
export const action = serve('supervisor', async (ctx, { request, params }) => {
  const { id: programmeId, body } = await getProgramme(ctx, param(params, 'programmeId'))
  if (isTooLarge(request)) return data(refused(refuse('classcover:import.refusal.tooLarge')), { status: 400 })
  const form = await formOf(request)
  const again = form.get('intent') === 'confirm' ? sent.safeParse(form.get('rows')) : null
  const read =
    again === null ? await rowsOf(form, body.binds) : again.success ? { rows: again.data } : refuse('classcover:import.refusal.notSheet')
  if ('kind' in read) return data(refused(read), { status: 400 })
  const outcome = await importRoster(ctx, { programmeId, rows: read.rows, confirm: again !== null })
  if (isRefused(outcome)) return data(refused(outcome), { status: 400 })
  if (outcome.kind === 'imported') return redirect(`/street/classes/${programmeId}/list/import?done=${outcome.count}`, 303)
  return data(answerOf(outcome.rows, again !== null), { status: outcome.rows.some(isRosterFault) || again !== null ? 400 : 200 })
})

export const handle = titled<typeof loader>((t, { title }) => `${t('classcover:import.title')} · ${title}`)

export default function ImportOfList() {
  return <RosterImportView page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
