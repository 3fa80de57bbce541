import { useTranslation } from '~/i18n/words'

const before = ['plan', 'cards', 'sheet'] as const

/** What can be printed for a drill that is to come: its plan, the cards of who does what, and the sheet for a roll call on paper. */
export function PaperLinks({ drillId }: { drillId: string }) {
  const { t } = useTranslation('drillpapers')
  return (
    <section aria-labelledby="papers" className="mt-8">
      <h2 id="papers">{t('links.title')}</h2>
      <ul className="mt-1 flex flex-wrap gap-x-6">
        {before.map((paper) => (
          <li key={paper}>
            <a href={`/drills/${drillId}/${paper}.pdf`} className="inline-flex min-h-touch items-center">
              {t(`links.${paper}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The record as a file; `version`: an earlier signature, null for what counts now. */
export function RecordLinks({ drillId, version }: { drillId: string; version: number | null }) {
  const { t } = useTranslation('drillpapers')
  const search = version === null ? '' : `?version=${version}`
  return (
    <p className="no-print flex flex-wrap gap-x-6">
      <a href={`/drills/${drillId}/record.pdf${search}`} className="inline-flex min-h-touch items-center">
        {t('links.recordPdf')}
      </a>
      <a href={`/drills/${drillId}/record.xlsx${search}`} className="inline-flex min-h-touch items-center">
        {t('links.recordXlsx')}
      </a>
    </p>
  )
}
