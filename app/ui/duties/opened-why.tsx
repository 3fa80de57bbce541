import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import type { DutyLine } from './duty-line'
import { StandingWhy } from './standing-why'
import { dateOf, lookOf, toneText } from './tone'
import { useLocale } from './use-locale'

/** One line of a table opened in place: whose it is, how it stands, and everything 为什么 opens to. */
export function OpenedWhy({ who, line, closeHref }: { who: string; line: DutyLine; closeHref: string }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const { icon, tone, word } = lookOf(line)
  const date = dateOf(line)
  return (
    <section aria-label={t('opened.about', { name: who, duty: line.title })} className="pb-2 text-left font-normal sm:pl-4">
      <p className="font-semibold">
        {who} · {line.title}
      </p>
      <p className={`mb-3 flex flex-wrap items-center gap-x-2 ${toneText[tone]}`}>
        <Icon name={icon} />
        <span className="font-semibold">{t(word)}</span>
        {date && <span>{t(date.key, { day: dayText(date.day, locale) })}</span>}
      </p>
      <StandingWhy duty={line.duty} why={line.why} />
      <p className="no-print">
        <a href={closeHref} className="inline-flex min-h-touch items-center">
          {t('opened.close')}
        </a>
      </p>
    </section>
  )
}

/** The link that opens a line's 为什么 in its place, or closes it. */
export function WhyLink({ href, isOpen, about }: { href: string; isOpen: boolean; about: { name: string; duty: string } }) {
  const { t } = useTranslation('duties')
  return (
    <a href={href} className="no-print inline-flex min-h-touch items-center whitespace-nowrap sm:-my-3 sm:min-h-0 sm:py-3">
      {t(isOpen ? 'opened.close' : 'why.summary')}
      <span className="sr-only">{t('opened.of', about)}</span>
    </a>
  )
}
