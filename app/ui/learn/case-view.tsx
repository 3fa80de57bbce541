import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { useLocale } from '../duties/use-locale'

export type CasePage = {
  title: string
  toll: string
  on: string
  mistake: string
  /** What the reader's own posts do differently. */
  yours: string[]
  /** The others; nobody named is everybody. */
  others: { who: string[]; does: string }[]
  source: { of: string; isReprint: boolean }
  html: string
  back: string
}

/** A warning case: what happened, the one mistake, and what your post does differently. */
export function CaseView({ page }: { page: CasePage }) {
  const { t } = useTranslation('learn')
  const locale = useLocale()
  const separator = t('refresher.and')
  return (
    <div className="lesson-page">
      <p className="no-print">
        <a href={page.back} className="inline-flex min-h-touch items-center">
          {t('refresher.back')}
        </a>
      </p>
      <p className="text-ink2">
        {t('refresher.case')} · {dayText(page.on, locale)}
      </p>
      <h1 className="mt-1">{page.title}</h1>
      <p className="mt-2 text-18 text-ink2">{page.toll}</p>
      <article className="mt-6">
        <div className="lesson" dangerouslySetInnerHTML={{ __html: page.html }} />
        <div className="lesson">
          <section className="lesson-box lesson-dont">
            <h2 className="lesson-box-title text-18">{t('refresher.mistake')}</h2>
            <p>{page.mistake}</p>
          </section>
          <section className="lesson-box lesson-do">
            <h2 className="lesson-box-title text-18">{t('refresher.yours')}</h2>
            {page.yours.map((does) => (
              <p key={does}>{does}</p>
            ))}
          </section>
          {page.others.length > 0 && (
            <section>
              <h2 className="text-18">{t('refresher.others')}</h2>
              <dl className="mt-2">
                {page.others.map(({ who, does }) => (
                  <div key={does} className="border-t border-line py-3">
                    <dt className="text-16 font-semibold text-ink2">{who.length === 0 ? t('refresher.everybody') : who.join(separator)}</dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
          <p className="lesson-source">
            {t('lesson.source', { of: page.source.of })}
            {page.source.isReprint && <span className="lesson-reprint">{t('course.reprint')}</span>}
          </p>
        </div>
      </article>
      <p className="no-print mt-8">
        <LinkButton href={page.back} weight="primary">
          {t('refresher.backButton')}
        </LinkButton>
      </p>
    </div>
  )
}
