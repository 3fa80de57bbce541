import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findPerson } from '~/data/accounts/people-search.server'
import { db } from '~/data/db.server'
import { erasureFacts, findErasure } from '~/data/personal/erasures.server'
import { ownIds } from '~/data/personal/own-ids.server'
import { erasureFault, erasureReasons } from '~/domain/personal/erasure'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, requireFreshPassword, serve } from '~/http/serve.server'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { AdminFrame } from '~/ui/org/admin-frame'
import { EraseForm } from '~/ui/personal/erase-form'
import { titled } from '~/ui/shell/title'
import { erasePerson } from '~/usecases/personal/erase-person.server'

const form = z.object({
  reason: z.enum(erasureReasons, 'personal:erase.error.reason'),
  typed: z.string('personal:erase.error.typed').max(60, 'personal:erase.error.typed'),
})

export const loader = serve('administrator', async (ctx, { params }) => {
  const person = await findPerson(actorScope(ctx, 'see'), param(params, 'personId'))
  if (person === null) throw new NotFound()
  const ids = await ownIds(db(), person.id)
  const facts = await erasureFacts(db(), ids, ctx.today)
  const erased = await findErasure(ids.people)
  return {
    id: person.id,
    name: person.name,
    fault: erasureFault({ ...facts, isSelf: ids.accounts.includes(ctx.actor.accountId) }),
    erased: erased && { at: instantText(erased.at, ctx.locale), reason: erased.reason, rows: erased.rows },
  }
})

export const action = serve('administrator', async (ctx, { request, params }) => {
  requireFreshPassword(ctx, request)
  const personId = param(params, 'personId')
  const typed = await formOf(request)
  const read = parseForm(typed, form)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await erasePerson(ctx, { personId, ...read.value })
  return isRefused(outcome) ? refusedForm(outcome, typed) : redirect(`/admin/people/${personId}/erase`)
})

export const handle = titled<typeof loader>((t) => t('personal:erase.title'))

export default function ErasePage() {
  const { id, name, fault, erased } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('personal')
  return (
    <AdminFrame title={t('erase.title')} back={{ href: `/admin/people/${id}`, label: name }}>
      <EraseForm name={name} fault={fault} erased={erased} answer={answer} />
    </AdminFrame>
  )
}
