import { useActionData, useLoaderData } from '@remix-run/react'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { LicencePage } from '~/ui/credentials/licences/licence-page'
import { titled } from '~/ui/shell/title'
import { actOnLicence, licencePage } from './licence-page.server'

export const loader = serve('supervisor', (ctx, { request, params }) => licencePage(ctx, request, param(params, 'licenceId'), 'supervise'))

export const action = serve('supervisor', (ctx, { request, params }) => {
  const licenceId = param(params, 'licenceId')
  return actOnLicence(ctx, request, { licenceId, act: 'supervise', here: `/street/licences/${licenceId}` })
})

export const handle = titled<typeof loader>((_, { licence }) => `${licence.holder} · ${licence.short}`)

export default function StreetLicence() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('licences')
  const top = (
    <p className="no-print mb-2">
      <a href="/street/licences" className="inline-flex min-h-touch items-center">
        {t('frame.back', { to: t('street.title') })}
      </a>
    </p>
  )
  return (
    <div className="mx-auto max-w-2xl">
      <LicencePage page={page} answer={answer} here={`/street/licences/${page.licence.id}`} replaceHref="" top={top} />
    </div>
  )
}
