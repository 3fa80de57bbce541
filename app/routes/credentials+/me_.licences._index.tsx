import { useLoaderData } from '@remix-run/react'
import { licenceTopic } from '~/content/licences.server'
import { survivorOf } from '~/data/credentials/licence-holders.server'
import { licencesOfPeople } from '~/data/credentials/licences.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { LicenceLine } from '~/ui/credentials/licences/licence-line'
import { LinkButton } from '~/ui/kit/button'
import { Empty } from '~/ui/kit/notice'
import { titled } from '~/ui/shell/title'
import { licenceView } from './licence-view.server'

const rank = { 'review-overdue': 0, expired: 0, false: 0, waiting: 1, unverified: 1, valid: 2, superseded: 3, withdrawn: 3 }

export const loader = serve('person', (ctx) => {
  const holder = survivorOf(ctx.actor.personId)?.name ?? ''
  const sight = { today: ctx.today, locale: ctx.locale, holder, seesNumber: true, acceptsOld: true }
  const licences = licencesOfPeople([ctx.actor.personId], licenceTopic).map((licence) => licenceView(licence, sight))
  return { licences: licences.sort((one, other) => rank[one.state] - rank[other.state]) }
})

export const handle = titled<typeof loader>((t) => t('licences:mine.title'))

export default function MyLicences() {
  const { licences } = useLoaderData<typeof loader>()
  const { t } = useTranslation('licences')
  const current = licences.filter(({ state }) => state !== 'withdrawn' && state !== 'superseded')
  const past = licences.filter((licence) => !current.includes(licence))
  const good = current.filter(({ state }) => state === 'valid').length
  return (
    <div className="mx-auto max-w-2xl">
      <p className="no-print mb-2">
        <a href="/me" className="inline-flex min-h-touch items-center">
          {t('mine.back')}
        </a>
      </p>
      <h1>
        {t(current.length === 0 ? 'mine.none' : good === current.length ? 'mine.allGood' : 'mine.some', { count: current.length, good })}
      </h1>
      <p className="mt-4">
        <LinkButton href="/me/licences/new" weight="primary">
          {t('mine.enter')}
        </LinkButton>
      </p>
      {current.length === 0 ? (
        <Empty title={t('mine.emptyTitle')}>
          <p>{t('mine.emptyText')}</p>
        </Empty>
      ) : (
        <ul className="mt-6 border-t border-line">
          {current.map((licence) => (
            <LicenceLine key={licence.id} licence={licence} href={`/me/licences/${licence.id}`} />
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <details className="mt-6">
          <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">
            {t('mine.past', { count: past.length })}
          </summary>
          <ul className="border-t border-line">
            {past.map((licence) => (
              <LicenceLine key={licence.id} licence={licence} href={`/me/licences/${licence.id}`} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
