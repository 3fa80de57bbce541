import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button, LinkButton } from '~/ui/kit/button'
import { Empty } from '~/ui/kit/notice'
import { DailyChart } from './daily-chart'
import { Missed, NextToHang } from './place-missed'
import { PosterReports } from './place-reports'
import type { SitePage } from './site'
import { SitePosters } from './site-posters'

const windows = ['7', '30', '365'] as const

/** One staircase: was it ever scanned, what do people get wrong there, what hangs next. */
export function SiteView({ page }: { page: SitePage }) {
  const { t } = useTranslation('outreach')
  const locale = useLocale()
  const { site, days, state, lastOn, posters, earlier, daily, missed, next, reports } = page
  const asked = new URLSearchParams({ place: site.place.id, site: site.id })
  return (
    <>
      <p className="no-print mb-2">
        <a href={`/street/posters?place=${site.place.id}`} className="inline-flex min-h-touch items-center">
          {t('place.back')}
        </a>
      </p>
      <p className="text-ink2">
        {site.place.name} · {t(`place.kind.${site.kind}`)}
      </p>
      <h1 className="mt-1">{t(`site.answer.${state}`, { name: site.name, day: lastOn === null ? '' : dayText(lastOn, locale) })}</h1>
      <p className="no-print mt-5">
        <LinkButton href={`/street/posters/print?${asked}`} weight={posters.length === 0 ? 'primary' : 'plain'}>
          {t('site.print')}
        </LinkButton>
      </p>
      <PosterReports reports={reports} />
      <section aria-labelledby="hangs" className="mt-8 max-w-measure">
        <h2 id="hangs">{t('site.hangs')}</h2>
        {posters.length === 0 ? <Empty title={t('site.bare')} /> : <SitePosters posters={posters} />}
        {earlier.map(({ lesson, opened }) => (
          <p key={lesson} className="mt-2 text-ink2">
            {t('site.earlier', { lesson, opened })}
          </p>
        ))}
      </section>
      <section aria-labelledby="daily" className="mt-10 max-w-3xl">
        <h2 id="daily">{t('site.daily')}</h2>
        <nav aria-label={t('place.filter.days')} className="no-print flex flex-wrap gap-x-5">
          {windows.map((one) => (
            <a
              key={one}
              href={`?days=${one}`}
              aria-current={one === days ? 'true' : undefined}
              className="inline-flex min-h-touch items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {t(`place.days.${one}`)}
            </a>
          ))}
        </nav>
        <DailyChart daily={daily} />
      </section>
      <NextToHang next={next} place={site.place.id} site={site.id} />
      {missed.length > 0 && (
        <section aria-labelledby="missed" className="mt-10 max-w-measure">
          <h2 id="missed">{t('place.missed.title')}</h2>
          <ul className="mt-2">
            {missed.map((row) => (
              <Missed key={row.key} row={row} place={site.place.id} site={site.id} />
            ))}
          </ul>
        </section>
      )}
      <form method="post" className="no-print mt-12 max-w-measure border-t border-line pt-6">
        <p className="mb-3 text-ink2">{t('site.endLead')}</p>
        <Button name="end" value="yes">
          {t('site.end')}
        </Button>
      </form>
    </>
  )
}
