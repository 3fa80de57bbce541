import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import type { RuleShown } from './shown'

/** Rules with their clauses; what was read second-hand says so. */
export function RulesList({ rules }: { rules: RuleShown[] }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  return (
    <ul className="max-w-measure">
      {rules.map((rule) => (
        <li key={rule.id} className="border-b border-line py-3">
          <p>{rule.says}</p>
          <p className="text-14 text-ink2">{t('rule.since', { day: dayText(rule.from, locale) })}</p>
          {rule.sources.map(({ of, mark, quote, page }) => (
            <div key={of} className="mt-2 border-l-2 border-line pl-3 text-14">
              <p className="text-ink2">{of}</p>
              {quote !== null && <blockquote lang="zh-CN">{quote}</blockquote>}
              {mark !== 'V1' && <p className="text-due">{t('rule.secondHand', { page: page ?? '' })}</p>}
            </div>
          ))}
          {rule.policy !== null && <p className="mt-2 text-14 text-ink2">{rule.policy}</p>}
        </li>
      ))}
    </ul>
  )
}
