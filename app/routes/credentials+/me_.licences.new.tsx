import { useActionData, useLoaderData } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { NewLicence } from '~/ui/credentials/licences/new-licence'
import { titled } from '~/ui/shell/title'
import { enterSent, entryPage } from './licence-entry.server'

export const loader = serve('person', (ctx, { request }) => entryPage(ctx, request, null))

export const action = serve('person', (ctx, { request }) => enterSent(ctx, request, null, (id) => `/me/licences/${id}`))

export const handle = titled<typeof loader>((t) => t('licences:new.title'))

export default function MyNewLicence() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('licences')
  return (
    <div className="mx-auto max-w-2xl">
      <p className="no-print mb-2">
        <a href="/me/licences" className="inline-flex min-h-touch items-center">
          {t('new.back')}
        </a>
      </p>
      <NewLicence page={page} answer={answer} query="" isOwn />
    </div>
  )
}
