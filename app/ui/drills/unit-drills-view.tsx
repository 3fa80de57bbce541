import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { StandingLine } from '~/ui/duties/standing-line'
import { useLocale } from '~/ui/duties/use-locale'
import { LinkButton } from '~/ui/kit/button'
import { Empty } from '~/ui/kit/notice'
import { OpenFindings } from './findings-open'
import { OwedRedrills } from './redrill-view'
import type { DrillLine, UnitDrills } from './unit-drills'

/** A unit's drills: what is asked and when, what is planned or waits to be signed, what was held. */
export function UnitDrillsView({ page }: { page: UnitDrills }) {
  const { t } = useTranslation('drills')
  const locale = useLocale()
  const { unit, asked, open, past, isManaged } = page
  return (
    <div className="max-w-measure">
      <p className="text-ink2">{unit.name}</p>
      <h1 className="mt-1">{t('list.title')}</h1>
      {isManaged && (
        <div className="mt-4 flex flex-wrap gap-3">
          <LinkButton href={`/units/${unit.id}/drills/new`} weight="primary" className="w-full sm:w-auto">
            {t('list.plan')}
          </LinkButton>
          <LinkButton href={`/units/${unit.id}/drills/log`} className="grow sm:grow-0">
            {t('list.log')}
          </LinkButton>
          <LinkButton href={`/units/${unit.id}/drills/past`} className="grow sm:grow-0">
            {t('list.past')}
          </LinkButton>
          <LinkButton href={`/imports?kind=drills&unit=${unit.id}`} className="grow sm:grow-0">
            {t('imports:link.drills')}
          </LinkButton>
        </div>
      )}
      <section className="mt-8" aria-labelledby="asked">
        <h2 id="asked">{t('list.asked')}</h2>
        {asked.length === 0 ? (
          <p className="mt-2 text-ink2">{t('list.askedNothing')}</p>
        ) : (
          <ul className="mt-2 border-t border-line">
            {asked.map(({ line, propose, kind }) => (
              <StandingLine key={line.duty} line={line}>
                {propose !== null && isManaged && (
                  <a href={`/units/${unit.id}/drills/new?on=${propose}&kind=${kind}`} className="inline-flex min-h-touch items-center">
                    {t('list.propose', { day: dayText(propose, locale) })}
                  </a>
                )}
              </StandingLine>
            ))}
          </ul>
        )}
      </section>
      <p className="mt-2 flex flex-wrap gap-x-6">
        {isManaged && (
          <a href={`/units/${unit.id}/year`} className="inline-flex min-h-touch items-center">
            {t('list.year')}
          </a>
        )}
        <a href={`/units/${unit.id}/drills/attendance`} className="inline-flex min-h-touch items-center">
          {t('list.attendance')}
        </a>
      </p>
      <Lines id="open" title={t('list.open')} lines={open} />
      <OwedRedrills page={page} />
      <OpenFindings findings={page.findings} isManaged={isManaged} />
      <Lines id="past" title={t('list.held')} lines={past} />
      <p className="mt-8">
        <a href={`/units/${unit.id}/folder`} className="inline-flex min-h-touch items-center">
          {t('drillpapers:links.folder')}
        </a>
      </p>
      {open.length + past.length === 0 && (
        <Empty title={t('list.none')}>
          <p>{t('list.noneWhat')}</p>
        </Empty>
      )}
    </div>
  )
}

function Lines({ id, title, lines }: { id: string; title: string; lines: DrillLine[] }) {
  const { t } = useTranslation('drills')
  const locale = useLocale()
  if (lines.length === 0) return null
  return (
    <section className="mt-8" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="mt-2 border-t border-line">
        {lines.map((line) => (
          <li key={line.id} className="border-b border-line py-3">
            <a href={`/drills/${line.id}`} className="inline-flex min-h-touch items-center font-semibold">
              {line.title}
            </a>
            <p>
              <span className="font-semibold">{t(`state.${line.state}`)}</span>
              <span className="ml-2 tabular-nums">
                {dayText(line.on, locale)} {line.startsAt}
              </span>
            </p>
            <p className="text-14 text-ink2">
              {[
                line.kind,
                line.target,
                line.isRedrill ? t('redrill.mark') : '',
                line.unannounced ? t('list.unannounced') : '',
                line.way === 'paper' ? t('list.paper') : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
