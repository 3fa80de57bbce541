import { useTranslation } from 'react-i18next'
import { serve } from '~/http/serve.server'
import { LinkButton } from '~/ui/kit/button'

export const loader = serve('anyone', () => null)

export default function Home() {
  const { t } = useTranslation('outreach')
  return (
    <div className="max-w-measure py-4">
      <h1 className="text-36">{t('home.title')}</h1>
      <p className="mt-4 text-18">{t('home.lead')}</p>
      <p className="mt-8">
        <LinkButton href="/sign-in" weight="primary">
          {t('home.signIn')}
        </LinkButton>
      </p>
    </div>
  )
}
