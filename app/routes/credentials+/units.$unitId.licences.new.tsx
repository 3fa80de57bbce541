import { useActionData, useLoaderData } from '@remix-run/react'
import { postHolders } from '~/data/credentials/licence-holders.server'
import { findManagedUnit } from '~/data/org/people.server'
import { NotFound } from '~/domain/shared/faults'
import { refuse } from '~/domain/shared/refusal'
import { actorScope } from '~/http/context.server'
import { refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { ChoosePerson } from '~/ui/credentials/licences/choose-person'
import { NewLicence } from '~/ui/credentials/licences/new-licence'
import { LicenceFrame } from '~/ui/credentials/licences/unit-frame'
import { titled } from '~/ui/shell/title'
import { enterSent, entryPage } from './licence-entry.server'

export const loader = serve('manager', async (ctx, { request, params }) => {
  const scope = actorScope(ctx, 'manage')
  const unit = await findManagedUnit(scope, param(params, 'unitId'))
  if (!unit) throw new NotFound()
  const personId = readQuery(request).text('person')
  const people = new Map(postHolders(scope, unit.id, ctx.today).map((holder) => [holder.personId, holder.name]))
  return {
    unit: { id: unit.id, name: unit.name },
    personId,
    people: [...people].map(([value, label]) => ({ value, label })),
    entry: personId === null ? null : await entryPage(ctx, request, { unitId: unit.id, personId }),
  }
})

export const action = serve('manager', async (ctx, { request, params }) => {
  const unitId = param(params, 'unitId')
  const personId = readQuery(request).text('person')
  if (personId === null) return refusedForm(refuse('licences:refusal.personMissing'), new FormData())
  return enterSent(ctx, request, { unitId, personId }, (id) => `/units/${unitId}/licences/${id}`)
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('licences:new.title')} · ${unit.name}`)

export default function NewUnitLicence() {
  const { unit, personId, people, entry } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('licences')
  if (entry === null)
    return (
      <>
        <LicenceFrame unit={unit.name} back={{ href: `/units/${unit.id}/licences`, words: t('unit.title') }} title={t('new.whose')} />
        <ChoosePerson people={people} unitId={unit.id} />
      </>
    )
  return (
    <div className="mx-auto max-w-2xl">
      <p className="no-print mb-2">
        <a href={`/units/${unit.id}/licences`} className="inline-flex min-h-touch items-center">
          {t('frame.back', { to: t('unit.title') })}
        </a>
      </p>
      <p className="text-ink2">{unit.name}</p>
      <NewLicence page={entry} answer={answer} query={`person=${personId ?? ''}&`} isOwn={false} />
    </div>
  )
}
