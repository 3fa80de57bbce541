import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Notice } from '~/ui/kit/notice'

export type Slip = {
  name: string
  login: string
  staffNumber: string
  unitName: string | null
  code: string
  expiresAt: string
  address: string
}

/** A one-time slip, to be printed or read aloud now: nobody can show it again. */
export function SlipPaper({ slip, back }: { slip: Slip; back: string }) {
  const { t } = useTranslation('org')
  const locale = useLocale()
  return (
    <>
      <div className="no-print">
        <Notice kind="warn" title={t('slip.onceTitle')} live>
          <p>{t('slip.onceText')}</p>
        </Notice>
      </div>
      <section className="max-w-measure rounded border border-field bg-raised p-6">
        <h2>{t('slip.title')}</h2>
        <p className="mt-3 text-18">
          {slip.name}
          {slip.unitName && <span className="text-ink2"> · {slip.unitName}</span>}
        </p>
        <p className="mt-5 text-14 text-ink2">{t('slip.code')}</p>
        <p className="whitespace-nowrap font-mono text-22 font-semibold sm:text-28">{slip.code}</p>
        <ol className="mt-5 list-decimal pl-5">
          <li>{t('slip.step1', { address: slip.address })}</li>
          <li>{t('slip.step2')}</li>
          <li>{t('slip.step3', { login: slip.login, staffNumber: slip.staffNumber })}</li>
        </ol>
        <p className="mt-4 text-14 text-ink2">{t('slip.until', { instant: instantText(slip.expiresAt, locale) })}</p>
      </section>
      <p className="no-print mt-6 flex flex-wrap items-center gap-x-6 text-ink2">
        <span>{t('slip.print')}</span>
        <a href={back} className="inline-flex min-h-touch items-center">
          {t('slip.back')}
        </a>
      </p>
    </>
  )
}
