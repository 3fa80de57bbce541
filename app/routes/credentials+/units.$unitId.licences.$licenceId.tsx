import { useActionData, useLoaderData } from '@remix-run/react'
import { findManagedUnit } from '~/data/org/people.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { LicencePage } from '~/ui/credentials/licences/licence-page'
import { titled } from '~/ui/shell/title'
import { actOnLicence, licencePage } from './licence-page.server'

export const loader = serve('manager', async (ctx, { request, params }) => {
  const unit = await findManagedUnit(actorScope(ctx, 'manage'), param(params, 'unitId'))
  if (!unit) throw new NotFound()
  return { unit: { id: unit.id, name: unit.name }, ...(await licencePage(ctx, request, param(params, 'licenceId'), 'manage', unit.id)) }
})

export const action = serve('manager', (ctx, { request, params }) => {
  const [unitId, licenceId] = [param(params, 'unitId'), param(params, 'licenceId')]
  return actOnLicence(ctx, request, { licenceId, act: 'manage', at: unitId, here: `/units/${unitId}/licences/${licenceId}` })
})

export const handle = titled<typeof loader>((_, { licence, unit }) => `${licence.holder} · ${licence.short} · ${unit.name}`)

export default function UnitLicence() {
  const { unit, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('licences')
  const top = (
    <p className="no-print mb-2">
      <a href={`/units/${unit.id}/licences`} className="inline-flex min-h-touch items-center">
        {t('frame.back', { to: `${unit.name} · ${t('unit.title')}` })}
      </a>
    </p>
  )
  const replaceHref = `/units/${unit.id}/licences/new?person=${page.holder.id}&replaces=${page.licence.id}`
  return (
    <div className="mx-auto max-w-2xl">
      <LicencePage page={page} answer={answer} here={`/units/${unit.id}/licences/${page.licence.id}`} replaceHref={replaceHref} top={top} />
    </div>
  )
}
