import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import type { GateAnswer } from './gate-glance'
import { useLocale } from './use-locale'
import { Verdict } from './verdict'

export type GateListAnswer = {
  job: string
  /** Null for the post itself. */
  name: string | null
  verdict: 'cleared' | 'missing' | 'ahead' | 'ended'
  until: string | null
  /** Days to the last one where it is at most 90 days away. */
  daysLeft: number | null
  missing: GateAnswer['because']
}
export type GateListLine = {
  id: string
  name: string
  position: string
  /** The start of the hash of the card's code. */
  card: string
  answers: GateListAnswer[]
}

/** The day's answers for everybody at a unit; it is read without network, too. */
export function GateList({ lines }: { lines: readonly GateListLine[] }) {
  const { t } = useTranslation('gate')
  return (
    <>
      <div className="no-print mt-6" data-filter-holder hidden>
        <label htmlFor="find" className="font-semibold">
          {t('list.find')}
        </label>
        <input
          id="find"
          type="search"
          data-filters
          autoComplete="off"
          placeholder={t('list.findHint')}
          className="mt-1 block w-full min-h-touch rounded border border-field bg-raised px-3 py-2 text-16 text-ink"
        />
      </div>
      <ul className="mt-6 border-t border-line">
        {lines.map((line) => (
          <li key={line.id} className="border-b border-line py-3" data-filter-text={`${line.name} ${line.position}`}>
            <p>
              <span className="text-18 font-semibold">{line.name}</span> <span className="text-ink2">{line.position}</span>
            </p>
            <ul className="mt-1">
              {line.answers.map((answer) => (
                <Answer key={answer.job} answer={answer} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

function Answer({ answer: { name, verdict, until, daysLeft, missing } }: { answer: GateListAnswer }) {
  const { t } = useTranslation('gate')
  const locale = useLocale()
  const endWords = (count: number, day: string) => (count === 0 ? t('licences:lapses.today') : t('licences:lapses.left', { count, day }))
  const reasons = missing.map(({ title, why }) => (why === null ? title : `${title}（${why}）`)).join(locale === 'zh' ? '；' : '; ')
  return (
    <li className="py-1">
      <Verdict kind={verdict} size="small" isJob={name !== null} />
      {name !== null && <span className="ml-2">{name}</span>}
      {verdict === 'cleared' && until !== null && (
        <span className={`ml-2 ${daysLeft === null ? 'text-ink2' : 'text-due'}`}>
          {daysLeft === null ? t('list.until', { day: dayText(until, locale) }) : endWords(daysLeft, dayText(until, locale))}
        </span>
      )}
      {missing.length > 0 && <span className="block text-ink2">{t('list.missing', { reasons })}</span>}
    </li>
  )
}
