import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import type { DutyLine } from './duty-line'
import { StandingLines } from './standing-line'
import { useLocale } from './use-locale'
import { Verdict } from './verdict'

export type MySeat = {
  id: string
  postId: string | null
  unitName: string
  position: string
  from: string
  isAhead: boolean
  state: 'cleared' | 'missing' | 'waiting'
  /** How many duties bar. */
  missing: number
  /** Last day on which she may work; null where it has no end. */
  until: string | null
  barring: DutyLine[]
  /** What to go on with, and how far the lessons are. */
  next: { kind: 'lesson' | 'paper'; href: string; done: number; of: number } | { kind: 'result' | 'card'; href: string } | null
}

/** The answer for one seat, in words. */
export function useSeatAnswer(): (seat: MySeat) => string {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return (seat) => {
    const values = { n: seat.missing, day: dayText(seat.from, locale) }
    if (seat.state === 'waiting') return t('me.waiting')
    return t(`me.${seat.state}${seat.isAhead ? 'Before' : ''}`, values)
  }
}

/** One seat: where and as what, the one thing to go on with, and what bars. `lead` seats carry the page's primary button. */
export function SeatSection({ seat, isOnly, isLead }: { seat: MySeat; isOnly: boolean; isLead: boolean }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const answer = useSeatAnswer()
  const day = dayText(seat.from, locale)
  return (
    <section aria-labelledby={`seat-${seat.id}`} className="mt-6">
      {!isOnly && (
        <p className="mt-10">
          <Verdict kind={seat.state === 'cleared' && seat.isAhead ? 'ahead' : seat.state} size="small" />
        </p>
      )}
      <h2 id={`seat-${seat.id}`} className="text-18">
        {t('me.post', seat)}
      </h2>
      <p className="text-ink2">
        {t(seat.isAhead ? 'me.starts' : 'me.since', { day })}
        {seat.state === 'cleared' && <Until until={seat.until} />}
      </p>
      {!isOnly && seat.state !== 'cleared' && <p>{answer(seat)}</p>}
      {seat.postId === null && <p className="mt-2 max-w-measure">{t(seat.state === 'waiting' ? 'me.waitingDone' : 'me.waitingNote')}</p>}
      <GoOn next={seat.next} isLead={isLead} />
      {seat.barring.length > 0 && (
        <>
          <h3 className="mb-2 mt-8 text-16 text-ink2">{t(seat.state === 'missing' ? 'me.mustDo' : 'me.mustDone')}</h3>
          <StandingLines lines={seat.barring} />
        </>
      )}
    </section>
  )
}

function Until({ until }: { until: string | null }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return <span> · {until === null ? t('until.open') : t('until.day', { day: dayText(until, locale) })}</span>
}

function GoOn({ next, isLead }: { next: MySeat['next']; isLead: boolean }) {
  const { t } = useTranslation('duties')
  if (next === null) return null
  const begins = next.kind === 'lesson' && next.done === 0
  const words = next.kind === 'lesson' ? t(begins ? 'me.begin' : 'me.lesson', { next: next.done + 1 }) : t(`me.${next.kind}`)
  return (
    <div className="mt-5">
      <LinkButton href={next.href} weight={isLead ? 'primary' : 'plain'} className="w-full text-18 sm:w-auto sm:px-8">
        {words}
      </LinkButton>
      {next.kind === 'lesson' && <p className="mt-2 text-ink2">{t('me.progress', next)}</p>}
      {next.kind === 'paper' && <p className="mt-2 text-ink2">{t('me.progressDone', next)}</p>}
    </div>
  )
}
