import type { ReactNode } from 'react'
import { dayText, instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import type { CheckView, LawView, LicenceView } from './view'

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid gap-x-4 border-b border-line py-3 sm:grid-cols-[10rem_1fr]">
    <dt className="text-ink2">{name}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </div>
)

/** What is printed on the card, as it was copied; what is not printed says so. */
export function LicenceFacts({ licence }: { licence: LicenceView }) {
  const { t } = useTranslation('licences')
  const locale = useLocale()
  return (
    <section aria-labelledby="printed" className="mt-8 max-w-measure">
      <h2 id="printed" className="text-18">
        {t('facts.title')}
      </h2>
      <dl className="mt-2">
        <Fact name={t('field.printedName')}>{licence.holder}</Fact>
        <Fact name={t('field.number')}>
          <span className="tabular-nums">{licence.number}</span>
          {licence.isMasked && <span className="block text-14 text-ink2">{t('facts.masked')}</span>}
        </Fact>
        {licence.printed.map(({ field, text, day }) => (
          <Fact key={field} name={t(`field.${field}`)}>
            {day !== null ? (
              dayText(day, locale)
            ) : text === null ? (
              <span className="text-ink2">{t('facts.notPrinted')}</span>
            ) : field === 'level' ? (
              t(`level.${text}`)
            ) : (
              text
            )}
          </Fact>
        ))}
        <Fact name={t('facts.entered')}>
          {dayText(licence.recordedOn, locale)}
          {licence.recordedBy !== null && ` · ${licence.recordedBy}`}
        </Fact>
        <Fact name={t('facts.lets')}>{licence.gives === null ? t('facts.notAccepted') : licence.lets}</Fact>
      </dl>
      {licence.hasPhoto && (
        <details className="mt-3">
          <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">{t('photo.show')}</summary>
          <p className="text-14 text-ink2">{t('photo.private')}</p>
          <img
            src={`/licences/${licence.id}/photo`}
            alt={t('photo.alt', { name: licence.name })}
            loading="lazy"
            className="mt-2 max-w-full rounded"
          />
        </details>
      )}
    </section>
  )
}

const Rule = ({ rule }: { rule: LawView['rules'][number] }) => {
  const { t } = useTranslation('licences')
  const locale = useLocale()
  const span = { from: rule.from === null ? '' : dayText(rule.from, locale), to: rule.to === null ? '' : dayText(rule.to, locale) }
  const kind = rule.from === null ? 'unknown' : rule.to === null ? 'open' : 'closed'
  return (
    <li className="border-b border-line py-3 last:border-b-0">
      <p>{rule.says}</p>
      {rule.quote !== null && (
        <p lang="zh-CN" className="mt-1 text-ink2">
          “{rule.quote}”
        </p>
      )}
      <p className="text-14 text-ink2">
        {rule.of} · {t(`law.span.${kind}`, span)}
      </p>
      {rule.mark === 'V2' && <p className="text-14 text-due">{t('law.second', { page: rule.page ?? '' })}</p>}
    </li>
  )
}

/** The rules of a kind with their days, and plainly what nobody could confirm. */
export function LicenceLaw({ law }: { law: LawView }) {
  const { t } = useTranslation('licences')
  return (
    <section aria-labelledby="law" className="mt-8 max-w-measure">
      <h2 id="law" className="text-18">
        {t('law.title')}
      </h2>
      {law.unconfirmed.map((says) => (
        <div key={says} className="mt-3 rounded border-l-4 border-due bg-raised p-4">
          <p className="font-semibold">{t('law.unconfirmed')}</p>
          <p className="mt-1">{says}</p>
        </div>
      ))}
      <details className="mt-2">
        <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">{t('law.show')}</summary>
        <ul>
          {[...law.rules, ...law.local].map((rule) => (
            <Rule key={`${rule.of} ${rule.says}`} rule={rule} />
          ))}
        </ul>
        {law.rules.length + law.local.length === 0 && <p className="text-ink2">{t('law.none')}</p>}
      </details>
    </section>
  )
}

/** Who looked, when, how and with what result; nothing is ever taken out. */
export function CheckHistory({ checks }: { checks: CheckView[] }) {
  const { t } = useTranslation('licences')
  const locale = useLocale()
  if (checks.length === 0) return null
  const someone = (name: string | null) => name ?? t('history.somebody')
  return (
    <section aria-labelledby="history" className="mt-8 max-w-measure">
      <h2 id="history" className="text-18">
        {t('history.title')}
      </h2>
      <ol className="mt-2">
        {checks.map((check) => (
          <li key={check.id} className="border-b border-line py-3 last:border-b-0">
            <p className="font-semibold">{t(`result.${check.result}`)}</p>
            <p>
              {t('history.by', {
                name: someone(check.by),
                day: instantText(check.at, locale),
                how: t(`how.${check.how}`),
                page: check.page ?? '',
              })}
            </p>
            {check.note !== null && <p className="text-ink2">{check.note}</p>}
            {check.nextDue !== null && <p className="text-ink2">{t('history.next', { day: dayText(check.nextDue, locale) })}</p>}
            {check.second !== null && (
              <p>
                {t(check.second.agrees ? 'history.agrees' : 'history.contradicts', {
                  name: someone(check.second.by),
                  day: instantText(check.second.at, locale),
                })}
                {check.second.note !== null && <span className="block text-ink2">{check.second.note}</span>}
              </p>
            )}
            {check.needsSecond && check.second === null && <p className="text-due">{t('history.waits')}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
