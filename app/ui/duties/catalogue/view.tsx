import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { type Fact, Facts, Part } from '~/ui/org/facts'
import { DutyClause, WhatCounts } from '../duty-clause'
import { useLocale } from '../use-locale'
import { capitalised, useDutyWords } from './duty-words'
import type { DutyPage } from './entry'
import { HowOften } from './how-often'

/** One duty: in plain words, whom it binds and how often; then the clause, what would do, our reading, and where it is in force. */
export function DutyView({ duty }: { duty: DutyPage }) {
  const { t } = useTranslation('duties')
  const { whom, often } = useDutyWords()
  return (
    <div className="mx-auto max-w-measure">
      <p className="no-print">
        <a href="/duties" className="inline-flex min-h-touch items-center">
          {t('catalogue.back')}
        </a>
      </p>
      <h1>{duty.title}</h1>
      <p className="mt-3 text-18">{duty.plain}</p>
      <p className="mt-2 text-ink2">
        {whom(duty.bound)} · {often(duty.rhythm)}
      </p>
      <Part title={t('why.clause')}>
        {duty.sources.map((source) => (
          <div key={`${source.of} ${source.quote}`} className="border-b border-line py-2 last:border-b-0">
            <DutyClause source={source} />
          </div>
        ))}
        {duty.file !== null && (
          <p>
            <a href={duty.file.href} className="inline-flex min-h-touch items-center" download>
              {t('localduties:file.read', { name: duty.file.name })}
            </a>
          </p>
        )}
      </Part>
      <Part title={t('catalogue.howOften')}>
        <HowOften duty={duty} />
      </Part>
      {duty.counts.length > 0 && (
        <Part title={t('why.counts')}>
          <Counts duty={duty} />
        </Part>
      )}
      <Part title={t('catalogue.bound')}>
        <Whom duty={duty} />
      </Part>
      <Part title={t('catalogue.validity')}>
        <Validity duty={duty} />
      </Part>
      <Related title={t('catalogue.sameThing')} links={duty.sameThing} />
      <Related title={t('catalogue.sameClause')} links={duty.sameClause} />
    </div>
  )
}

function Counts({ duty: { counts, course } }: { duty: DutyPage }) {
  const { t } = useTranslation('duties')
  const named = counts.map(({ words, sameUnit }) => ({ words: words.replace('{position}', t('catalogue.thePosition')), sameUnit }))
  return (
    <>
      {named.length > 1 && <p className="text-ink2">{t('catalogue.anyOf')}</p>}
      <WhatCounts counts={named} />
      {course !== null && (
        <p className="no-print mt-1">
          <a href={course.href} className="inline-flex min-h-touch items-center">
            {t('catalogue.course', { title: course.title })}
          </a>
        </p>
      )}
    </>
  )
}

function Whom({ duty: { bound, members, family } }: { duty: DutyPage }) {
  const { t } = useTranslation('duties')
  const list = (names: readonly string[], none: string) => (names.length === 0 ? t(none) : capitalised(names.join(t('catalogue.join'))))
  const facts: Fact[] = [
    { key: 'binds', label: t('catalogue.doneBy'), value: t(`catalogue.binds.${bound.binds}`) },
    { key: 'units', label: t('catalogue.units'), value: list(bound.units, 'catalogue.whom.everyUnit') },
  ]
  if (bound.binds !== 'unit')
    facts.push({
      key: 'positions',
      label: t('catalogue.positions'),
      value: list(bound.everyPosition ? [] : bound.positions, 'catalogue.whom.everyPosition'),
    })
  return (
    <>
      <Facts facts={facts} />
      {bound.units.length > 1 && <p className="mt-2 text-ink2">{t('catalogue.anyUnit')}</p>}
      {family !== null && (
        <p className="no-print mt-1">
          <a href={`/duties/${family}`} className="inline-flex min-h-touch items-center">
            {t('catalogue.family')}
          </a>
        </p>
      )}
      {members.length > 0 && (
        <details className="no-print mt-1">
          <summary className="inline-flex min-h-touch items-center underline underline-offset-4">
            {t('catalogue.byPosition', { n: members.length })}
          </summary>
          <ul className="gap-x-6 sm:columns-2">
            {members.map(({ id, position }) => (
              <li key={id}>
                <a href={`/duties/${id}`} className="inline-flex min-h-touch items-center">
                  {position}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Validity({ duty: { force, where, from, to, inForce, adopt } }: { duty: DutyPage }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const since = dayText(from, locale)
  const facts: Fact[] = [
    { key: 'force', label: t('catalogue.forceLabel'), value: t(`catalogue.force.${force}`) },
    { key: 'where', label: t('catalogue.where'), value: where },
    {
      key: 'from',
      label: t('catalogue.validFrom'),
      value: to === null ? t('catalogue.since', { from: since }) : t('catalogue.sinceUntil', { from: since, to: dayText(to, locale) }),
    },
  ]
  if (adopt !== null) facts.push({ key: 'adopt', label: t('catalogue.counted'), value: t(`catalogue.adopted.${adopt}`) })
  return (
    <>
      <Facts facts={facts} />
      {inForce !== 'now' && <p className="mt-2 font-semibold">{t(`catalogue.inForce.${inForce}`)}</p>}
    </>
  )
}

function Related({ title, links }: { title: string; links: DutyPage['sameThing'] }) {
  const { often } = useDutyWords()
  if (links.length === 0) return null
  return (
    <Part title={title}>
      <ul>
        {links.map((link) => (
          <li key={link.id} className="flex flex-wrap items-baseline gap-x-3 border-b border-line pb-2 last:border-b-0">
            <a href={`/duties/${link.id}`} className="inline-flex min-h-touch items-center">
              {link.title}
            </a>
            <span className="text-ink2">{often(link.rhythm)}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
