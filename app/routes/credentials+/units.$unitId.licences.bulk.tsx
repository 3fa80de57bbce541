import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { allLicenceKinds } from '~/content/licences.server'
import { findManagedUnit } from '~/data/org/people.server'
import { mostRows, readRows, rowColumns } from '~/domain/credentials/licence-rows'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { formOf } from '~/http/forms.server'
import { param, type Signed, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { BulkForm, BulkResult } from '~/ui/credentials/licences/bulk'
import { LicenceFrame } from '~/ui/credentials/licences/unit-frame'
import { titled } from '~/ui/shell/title'
import { enterLicences, type RowResult } from '~/usecases/credentials/enter-licences.server'

const longest = 200_000

async function unitOf(ctx: Signed, unitId: string) {
  const unit = await findManagedUnit(actorScope(ctx, 'manage'), unitId)
  if (!unit) throw new NotFound()
  return { id: unit.id, name: unit.name }
}

export const loader = serve('manager', async (ctx, { params }) => ({
  unit: await unitOf(ctx, param(params, 'unitId')),
  kinds: [...allLicenceKinds().values()]
    .filter(({ authorisesNothing }) => authorisesNothing === undefined)
    .map(({ id, short }) => ({ id, name: short[ctx.locale] })),
  columns: [...rowColumns],
  most: mostRows,
}))

type Answer = { text: string; fault: string | null; rows: RowResult[] | null; isReady: boolean }
const shown = (answer: Answer, status: number) => data(answer, { status })

export const action = serve('manager', async (ctx, { request, params }) => {
  const unit = await unitOf(ctx, param(params, 'unitId'))
  const form = await formOf(request)
  const typed = form.get('rows')
  const text = typeof typed === 'string' ? typed : ''
  if (text.length > longest) return shown({ text: '', fault: 'tooMany', rows: null, isReady: false }, 400)
  const read = readRows(text)
  if ('fault' in read) return shown({ text, fault: read.fault, rows: null, isReady: false }, 400)
  const confirm = form.get('intent') === 'confirm'
  const outcome = await enterLicences(ctx, { unitId: unit.id, rows: read.rows, confirm })
  if (outcome.kind === 'entered') return redirect(`/units/${unit.id}/licences?entered=${outcome.count}`)
  const isReady = outcome.rows.every(({ faults }) => faults.length === 0)
  return shown({ text, fault: null, rows: [...outcome.rows], isReady }, isReady ? 200 : 400)
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('licences:bulk.title')} · ${unit.name}`)

export default function BulkLicences() {
  const { unit, kinds, columns, most } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('licences')
  return (
    <>
      <LicenceFrame unit={unit.name} back={{ href: `/units/${unit.id}/licences`, words: t('unit.title') }} title={t('bulk.title')} />
      {answer?.rows && <BulkResult rows={answer.rows} isReady={answer.isReady} text={answer.text} />}
      <BulkForm
        kinds={kinds}
        columns={columns}
        most={most}
        text={answer?.text ?? ''}
        fault={answer?.fault ?? null}
        isAgain={Boolean(answer?.rows)}
      />
    </>
  )
}
