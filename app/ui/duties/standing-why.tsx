import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { DutyClause, WhatCounts, WhyPart } from './duty-clause'
import type { DutyReason, EvidenceShown, OtherReason } from './duty-line'
import { useLocale } from './use-locale'

/** What 为什么 opens to: the duty in plain words, its clause, what is our reading, why it binds, what would do, what counted. */
export function StandingWhy({ duty, why }: { duty: string; why: DutyReason }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return (
    <div className="mb-3 max-w-measure border-l-2 border-line pl-4">
      <p>{why.plain}</p>
      <WhyPart title={t('why.clause')}>
        {why.sources.map((source) => (
          <DutyClause key={source.of} source={source} />
        ))}
      </WhyPart>
      {why.policy !== null && (
        <WhyPart title={t('why.policy')}>
          <p>{why.policy}</p>
        </WhyPart>
      )}
      {why.bindings.length > 0 && (
        <WhyPart title={t('why.binds')}>
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
        </WhyPart>
      )}
      {why.unitTraits !== null && (
        <WhyPart title={t('why.binds')}>
          {why.unitTraits.length === 0 && <p>{t('why.everyUnit')}</p>}
          {why.unitTraits.map((trait) => (
            <p key={trait.name}>{t('why.trait', { name: trait.name, from: dayText(trait.from, locale) })}</p>
          ))}
        </WhyPart>
      )}
      {why.also.length > 0 && (
        <WhyPart title={t('why.also')}>
          <ul>
            {why.also.map((other) => (
              <li key={other.duty}>
                <a href={`/duties/${other.duty}`} className="inline-flex min-h-touch items-center">
                  {t('why.alsoLine', other)}
                </a>
              </li>
            ))}
          </ul>
        </WhyPart>
      )}
      <WhyPart title={t('why.counts')}>
        <WhatCounts counts={why.counts} />
      </WhyPart>
      <WhyPart title={t('why.evidence')}>
        <p>{why.evidence === null ? t('why.none') : <Counted evidence={why.evidence} />}</p>
      </WhyPart>
      {why.others.list.length > 0 && (
        <WhyPart title={t('why.others')}>
          <Others others={why.others} />
        </WhyPart>
      )}
      <p className="no-print mt-1">
        <a href={`/duties/${duty}`} className="inline-flex min-h-touch items-center">
          {t('why.full')}
        </a>
      </p>
    </div>
  )
}

function Counted({ evidence }: { evidence: EvidenceShown }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const on = dayText(evidence.on, locale)
  return (
    <>
      {evidence.unitName === null
        ? t('why.countedOn', { ...evidence, on })
        : t('why.countedAt', { words: evidence.words, on, unitName: evidence.unitName })}
      {evidence.isAfterwards && t('why.afterwards')}
    </>
  )
}

function Others({ others: { list, more } }: { others: DutyReason['others'] }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return (
    <>
      <ul>
        {list.map(({ id, evidence, reason }) => (
          <li key={id} className="mb-2">
            <p>
              {t(evidence.unitName === null ? 'why.otherOn' : 'why.otherAt', { ...evidence, on: dayText(evidence.on, locale) })}
              {evidence.isAfterwards && t('why.afterwards')}
            </p>
            <p className="text-ink2">
              <Reason reason={reason} />
            </p>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-ink2">{t('why.more', { n: more })}</p>}
    </>
  )
}

function Reason({ reason: { kind, ...days } }: { reason: OtherReason }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const named = Object.entries(days).map(([name, day]) => [name, dayText(day, locale)])
  return <>{t(`why.not.${kind}`, Object.fromEntries(named))}</>
}
