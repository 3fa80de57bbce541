import { useTranslation } from '~/i18n/words'
import { FrontReaders, type Reader } from './front-readers'
import { FrontSearch } from './front-search'

type Age = 'child' | 'teen' | 'adult' | 'older'
type Card = { slug: string; title: string; line: string; href: string; ages: readonly Age[] }
type Skill = 'prevent' | 'escape' | 'fight'
type Page = {
  typed: string
  reader: Reader | null
  readers: readonly Reader[]
  age: Age | null
  ages: readonly Age[]
  isWhole: boolean
  set: { href: string; title: string } | null
  count: number
  season: readonly Card[]
  groups: readonly { skill: Skill; lessons: readonly Card[] }[]
}

function Cards({ lessons }: { lessons: readonly Card[] }) {
  const { t } = useTranslation('outreach')
  return (
    <ul className="mt-3 grid gap-x-10 sm:grid-cols-2">
      {lessons.map(({ slug, title, line, href, ages }) => (
        <li key={slug} className="border-b border-line py-4">
          <h3>
            <a href={href} className="inline-flex min-h-touch items-center">
              {title}
            </a>
          </h3>
          <p className="text-ink2">{line}</p>
          <p className="mt-1 text-14 text-ink2">{ages.map((age) => t(`micro.list.age.${age}`)).join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}

/** The list of ninety-second lessons. */
export function MicroList({ page: { typed, reader, readers, age, ages, isWhole, set, count, season, groups } }: { page: Page }) {
  const { t } = useTranslation('outreach')
  return (
    <>
      <h1>{t('micro.list.title')}</h1>
      <p className="mt-2 text-ink2">{t('micro.list.lead')}</p>
      <div className="mt-6">
        <FrontSearch action="/m" label={t('micro.list.search')} typed={typed} who={reader} />
      </div>
      <div className="mt-6">
        <FrontReaders readers={readers} reader={reader} />
      </div>
      <nav aria-label={t('micro.list.ageTitle')} className="mt-3 flex flex-wrap items-center gap-x-5">
        <span className="text-ink2">{t('micro.list.ageTitle')}</span>
        {ages.map((one) => (
          <a
            key={one}
            href={`/m?${new URLSearchParams({ age: one, ...(reader === null ? {} : { who: reader }) })}`}
            aria-current={one === age ? 'true' : undefined}
            className="inline-flex min-h-touch items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {t(`micro.list.age.${one}`)}
          </a>
        ))}
      </nav>
      {!isWhole && (
        <p className="mt-4" role="status">
          {count === 0 ? t('micro.list.none') : t('micro.list.found', { count })}{' '}
          <a href="/m" className="ml-2 inline-flex min-h-touch items-center">
            {t('micro.list.everything')}
          </a>
        </p>
      )}
      {set !== null && (
        <p>
          <a href={set.href} className="inline-flex min-h-touch items-center">
            {t('micro.list.set', { title: set.title })}
          </a>
        </p>
      )}
      {season.length > 0 && (
        <section aria-labelledby="season" className="mt-8">
          <h2 id="season">{t('micro.list.season')}</h2>
          <Cards lessons={season} />
        </section>
      )}
      {groups.map(({ skill, lessons }) => (
        <section key={skill} aria-labelledby={skill} className="mt-8">
          <h2 id={skill}>{t(`micro.list.skill.${skill}`)}</h2>
          <Cards lessons={lessons} />
        </section>
      ))}
    </>
  )
}
