import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import type { PlacePage, ReportRow } from './place'

function Reports({ reports }: { reports: readonly ReportRow[] }) {
  const { t } = useTranslation('outreach')
  const locale = useLocale()
  return (
    <ul className="mt-2">
      {reports.map(({ id, code, where, siteId, fault, note, at }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
          <div className="min-w-0">
            <p className="font-semibold">
              {siteId === null ? t('place.reports.code', { code: code || '–' }) : <a href={`/street/posters/sites/${siteId}`}>{where}</a>}
              {' · '}
              {t(`poster.report.faults.${fault}`)}
            </p>
            {note !== '' && <p className="break-words">{note}</p>}
            <p className="text-14 text-ink2">{instantText(at, locale)}</p>
          </div>
          <form method="post" className="no-print">
            <Button name="handled" value={id}>
              {t('place.reports.handled')}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}

/** Posters that passers-by say are damaged. */
export function PosterReports({ reports }: { reports: readonly ReportRow[] }) {
  const { t } = useTranslation('outreach')
  if (reports.length === 0) return null
  return (
    <section aria-labelledby="reports" className="mt-8 max-w-measure border-l-4 border-due pl-4">
      <h2 id="reports">{t('place.reports.title', { count: reports.length })}</h2>
      <Reports reports={reports} />
    </section>
  )
}

/** What was scanned or reported with a code that nobody knows; for administrators, because it belongs to no place. */
export function UnknownCodes({ unknown }: { unknown: PlacePage['unknown'] }) {
  const { t } = useTranslation('outreach')
  if (unknown === null || (unknown.scans === 0 && unknown.reports.length === 0)) return null
  return (
    <section aria-labelledby="unknown" className="mt-10 max-w-measure">
      <h2 id="unknown">{t('place.unknown.title')}</h2>
      <p className="mt-1 text-ink2">{t('place.unknown.text', { count: unknown.scans })}</p>
      {unknown.reports.length > 0 && <Reports reports={unknown.reports} />}
    </section>
  )
}
