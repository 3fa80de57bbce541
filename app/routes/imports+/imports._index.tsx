import { setTimeout as pause } from 'node:timers/promises'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listImports } from '~/data/imports/roster-imports.server'
import { type DirectoryUnit, unitDirectory } from '~/data/org/unit-directory.server'
import { bookLimits } from '~/documents/imports/book-limits'
import { isEmpty } from '~/domain/accounts/scope'
import { importKinds } from '~/domain/imports/heading-words'
import { importState, keptDays, mostRows } from '~/domain/imports/import-state'
import { importScopeOf } from '~/domain/imports/may-import'
import { isRefused, refuse } from '~/domain/shared/refusal'
import type { Asked } from '~/http/asked.server'
import { actorCan } from '~/http/context.server'
import { refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { type Signed, serve } from '~/http/serve.server'
import { formWithFile } from '~/http/upload.server'
import { type UploadFacts, UploadView } from '~/ui/imports/upload-view'
import { titled } from '~/ui/shell/title'
import { bringSheet } from '~/usecases/imports/bring-sheet.server'
import { getImportableUnit, importableUnits, mustImport } from '~/usecases/imports/reached-import.server'
import { readSheet } from '~/usecases/imports/read-sheet.server'

const megabytes = bookLimits.fileBytes / 1024 / 1024
/** A sheet of some hundred rows is read in less; longer ones show how far they are. */
const patienceMilliseconds = 1500

/** What is brought, and where to. Who has one unit alone brings its rows there without being asked. */
function targetOf(ctx: Signed, request: Asked) {
  const query = readQuery(request)
  const kind = query.oneOf('kind', importKinds) ?? 'people'
  mustImport(ctx, kind)
  const asked = query.text('unit')
  if (kind === 'units') return { kind, unit: null }
  if (asked !== null) return { kind, unit: getImportableUnit(ctx, asked, kind) }
  const [only, second] = importableUnits(ctx, kind)
  return { kind, unit: only !== undefined && second === undefined ? only : null }
}

/** The unit's own page of people for who manages it, and what a supervisor sees of it for others. */
function pageOfUnit(ctx: Signed, { id, sector, place }: DirectoryUnit): string {
  const target = { kind: 'unit' as const, unitId: id, placePath: place.path, sector }
  return actorCan(ctx, 'manage', target) ? `/units/${id}/people` : `/street/units/${id}`
}

export const loader = serve('person', async (ctx, { request }): Promise<UploadFacts> => {
  const { kind, unit } = targetOf(ctx, request)
  const names = unitDirectory().byId
  const mine = await listImports(ctx.actor.accountId)
  return {
    kind,
    unit: unit && { id: unit.id, name: unit.name, href: pageOfUnit(ctx, unit) },
    others: importKinds.filter((one) => one !== kind && !isEmpty(importScopeOf(one, ctx.actor.grants, ctx.today))),
    most: { megabytes, rows: mostRows[kind], days: keptDays },
    mine: mine.map((sheet) => ({
      ...{ id: sheet.id, kind: sheet.kind, file: sheet.fileName, state: importState(sheet, ctx.now), askedAt: sheet.askedAt.toISOString() },
      unit: sheet.unitId === null ? null : (names.get(sheet.unitId)?.name ?? null),
    })),
  }
})

export const action = serve('person', async (ctx, { request }) => {
  const { kind, unit } = targetOf(ctx, request)
  const sent = await formWithFile(request, 'file', bookLimits.fileBytes + 64 * 1024)
  if (sent === null) return refusedForm(refuse('imports:refusal.tooLarge', 'file', { most: megabytes }), new FormData())
  if (sent.file === null) return refusedForm(refuse('imports:refusal.noFile', 'file'), sent.form)
  const { name, bytes } = sent.file
  const brought = await bringSheet(ctx, { kind, unitId: unit?.id ?? null, fileName: name })
  if (isRefused(brought)) return refusedForm(brought, sent.form)
  await Promise.race([readSheet(ctx, brought.id, bytes), pause(patienceMilliseconds)])
  return redirect(`/imports/${brought.id}`, 303)
})

export const handle = titled<typeof loader>((t, { kind }) => t(`imports:upload.${kind}`))

export default function Imports() {
  return <UploadView facts={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
