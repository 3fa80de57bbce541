import { useLoaderData } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { AdminFrame } from '~/ui/org/admin-frame'
import { HealthView } from '~/ui/running/health-view'
import { titled } from '~/ui/shell/title'
import { healthShown } from './health-page.server'

export const loader = serve('administrator', async ({ now, locale }) => ({ health: await healthShown(now), locale }))

export const handle = titled<typeof loader>((t) => t('running:title'))

export default function Health() {
  const { health, locale } = useLoaderData<typeof loader>()
  const { t } = useTranslation('running')
  return (
    <AdminFrame title={t('title')} lead={t('lead')}>
      <HealthView health={health} locale={locale} />
    </AdminFrame>
  )
}
