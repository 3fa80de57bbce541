import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import type { MyRoute } from './my-routes'

/** What does instead of a class, for whoever was told so; nothing where nobody was. */
export function MyRoutesView({ routes }: { routes: readonly MyRoute[] }) {
  const { t } = useTranslation('classcover')
  const locale = useLocale()
  if (routes.length === 0) return null
  return (
    <section aria-labelledby="my-routes" className="mt-8 max-w-measure">
      <h2 id="my-routes">{t('makeUp.mine')}</h2>
      <p className="mt-1 text-ink2">{t('makeUp.mineLead')}</p>
      <ul className="mt-2">
        {routes.map(({ id, title, words, course, done }) => (
          <li key={id} className="border-b border-line py-2">
            {course === null ? words : <a href={`/courses/${course}`}>{words}</a>}
            <span className="block text-14 text-ink2">
              {title}
              {done !== null && ` · ${t('makeUp.mineDone', { day: dayText(done, locale) })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
