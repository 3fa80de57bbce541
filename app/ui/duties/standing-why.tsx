import type { ReactNode } from 'react'
import { languageTag } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import type { DutyReason, DutySource } from './duty-line'
import { useLocale } from './use-locale'

/** What 为什么 opens to: the duty in plain words, its clause, what is our reading, why it binds, what would do, what counted. */
export function StandingWhy({ why }: { why: DutyReason }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return (
    <div className="mb-3 max-w-measure border-l-2 border-line pl-4">
      <p>{why.plain}</p>
      <Part title={t('why.clause')}>
        {why.sources.map((source) => (
          <Source key={source.of} source={source} />
        ))}
      </Part>
      {why.policy !== null && (
        <Part title={t('why.policy')}>
          <p>{why.policy}</p>
        </Part>
      )}
      {why.bindings.length > 0 && (
        <Part title={t('why.binds')}>
          {why.bindings.map((binding) => (
            <div key={`${binding.unitName} ${binding.position} ${binding.from}`}>
              <p>
                {t(binding.to === null ? 'why.post' : 'why.postEnding', {
                  ...binding,
                  from: dayText(binding.from, locale),
                  to: dayText(binding.to ?? binding.from, locale),
                })}
              </p>
              {binding.traits.map((trait) => (
                <p key={trait.name}>{t('why.trait', { name: trait.name, from: dayText(trait.from, locale) })}</p>
              ))}
            </div>
          ))}
        </Part>
      )}
      <Part title={t('why.counts')}>
        <ul>
          {why.counts.map((counted) => (
            <li key={counted.words}>{counted.sameUnit ? t('why.sameUnit', { words: counted.words }) : counted.words}</li>
          ))}
        </ul>
      </Part>
      <Part title={t('why.evidence')}>
        <p>{why.evidence === null ? t('why.none') : <Counted evidence={why.evidence} />}</p>
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-3">
      <p className="text-14 font-semibold text-ink2">{title}</p>
      {children}
    </div>
  )
}

function Source({ source }: { source: DutySource }) {
  const { t } = useTranslation('duties')
  return (
    <div className="mb-2">
      <p>
        <cite lang={languageTag.zh} className="not-italic">
          {source.of}
        </cite>{' '}
        <span className="text-14 text-ink2">{t(`why.mark.${source.mark}`)}</span>
      </p>
      {source.quote !== null && (
        <blockquote lang={languageTag.zh} className="text-ink2">
          {source.quote}
        </blockquote>
      )}
    </div>
  )
}

function Counted({ evidence }: { evidence: NonNullable<DutyReason['evidence']> }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const on = dayText(evidence.on, locale)
  return (
    <>
      {evidence.unitName === null
        ? t('why.countedOn', { ...evidence, on })
        : t('why.countedAt', { words: evidence.words, on, unitName: evidence.unitName })}
    </>
  )
}
