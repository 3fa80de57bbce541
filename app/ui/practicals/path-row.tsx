import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import type { PathShown } from './path'
import { PathSteps } from './path-steps'

/** One person on a list: how far, what is next and who does it, and every step behind a tap. */
export function PathRow({ row, href }: { row: PathShown; href: string }) {
  const { t } = useTranslation('practicals')
  const locale = useLocale()
  const { person, position, next, since, waitedDays, done, steps, mayWork } = row
  return (
    <li className="border-t border-line py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p className="text-18">
          <a href={href} className="font-semibold">
            {person.name}
          </a>{' '}
          <span className="text-16 text-ink2">{position}</span>
        </p>
        <p className={mayWork ? 'text-met' : 'text-vermilion'}>{t(mayWork ? 'path.cleared.yes' : 'path.cleared.no')}</p>
      </div>
      {next === null ? (
        <p className="text-met">{t('path.complete')}</p>
      ) : (
        <>
          <p>
            <span className="font-semibold">{t('path.nextIs', { title: next.title })}</span> {next.next}
            {next.href !== null && (
              <a href={next.href} className="ml-3 inline-flex min-h-touch items-center">
                {t('path.go')}
              </a>
            )}
          </p>
          <p className="text-ink2">
            {t(`path.acts.${next.acts}`)}
            {since !== null && waitedDays !== null && ` · ${t('path.waited', { day: dayText(since, locale), count: waitedDays })}`}
          </p>
        </>
      )}
      <details>
        <summary className="opens inline-flex min-h-touch items-center text-ink2">{t('path.progress', { done, of: steps.length })}</summary>
        <PathSteps path={row} />
      </details>
    </li>
  )
}
