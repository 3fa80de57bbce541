import type { MonthCell } from '~/domain/drills/drill-year'
import { useTranslation } from '~/i18n/words'

const looks: Record<MonthCell['kind'], string> = {
  held: 'border-ink bg-ink font-semibold text-paper',
  planned: 'border-2 border-dashed border-indigo text-indigo',
  gap: 'border-line text-ink2',
  now: 'border-field text-ink2',
  ahead: 'border-transparent text-ink2',
}

/** Twelve months as a strip: a filled field holds how many drills, a dashed one is planned, a dash went by without. */
export function Months({ months }: { months: readonly MonthCell[] }) {
  const { t } = useTranslation('drillyear')
  const said = months.flatMap(({ kind, held, planned }, nth) => {
    const month = t('month.name', { month: nth + 1 })
    return [
      ...(kind === 'held' ? [t('month.saidHeld', { month, count: held })] : []),
      ...(planned ? [t('month.saidPlanned', { month })] : []),
    ]
  })
  return (
    <span className="block">
      <span className="sr-only">{said.length === 0 ? t('month.saidNone') : said.join('，')}</span>
      <span aria-hidden="true" className="grid w-80 max-w-full grid-cols-12 gap-0.5 sm:w-72">
        {months.map((cell, nth) => (
          <span key={t('month.name', { month: nth + 1 })} className="text-center">
            <span className="block text-[11px] leading-4 text-ink2">{nth + 1}</span>
            <span className={`flex h-6 items-center justify-center rounded-[3px] border text-14 leading-none ${looks[cell.kind]}`}>
              <Mark cell={cell} />
            </span>
          </span>
        ))}
      </span>
    </span>
  )
}

function Mark({ cell: { kind, held, paper } }: { cell: MonthCell }) {
  const { t } = useTranslation('drillyear')
  if (kind === 'held') return <span className={paper > 0 ? 'underline underline-offset-2' : ''}>{held}</span>
  if (kind === 'planned') return <>{t('month.sign')}</>
  return <>{kind === 'gap' ? '–' : ''}</>
}

/** What the fields of the strip mean. */
export function MonthsKey() {
  const { t } = useTranslation('drillyear')
  const part = (kind: MonthCell['kind'], sign: string, words: string) => (
    <span className="inline-flex items-center gap-2">
      <span
        aria-hidden="true"
        className={`inline-flex h-6 w-6 items-center justify-center rounded-[3px] border text-14 leading-none ${looks[kind]}`}
      >
        {sign}
      </span>
      {words}
    </span>
  )
  return (
    <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2 text-14 text-ink2">
      {part('held', '1', t('month.keyHeld'))}
      {part('planned', t('month.sign'), t('month.keyPlanned'))}
      {part('gap', '–', t('month.keyGap'))}
      {part('now', '', t('month.keyNow'))}
    </p>
  )
}
