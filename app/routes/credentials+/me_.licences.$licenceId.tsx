import { useActionData, useLoaderData } from '@remix-run/react'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { LicencePage } from '~/ui/credentials/licences/licence-page'
import { titled } from '~/ui/shell/title'
import { actOnLicence, licencePage } from './licence-page.server'

export const loader = serve('person', (ctx, { request, params }) => licencePage(ctx, request, param(params, 'licenceId'), 'own'))

export const action = serve('person', (ctx, { request, params }) => {
  const licenceId = param(params, 'licenceId')
  return actOnLicence(ctx, request, { licenceId, act: 'own', here: `/me/licences/${licenceId}` })
})

export const handle = titled<typeof loader>((_, { licence }) => licence.name)

export default function MyLicence() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('licences')
  const top = (
    <p className="no-print mb-2">
      <a href="/me/licences" className="inline-flex min-h-touch items-center">
        {t('new.back')}
      </a>
    </p>
  )
  return (
    <div className="mx-auto max-w-2xl">
      <LicencePage
        page={page}
        answer={answer}
        here={`/me/licences/${page.licence.id}`}
        replaceHref={`/me/licences/new?replaces=${page.licence.id}`}
        top={top}
      />
    </div>
  )
}
