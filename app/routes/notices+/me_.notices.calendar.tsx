import { useActionData, useLoaderData } from '@remix-run/react'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { FeedView } from '~/ui/notices/feed-view'
import { titled } from '~/ui/shell/title'
import { feedAsked, feedSince } from './feed-page.server'

export const loader = serve('person', (ctx, { request }) => ({
  since: feedSince(ctx, null),
  isWithdrawn: readQuery(request).text('done') === 'withdrawn',
}))

export const action = serve('person', (ctx, { request }) => feedAsked(ctx, request, null, '/me/notices/calendar'))

export const handle = titled<typeof loader>((t) => t('inbox:calendar.title'))

export default function MyCalendar() {
  const page = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  const { t } = useTranslation('inbox')
  return (
    <div className="mx-auto max-w-measure">
      <p className="no-print">
        <a href="/me/notices" className="inline-flex min-h-touch items-center">
          {t('back')}
        </a>
      </p>
      <h1>{t('calendar.title')}</h1>
      <p className="mt-2 text-ink2">{t('calendar.lead')}</p>
      <FeedView {...page} url={made?.url ?? null} />
    </div>
  )
}
