import type { TFunction } from 'i18next'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import type { UnitAttendance } from './attendance'
import { AttendanceFilter, YearLinks } from './attendance-filter'
import { AttendanceGrid } from './attendance-grid'
import { NextDrillWords } from './attendance-next'

/** Who was at which drill of a unit in a year; who was at none stands first. */
export function AttendanceView({ page, isManaged }: { page: UnitAttendance; isManaged: boolean }) {
  const { t } = useTranslation('drillyear')
  const { unit, year, drills, here, gone, next, filter, total } = page
  const base = `/units/${unit.id}/drills`
  const [inPost, others] = [here.none + here.some + here.all, gone.none + gone.some + gone.all]
  return (
    <>
      <p className="no-print">
        <a href={base} className="inline-flex min-h-touch items-center">
          {t('unit.back')}
        </a>
      </p>
      <p className="text-ink2">
        {unit.name} · {t('unit.title', { year })}
      </p>
      <h1 className="mt-1">{headline(t, page)}</h1>
      {drills.length > 0 && <p className="mt-2">{t('unit.here', { count: inPost, ...here })}</p>}
      {drills.length > 0 && others > 0 && <p className="text-ink2">{t('unit.gone', { count: others, ...gone })}</p>}
      <YearLinks page={page} path={`${base}/attendance`} />
      {drills.length === 0 ? (
        <Empty title={t('unit.noDrills', { year })}>
          <p>{next === null ? t('unit.noDrillsWhat') : <NextDrillWords next={next} />}</p>
          {isManaged && (
            <p className="mt-2">
              <a href={`${base}/new`} className="inline-flex min-h-touch items-center">
                {t('unit.plan')}
              </a>
            </p>
          )}
        </Empty>
      ) : (
        <>
          <Drills page={page} />
          <AttendanceFilter page={page} />
          <p className="no-print text-ink2">
            {t('unit.shown', { count: total, all: inPost + others })}{' '}
            <a href={`${base}/attendance.xlsx?${filter.search}`} className="ml-2 inline-flex min-h-touch items-center">
              {t('xlsx')}
            </a>
          </p>
          {total === 0 ? (
            <Empty title={t('unit.nobody')} />
          ) : (
            <AttendanceGrid page={page} people={isManaged ? `/units/${unit.id}/people` : `/street/units/${unit.id}/people`} />
          )}
          {page.pages > 1 && <Pager page={page.page} pages={page.pages} total={total} search={filter.search} />}
          <p className="mt-6 max-w-measure text-14 text-ink2">{t('unit.how')}</p>
        </>
      )}
    </>
  )
}

function headline(t: TFunction, { year, drills, here, isThisYear }: UnitAttendance): string {
  if (drills.length === 0) return t('unit.headNothing', { year })
  if (here.none === 0) return t('unit.headAll', { year })
  return t(isThisYear ? 'unit.headNow' : 'unit.head', { year, count: here.none })
}

/** Each drill of the year: how many of how many. */
function Drills({ page: { drills } }: { page: UnitAttendance }) {
  const { t } = useTranslation('drillyear')
  const locale = useLocale()
  return (
    <section className="mt-6 max-w-measure" aria-labelledby="drills">
      <h2 id="drills" className="text-18">
        {t('unit.drills', { count: drills.length })}
      </h2>
      <ul className="mt-1 border-t border-line">
        {drills.map(({ id, on, kind, way, expected, there, href }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line pb-2 sm:pb-0">
            <span className="inline-flex min-h-touch flex-wrap items-center gap-x-2">
              {href === null ? dayText(on, locale) : <a href={href}>{dayText(on, locale)}</a>}
              <span>{kind}</span>
              {way === 'paper' && <Paper />}
            </span>
            <span className="tabular-nums text-ink2">{expected === 0 ? t('unit.noNames') : t('unit.ofExpected', { there, expected })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Entered after the fact. */
export function Paper() {
  const { t } = useTranslation('drillyear')
  return <span className="rounded border border-field px-1 text-14 text-ink2">{t('paper')}</span>
}
