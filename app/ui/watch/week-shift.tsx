import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Icon } from '~/ui/kit/icons'
import { ShiftState } from './shift-line'
import { useSpan } from './spans'
import type { SeatShown, WeekPage, WeekShift } from './week'

const control = 'min-h-touch w-full min-w-0 rounded border border-field bg-raised px-3 py-2 text-16 sm:w-auto sm:max-w-xs'

/** One shift of the week: when, who, what is wrong, and for the manager what can be changed. */
export function WeekShiftItem({ shift, page, base }: { shift: WeekShift; page: WeekPage; base: string }) {
  const { t } = useTranslation('watch')
  const span = useSpan()
  return (
    <li className="border-b border-line py-3">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <a href={`${base}/shifts/${shift.id}`} className="inline-flex min-h-touch items-center text-18 font-semibold">
          {shift.from}–{shift.day === shift.toDay ? shift.to : t('week.nextDay', { time: shift.to })}
        </a>
        {shift.state !== 'ahead' && <ShiftState state={shift.state} />}
      </div>
      {shift.seats.length === 0 ? <p className="text-ink2">{t('week.nobody')}</p> : <Seats seats={shift.seats} />}
      {shift.gaps.map((gap) => (
        <p key={gap.key} className="mt-1 flex gap-2 text-vermilion">
          <span className="pt-0.5">
            <Icon name="overdue" />
          </span>
          {t('week.shiftShort', { span: span(gap), fit: gap.fit, needed: gap.needed })}
        </p>
      ))}
      {shift.overlaps.map((other) => (
        <p key={`${other.day}${other.from}`} className="mt-1 flex gap-2 text-due">
          <span className="pt-0.5">
            <Icon name="due" />
          </span>
          {t('week.overlaps', { span: span(other) })}
        </p>
      ))}
      {page.isManager && (shift.isOpen || shift.isRunning) && <Change shift={shift} page={page} />}
    </li>
  )
}

function Seats({ seats }: { seats: SeatShown[] }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  return (
    <ul>
      {seats.map(({ id, name, counts, problem, isSwapped }) => (
        <li key={id}>
          <span className={problem !== null && counts ? 'text-vermilion' : ''}>{name}</span>
          {!counts && <span className="text-ink2"> {t('week.trainee')}</span>}
          {isSwapped && <span className="text-ink2"> {t('week.swapped')}</span>}
          {problem !== null && counts && (
            <span className="text-vermilion">
              {' '}
              {t('week.doesNotCount', { day: dayText(problem.day, locale), why: t(`why.${problem.word}`) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Change({ shift, page }: { shift: WeekShift; page: WeekPage }) {
  const { t } = useTranslation('watch')
  const there = new Set(shift.seats.map(({ personId }) => personId))
  const others = page.people.filter(({ personId }) => !there.has(personId))
  const field = <input type="hidden" name="shiftId" value={shift.id} />
  return (
    <details className="no-print">
      <summary className="opens inline-flex min-h-touch items-center text-14">{t('change.title')}</summary>
      <div className="grid gap-3 border-l-2 border-line py-2 pl-4">
        <form method="post" className="flex flex-wrap items-end gap-3">
          {field}
          <select name="personId" aria-label={t('change.who')} className={control} required defaultValue="">
            <option value="">{t('change.who')}</option>
            {others.map((person) => (
              <option key={person.personId} value={person.personId}>
                {person.word === null ? person.name : t('change.unfit', { name: person.name, why: t(`why.${person.word}`) })}
              </option>
            ))}
          </select>
          <label className="inline-flex min-h-touch items-center gap-2">
            <input type="checkbox" name="counts" value="no" className="size-5" /> {t('change.asTrainee')}
          </label>
          <Button name="intent" value="seat">
            {t('change.add')}
          </Button>
        </form>
        {shift.isOpen && shift.seats.map((seat) => <SeatActs key={seat.id} seat={seat} shift={shift} page={page} />)}
        {shift.isOpen && (
          <form method="post">
            {field}
            <Button weight="danger" name="intent" value="remove">
              {t('change.remove')}
            </Button>
          </form>
        )}
      </div>
    </details>
  )
}

/** Hand a seat to a colleague, exchange it for one of his, or take it away. */
function SeatActs({ seat, shift, page }: { seat: SeatShown; shift: WeekShift; page: WeekPage }) {
  const { t } = useTranslation('watch')
  const span = useSpan()
  const there = new Set(shift.seats.map(({ personId }) => personId))
  const takers = page.people.filter(({ personId, word }) => !there.has(personId) && (word === null || !seat.counts))
  const exchanges = page.days.flatMap(({ shifts }) =>
    shifts.filter((other) => other.isOpen && other.id !== shift.id).flatMap((other) => other.seats.map((held) => ({ other, held }))),
  )
  const offered = exchanges.filter(
    ({ held, other }) => !there.has(held.personId) && !other.seats.some(({ personId }) => personId === seat.personId),
  )
  return (
    <form method="post" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="shiftId" value={shift.id} />
      <input type="hidden" name="seatId" value={seat.id} />
      <select name="to" aria-label={t('change.to', { name: seat.name })} className={control} defaultValue="">
        <option value="">{t('change.to', { name: seat.name })}</option>
        <optgroup label={t('change.takes')}>
          {takers.map(({ personId, name }) => (
            <option key={personId} value={personId}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('change.exchanges')}>
          {offered.map(({ other, held }) => (
            <option key={held.id} value={`${held.personId}/${held.id}`}>
              {t('change.for', { name: held.name, span: span(other) })}
            </option>
          ))}
        </optgroup>
      </select>
      <Button name="intent" value="swap">
        {t('change.swap')}
      </Button>
      <Button name="intent" value="unseat">
        {t('change.unseat', { name: seat.name })}
      </Button>
    </form>
  )
}
