import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { DutyClause, WhatCounts, WhyPart } from '../duty-clause'
import { useLocale } from '../use-locale'
import type { DateKind, DutyBasis, PeopleDates, PersonDate } from './year'
import { Kind, opener, useDateWords } from './year-date'

/** How many have a date of one kind, for one thing, in a month: their names, and the clause. */
export function People({ dates, base, place }: { dates: PeopleDates; base: string; place: string }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const { kind, thing, title, count, first, last, names, more, duties } = dates
  const days = { count, first: dayText(first, locale), last: dayText(last, locale) }
  return (
    <li id={`${place}-people-${thing}-${kind}`} className="scroll-mt-4 py-2">
      <p className="font-semibold">
        {title} <span className="text-14 font-normal text-ink2">{t('year.nPeople', { count })}</span>
      </p>
      <Kind kind={kind} words={t(first === last ? `year.onePeople.${kind}` : `year.people_.${kind}`, days)} />
      <div className="flex flex-wrap gap-x-6">
        <details className="open:basis-full">
          <summary className={opener}>{t('year.names')}</summary>
          <ul className="mb-2 border-l-2 border-line pl-4">
            {names.map((date) => (
              <Name key={date.personId} date={date} kind={kind} base={base} thing={thing} />
            ))}
          </ul>
          {more > 0 && (
            <p className="mb-2 pl-4">
              <a href={`${base}/duties?thing=${thing}#rows`} className="inline-flex min-h-touch items-center">
                {t('year.moreNames', { n: more })}
              </a>
            </p>
          )}
        </details>
        <details className="no-print open:basis-full">
          <summary className={opener}>{t('why.summary')}</summary>
          {duties.map((basis) => (
            <Basis key={basis.duty} basis={basis} isOnly={duties.length === 1} />
          ))}
          <p className="mb-2 max-w-measure text-ink2">{t('year.eachOwn')}</p>
        </details>
      </div>
    </li>
  )
}

function Name({ date, kind, base, thing }: { date: PersonDate; kind: DateKind; base: string; thing: string }) {
  const inWords = useDateWords()
  return (
    <li className="flex flex-wrap items-center gap-x-3 py-1">
      <a href={`${base}/people/${date.personId}#${thing}`} className="inline-flex min-h-touch items-center">
        {date.name}
      </a>
      <span className="text-14 text-ink2">
        {date.position} · {inWords(kind, date)}
      </span>
    </li>
  )
}

/** The clause, for all whom it binds; why it binds one of them, and by which evidence, stands on her page. */
function Basis({ basis, isOnly }: { basis: DutyBasis; isOnly: boolean }) {
  const { t } = useTranslation('duties')
  return (
    <div className="mb-3 max-w-measure border-l-2 border-line pl-4">
      {!isOnly && <p className="font-semibold">{basis.title}</p>}
      <p>{basis.plain}</p>
      <WhyPart title={t('why.clause')}>
        {basis.sources.map((source) => (
          <DutyClause key={source.of} source={source} />
        ))}
      </WhyPart>
      {basis.policy !== null && (
        <WhyPart title={t('why.policy')}>
          <p>{basis.policy}</p>
        </WhyPart>
      )}
      <WhyPart title={t('why.counts')}>
        <WhatCounts counts={basis.counts} />
      </WhyPart>
      <a href={`/duties/${basis.duty}`} className="inline-flex min-h-touch items-center">
        {t('why.full')}
      </a>
    </div>
  )
}
