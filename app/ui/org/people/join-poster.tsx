import { useTranslation } from '~/i18n/words'
import { Qr } from './qr'

type Facts = { unit: string; code: string; address: string; modules: boolean[][]; expiresOn: string | null }

/** One A4 page for the notice board: the unit, a large code to scan, the same in type, and what to do, in both languages. */
export function JoinPoster({ unit, code, address, modules, expiresOn }: Facts) {
  const { t } = useTranslation('people')
  return (
    <section
      aria-label={t('code.poster')}
      className="mt-6 max-w-measure border border-line bg-raised px-6 py-8 text-center print:mt-0 print:max-w-none print:border-0 print:py-0 print:text-18"
    >
      <p className="text-22 font-semibold print:text-36">{unit}</p>
      <div className="mt-1">
        <BothLanguages line="head" />
      </div>
      <div className="mx-auto mt-4 w-full max-w-sm print:max-w-none print:w-[120mm]">
        <Qr modules={modules} label={t('code.qr', { unit })} />
      </div>
      <p className="mt-4 text-28 font-semibold tracking-widest print:text-36">{code}</p>
      <p className="text-ink2">{address}</p>
      <ol className="mx-auto mt-6 max-w-measure list-decimal space-y-1 pl-6 text-left">
        {(['scan', 'fill', 'learn'] as const).map((step) => (
          <li key={step}>
            <BothLanguages line={step} />
          </li>
        ))}
      </ol>
      {expiresOn && <p className="mt-4 text-ink2">{t('code.until', { day: expiresOn })}</p>}
    </section>
  )
}

const languages = [
  { locale: 'zh', tag: 'zh-CN', look: '' },
  { locale: 'en', tag: 'en', look: 'text-ink2' },
] as const

/** The same line in both languages: whoever stands before the paper has not chosen one. */
function BothLanguages({ line }: { line: 'head' | 'scan' | 'fill' | 'learn' }) {
  const { t } = useTranslation('people')
  return (
    <>
      {languages.map(({ locale, tag, look }) => (
        <span key={locale} lang={tag} className={`block ${look}`}>
          {t(`poster.${locale}.${line}`)}
        </span>
      ))}
    </>
  )
}
