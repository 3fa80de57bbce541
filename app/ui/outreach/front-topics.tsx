import { useTranslation } from '~/i18n/words'
import { type Frame, FrontFrame } from './front-frame'

export type Topic = {
  skill: 'prevent' | 'escape' | 'fight'
  count: number
  lessons: readonly { slug: string; title: string; href: string }[]
}
export type Tip = { slug: string; title: string; line: string; href: string; picture: Frame }

/** What this month brings, each with its drawing. */
export function FrontSeason({ month, tips }: { month: number; tips: readonly Tip[] }) {
  const { t } = useTranslation('outreach')
  if (tips.length === 0) return null
  return (
    <section aria-labelledby="season" className="mt-12">
      <h2 id="season">{t('home.season', { month: t(`home.month.${month}`) })}</h2>
      <ul className="mt-4 grid gap-x-8 gap-y-5 lg:grid-cols-3">
        {tips.map(({ slug, title, line, href, picture }) => (
          <li key={slug} className="grid grid-cols-[120px_1fr] items-start gap-x-4 sm:grid-cols-[192px_1fr] lg:block">
            <FrontFrame picture={picture} isBeside />
            <div className="min-w-0">
              <h3 className="lg:mt-2">
                <a href={href} className="inline-flex min-h-touch items-center">
                  {title}
                </a>
              </h3>
              <p className="text-ink2">{line}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 会管·会逃·会救, the first lessons of each. */
export function FrontTopics({ topics }: { topics: readonly Topic[] }) {
  const { t } = useTranslation('outreach')
  return (
    <section aria-labelledby="topics" className="mt-12 border-t border-line pt-8">
      <h2 id="topics">{t('home.topics')}</h2>
      <div className="mt-4 grid gap-x-8 gap-y-6 sm:grid-cols-3">
        {topics.map(({ skill, count, lessons }) => (
          <section key={skill} aria-labelledby={`topic-${skill}`}>
            <h3 id={`topic-${skill}`}>{t(`micro.list.skill.${skill}`)}</h3>
            <ul className="mt-1 grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-4 sm:grid-cols-1">
              {lessons.map(({ slug, title, href }) => (
                <li key={slug}>
                  <a href={href} className="inline-flex min-h-touch items-center">
                    {title}
                  </a>
                </li>
              ))}
              {count > lessons.length && (
                <li>
                  <a href={`/m#${skill}`} className="inline-flex min-h-touch items-center text-ink2">
                    {t('home.topicAll', { count })}
                  </a>
                </li>
              )}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}
