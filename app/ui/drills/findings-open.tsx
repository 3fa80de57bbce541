import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'

export type OpenFinding = { id: string; drill: string; what: string; owner: string; due: string; redrill: boolean; isOverdue: boolean }

/** What drills of a unit have left to be put right, what is due first on top. */
export function OpenFindings({ findings, isManaged }: { findings: readonly OpenFinding[]; isManaged: boolean }) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  if (findings.length === 0) return null
  return (
    <section className="mt-8" aria-labelledby="findings">
      <h2 id="findings">{t('findings.title', { count: findings.length })}</h2>
      <ul className="mt-2 border-t border-line">
        {findings.map(({ id, drill, what, owner, due, redrill, isOverdue }) => (
          <li key={id} className="border-b border-line py-3">
            <a
              href={isManaged ? `/drills/${drill}/findings` : `/drills/${drill}/record`}
              className="inline-flex min-h-touch items-center font-semibold"
            >
              {what}
            </a>
            <p className={isOverdue ? 'text-vermilion' : 'text-ink2'}>
              {isOverdue && `${t('findings.overdue')} · `}
              {t('record.owner', { name: owner, day: dayText(due, locale) })}
              {redrill && ` · ${t('findings.redrillMark')}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
