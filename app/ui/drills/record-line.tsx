import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'

/** One line of the form: what is asked, where the law asks it, and what is recorded, or that nothing is. */
export function Line({ what, clause, later, children }: { what: string; clause?: string; later?: boolean; children: ReactNode }) {
  const { t } = useTranslation('drillrecord')
  return (
    <div className="grid break-inside-avoid-page border-b border-field sm:grid-cols-[11em_1fr] print:grid-cols-[9em_1fr]">
      <dt className="px-3 pt-2 font-semibold sm:border-r sm:border-field sm:py-2 print:border-r print:border-field print:py-1">
        {what}
        {clause !== undefined && <span className="block text-14 font-normal text-ink2">{clause}</span>}
      </dt>
      <dd className="min-w-0 px-3 pb-2 sm:py-2 print:py-1">
        {children}
        {later && <p className="mt-1 text-14 text-ink2">{t('record.later')}</p>}
      </dd>
    </div>
  )
}

export function NotRecorded() {
  const { t } = useTranslation('drillrecord')
  return <span className="text-ink2">{t('record.nothing')}</span>
}
