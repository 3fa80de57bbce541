import { useTranslation } from '~/i18n/words'

type Facts = { unit: string; back: string; code: string; name: string; logins: string[]; until: string; address: string }

/** The slip itself, to print or to copy by hand now: its code is shown this once. */
export function Slip({ unit, back, code, name, logins, until, address }: Facts) {
  const { t } = useTranslation('people')
  return (
    <>
      <p className="no-print mt-2 max-w-measure text-due">{t('slip.once')}</p>
      <section aria-label={t('slip.paper')} className="mt-6 max-w-md border border-dashed border-field bg-raised p-6">
        <p className="text-ink2">{unit}</p>
        <p className="text-22 font-semibold">{name}</p>
        <dl className="mt-4 space-y-3">
          <Row term={t('slip.open')} value={address} />
          <div>
            <dt className="text-ink2">{t('slip.code')}</dt>
            <dd className="text-28 font-semibold tracking-wider">{code}</dd>
          </div>
          <Row term={t('slip.until')} value={until} />
          <Row term={t('slip.later')} value={logins.join(' · ')} />
        </dl>
        <p className="mt-4 text-ink2">{t('slip.keep')}</p>
      </section>
      <p className="no-print mt-6 text-ink2">{t('slip.print')}</p>
      <p className="no-print mt-2">
        <a className="inline-flex min-h-touch items-center" href={back}>
          {t('slip.back')}
        </a>
      </p>
    </>
  )
}

const Row = ({ term, value }: { term: string; value: string }) => (
  <div>
    <dt className="text-ink2">{term}</dt>
    <dd className="font-semibold">{value}</dd>
  </div>
)
