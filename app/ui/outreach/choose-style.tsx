import { posterStyles } from '~/domain/outreach/poster'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'

/** Three styles, each shown as the poster of one lesson. */
export function ChooseStyle({ sample, name = 'style', chosen = 'notice' }: { sample: string; name?: string; chosen?: string }) {
  const { t } = useTranslation('outreach')
  const locale = useLocale()
  return (
    <fieldset className="mt-8">
      <legend className="text-18 font-semibold">{t('choose.style')}</legend>
      <div className="mt-3 grid max-w-3xl grid-cols-3 gap-3 sm:gap-6">
        {posterStyles.map((style) => (
          <label key={style} className="block cursor-pointer">
            <img
              src={`/m/${sample}/poster/${style}-a4-${locale}.svg`}
              alt={t(`choose.styleAlt.${style}`)}
              width="210"
              height="297"
              loading="lazy"
              className="h-auto w-full rounded border border-line"
            />
            <span className="flex min-h-touch items-center gap-2">
              <input type="radio" name={name} value={style} defaultChecked={style === chosen} required className="h-5 w-5 shrink-0" />
              {t(`choose.styles.${style}`)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
