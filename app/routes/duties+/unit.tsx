import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findUnits } from '~/data/duties/unit-clearance.server'
import { actorScope } from '~/http/context.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { titled } from '~/ui/shell/title'

export const loader = serve('manager', async (ctx) => {
  const scope = actorScope(ctx, 'manage')
  const units = await findUnits({ ...scope, everything: false }, ctx.today)
  const [only] = units
  if (only !== undefined && units.length === 1) throw redirect(`/units/${only.id}`)
  return { units: units.map(({ id, name, place }) => ({ id, name, place: place.name })), isAdministrator: scope.everything }
})

export const handle = titled<typeof loader>((t) => t('duties:unit.choose'))

export default function ChooseUnit() {
  const { units, isAdministrator } = useLoaderData<typeof loader>()
  const { t } = useTranslation('duties')
  return (
    <div className="max-w-measure">
      <h1>{t(units.length > 0 || isAdministrator ? 'unit.choose' : 'unit.noneTitle')}</h1>
      {units.length > 0 && <p className="mt-2 text-ink2">{t('unit.chooseLead')}</p>}
      <ul className="mt-4">
        {units.map(({ id, name, place }) => (
          <li key={id} className="border-b border-line py-2">
            <a href={`/units/${id}`} className="inline-flex min-h-touch items-center text-18">
              {name}
            </a>
            <span className="ml-3 text-ink2">{place}</span>
          </li>
        ))}
      </ul>
      {isAdministrator && (
        <p className="mt-4">
          {t('unit.admin')}{' '}
          <a href="/admin/units" className="inline-flex min-h-touch items-center">
            {t('unit.adminLink')}
          </a>
        </p>
      )}
      {units.length === 0 && !isAdministrator && <p className="mt-4">{t('unit.none')}</p>}
    </div>
  )
}
