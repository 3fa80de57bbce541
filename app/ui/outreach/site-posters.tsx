import { posterFormats, posterSizes, posterStyles } from '~/domain/outreach/poster'
import { spokenCode } from '~/domain/outreach/poster-code'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import type { SitePoster } from './site'

/** The files of one poster in every look, folded: one print now and then needs no pack. */
function Files({ code }: { code: string }) {
  const { t } = useTranslation('outreach')
  const locale = useLocale()
  return (
    <details className="no-print">
      <summary className="opens flex min-h-touch cursor-pointer items-center text-indigo">{t('site.files')}</summary>
      <ul className="pb-2">
        {posterStyles.map((style) => (
          <li key={style} className="mt-2">
            <p className="font-semibold">{t(`choose.styles.${style}`)}</p>
            {posterSizes.map((size) => (
              <p key={size} className="flex flex-wrap items-center gap-x-4">
                <span className="w-40 text-ink2">{t(`choose.sizes.${size}`)}</span>
                {posterFormats.map((format) => (
                  <a
                    key={format}
                    href={`/street/posters/codes/${code}/${style}-${size}-${locale}.${format}`}
                    download
                    className="inline-flex min-h-touch items-center"
                  >
                    {format.toUpperCase()}
                  </a>
                ))}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What hangs at a site: each poster with its code, what it has done, its files, and a way to say that it was taken down. */
export function SitePosters({ posters }: { posters: readonly SitePoster[] }) {
  const { t } = useTranslation('outreach')
  const locale = useLocale()
  return (
    <ul className="mt-2">
      {posters.map(({ id, code, lesson, since, opened, finished, promised, capped }) => (
        <li key={id} className="border-b border-line py-4">
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <div>
              <h3>{lesson}</h3>
              <p className="text-ink2">{t('site.since', { code: spokenCode(code), day: dayText(since, locale) })}</p>
              <p>
                {t('site.did', { opened, finished, promised })}
                {capped > 0 && ` ${t('site.capped', { capped })}`}
              </p>
            </div>
            <form method="post" className="no-print">
              <button type="submit" name="takeDown" value={id} className="min-h-touch text-ink2 underline underline-offset-4">
                {t('site.takeDown')}
              </button>
            </form>
          </div>
          <Files code={code} />
        </li>
      ))}
    </ul>
  )
}
