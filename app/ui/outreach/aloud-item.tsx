import { useTranslation } from '~/i18n/words'

export type Script = { slug: string; title: string; text: string; href: string; screen: string }

/** One script: large enough to be read standing at a microphone. On paper it is the text alone. */
export function AloudItem({ script, when, isAlone = false }: { script: Script; when?: string; isAlone?: boolean }) {
  const { t } = useTranslation('outreach')
  const { slug, title, text, href, screen } = script
  return (
    <article
      id={slug}
      aria-labelledby={`${slug}-title`}
      className={`break-inside-avoid border-b border-line py-5 print:border-0 ${isAlone ? 'print:break-after-page' : ''}`}
    >
      <h3 id={`${slug}-title`} className={isAlone ? 'print:text-36' : ''}>
        {title}
      </h3>
      {when !== undefined && <p className="mt-1 font-semibold text-ink2">{when}</p>}
      <p className={`mt-2 max-w-measure text-18 leading-[1.8] ${isAlone ? 'print:max-w-none print:text-28 print:leading-[1.8]' : ''}`}>
        {text}
      </p>
      <ul className="no-print mt-2 flex flex-wrap gap-x-6">
        <li>
          <a
            href={`/aloud.txt?lesson=${slug}`}
            download
            className="inline-flex min-h-touch items-center"
            aria-describedby={`${slug}-title`}
          >
            {t('aloud.text')}
          </a>
        </li>
        <li>
          <a href={screen} className="inline-flex min-h-touch items-center" aria-describedby={`${slug}-title`}>
            {t('aloud.screen')}
          </a>
        </li>
        <li>
          <a href={href} className="inline-flex min-h-touch items-center" aria-describedby={`${slug}-title`}>
            {t('aloud.lesson')}
          </a>
        </li>
      </ul>
    </article>
  )
}
