import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'

type Card = { slug: string; title: string; line: string; href: string; ages: readonly ('child' | 'teen' | 'adult' | 'older')[] }
type Skill = 'prevent' | 'escape' | 'fight'
type Reader = 'tenant' | 'parent' | 'shopkeeper' | 'courier' | 'teacher' | 'student' | 'villager' | 'carer' | 'worker' | 'guest'
type Page = {
  typed: string
  reader: Reader | null
  readers: readonly Reader[]
  isWhole: boolean
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
export function MicroList({ page: { typed, reader, readers, isWhole, count, season, groups } }: { page: Page }) {
  const { t } = useTranslation('outreach')
  return (
    <>
      <h1>{t('micro.list.title')}</h1>
      <p className="mt-2 text-ink2">{t('micro.list.lead')}</p>
      <form action="/m" className="mt-6 flex max-w-measure flex-wrap items-end gap-3">
        <label className="min-w-0 grow">
          <span className="font-semibold">{t('micro.list.search')}</span>
          <input
            type="search"
            name="q"
            defaultValue={typed}
            maxLength={60}
            autoComplete="off"
            className="mt-1 block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink"
          />
        </label>
        {reader !== null && <input type="hidden" name="who" value={reader} />}
        <Button>{t('micro.list.go')}</Button>
      </form>
      <nav aria-label={t('micro.list.reader.title')} className="mt-4 flex flex-wrap items-center gap-x-4">
        <span className="text-ink2">{t('micro.list.reader.title')}</span>
        {readers.map((one) => (
          <a
            key={one}
            href={`/m?who=${one}`}
            aria-current={one === reader ? 'true' : undefined}
            className="inline-flex min-h-touch items-center aria-[current]:font-semibold aria-[current]:no-underline"
          >
            {t(`micro.list.reader.${one}`)}
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
