import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { Empty, Notice } from '~/ui/kit/notice'
import { type Coverage, exportedAtMost } from './coverage'
import { CoverageFigures } from './coverage-figures'
import { CoverageFilter } from './coverage-filter'
import { CoverageNames } from './coverage-names'
import { CoverageStrip } from './coverage-strip'
import { CoverageTiles } from './coverage-tiles'
import { coverageAnswer } from './coverage-words'
import { useLocale } from './use-locale'

/** Which units and people are not covered on a day: the answer in words, the figures, and behind each figure its rows. */
export function CoverageView({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('duties')
  const { units, filter, names, total } = coverage
  return (
    <>
      <CoverageAnswer coverage={coverage} />
      <CoverageFilter coverage={coverage} />
      {units === 0 && (
        <Empty title={t(filter.isOn ? 'coverage.noneTitle' : 'coverage.nothingTitle')}>
          {t(filter.isOn ? 'coverage.none' : 'coverage.nothing')}
        </Empty>
      )}
      {units > 0 && names !== null && (
        <CoverageNames names={names} search={filter.search} isOneDuty={filter.duty !== ''} missed={total.missed ?? 'either'} />
      )}
      {units > 0 && names === null && <CoverageTables coverage={coverage} />}
      {units > 0 && <Export coverage={coverage} />}
      {total.figures.bound > 0 && names === null && <p className="mt-6 max-w-measure text-14 text-ink2">{t('coverage.counted')}</p>}
    </>
  )
}

function Export({ coverage: { filter, names } }: { coverage: Coverage }) {
  const { t } = useTranslation('duties')
  if (names !== null && names.total > exportedAtMost)
    return <p className="no-print mt-8 max-w-measure">{t('coverage.tooMany.text', tooMany(names))}</p>
  return (
    <p className="no-print mt-8">
      <LinkButton href={`/street/coverage.xlsx${filter.search && `?${filter.search}`}`}>{t('coverage.export')}</LinkButton>
    </p>
  )
}

const tooMany = ({ total }: { total: number }) => ({ n: total.toLocaleString('en'), most: exportedAtMost.toLocaleString('en') })

/** Where an export was asked for and the list is too long for it. */
export function ExportRefused({ coverage: { names } }: { coverage: Coverage }) {
  const { t } = useTranslation('duties')
  if (names === null || names.total <= exportedAtMost) return null
  return (
    <Notice kind="stop" title={t('coverage.tooMany.title')} live>
      <p>{t('coverage.tooMany.text', tooMany(names))}</p>
    </Notice>
  )
}

function CoverageAnswer({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const { on, today, units, yearEnd } = coverage
  const { answer, lead, isLate } = coverageAnswer((key, values = {}) => t(key, values), coverage, locale)
  return (
    <>
      <h1 className={`mt-1 ${isLate ? 'text-vermilion' : ''}`}>{answer}</h1>
      {coverage.about.length > 0 && <p className="mt-2 font-semibold">{coverage.about.join(' · ')}</p>}
      {units > 0 && <p className="mt-3">{lead}</p>}
      {on !== today && <p className="mt-1 text-ink2">{t(on > today ? 'coverage.ahead' : 'coverage.past')}</p>}
      <p className="no-print mt-1 flex flex-wrap gap-x-6">
        {on !== yearEnd && (
          <a href={dayAddress(coverage, yearEnd)} className="inline-flex min-h-touch items-center">
            {t('coverage.yearEndLink', { day: dayText(yearEnd, locale) })}
          </a>
        )}
        {on !== today && (
          <a href={dayAddress(coverage, null)} className="inline-flex min-h-touch items-center">
            {t('coverage.todayLink')}
          </a>
        )}
      </p>
    </>
  )
}

/** The same question about another day; null is today. */
function dayAddress({ filter }: Coverage, day: string | null): string {
  const query = new URLSearchParams(filter.search)
  if (day === null) query.delete('on')
  else query.set('on', day)
  return `?${query}`
}

function CoverageTables({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('duties')
  const { duties, places, placesAre, total, quiet } = coverage
  const isOpen = total.figures.overdue + total.figures.due
  return (
    <>
      {total.figures.bound > 0 && (
        <>
          <CoverageStrip figures={total.figures} missed={total.missed ?? 'either'} />
          {isOpen > 0 && (
            <p className="no-print mt-2">
              <a href={`?${total.search}${total.search && '&'}standing=open`} className="inline-flex min-h-touch items-center">
                {t('coverage.seeOpen', { n: isOpen })}
              </a>
            </p>
          )}
          <CoverageFigures title={t('coverage.duties')} heading={t('coverage.duty')} rows={duties} total={total} />
          <CoverageFigures
            title={t(placesAre === 'units' ? 'coverage.units' : 'coverage.places')}
            heading={t(placesAre === 'units' ? 'coverage.unit' : 'coverage.place')}
            rows={places}
            total={total}
          >
            {placesAre === 'places' && places.length > 1 && <CoverageTiles rows={places} missed={total.missed ?? 'either'} />}
          </CoverageFigures>
        </>
      )}
      {quiet.length > 0 && (
        <details className="mt-6">
          <summary className="inline-flex min-h-touch cursor-pointer items-center text-ink2 underline underline-offset-4">
            {t('coverage.quiet', { n: quiet.length })}
          </summary>
          <ul className="mt-2 list-disc pl-6 text-ink2">
            {quiet.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
