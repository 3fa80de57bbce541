import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import type { PlacePage } from './place'
import { PlaceFilter } from './place-filter'
import { MissedQuestions, NextToHang } from './place-missed'
import { PackList } from './place-packs'
import { PosterReports, UnknownCodes } from './place-reports'
import { SiteTable } from './site-table'

/** The posters of a place: which were never scanned, what people get wrong, what to hang next. */
export function PlaceView({ page }: { page: PlacePage }) {
  const { t } = useTranslation('outreach')
  const { frame, counts, rows, listed, filter } = page
  const asked = new URLSearchParams({ place: frame.place.id })
  const answer = counts.sites === 0 ? 'nothing' : counts.never > 0 ? 'never' : counts.bare > 0 ? 'bare' : 'all'
  return (
    <>
      <p className="text-ink2">{t('place.title', { place: frame.place.name })}</p>
      <h1 className="mt-1">{t(`place.answer.${answer}`, { ...counts })}</h1>
      <p className="mt-3 max-w-measure text-ink2">
        {counts.sites === 0 ? t('place.lead.nothing') : t('place.lead.some', { ...counts, days: t(`place.days.${frame.days}`) })}
        {counts.capped > 0 && ` ${t('place.lead.capped', { ...counts })}`}
      </p>
      <p className="no-print mt-5 flex flex-wrap gap-3">
        {counts.sites > 0 && (
          <LinkButton href={`/street/posters/print?${asked}`} weight="primary">
            {t('place.print')}
          </LinkButton>
        )}
        <LinkButton href={`/street/posters/new?${asked}`} weight={counts.sites > 0 ? 'plain' : 'primary'}>
          {t('place.add')}
        </LinkButton>
      </p>
      {(counts.never > 0 || counts.bare > 0) && (
        <p className="no-print mt-3 flex flex-wrap gap-x-6">
          {counts.never > 0 && (
            <a href={`/street/posters?${asked}&only=never#sites`} className="inline-flex min-h-touch items-center">
              {t('place.showNever', { ...counts })}
            </a>
          )}
          {counts.bare > 0 && (
            <a href={`/street/posters/print?${asked}&bare=1`} className="inline-flex min-h-touch items-center">
              {t('place.printBare')}
            </a>
          )}
        </p>
      )}
      <PosterReports reports={page.reports} />
      <NextToHang next={page.next} place={frame.place.id} />
      <MissedQuestions page={page} />
      <section aria-labelledby="sites" className="mt-10">
        <h2 id="sites">{t('place.sites')}</h2>
        <PlaceFilter page={page} />
        {listed === 0 && counts.sites > 0 && <Empty title={t('place.noneFits')} />}
        {listed > 0 && <SiteTable rows={rows} />}
        {page.pages > 1 && <Pager page={page.page} pages={page.pages} total={listed} search={filter.search} />}
        {counts.sites > 0 && (
          <p className="no-print mt-4">
            <a href={`/street/posters.xlsx?${filter.search}`} className="inline-flex min-h-touch items-center">
              {t('place.export')}
            </a>
          </p>
        )}
      </section>
      <PackList packs={page.packs} />
      <UnknownCodes unknown={page.unknown} />
    </>
  )
}
