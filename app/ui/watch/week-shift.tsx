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
  const mayChange = page.isManager && (shift.isOpen || shift.isRunning)
  const isChanging = mayChange && page.changing === shift.id
  return (
    <li id={shift.id} className={`scroll-mt-4 border-b border-line py-1 ${isChanging ? 'lg:col-span-3 print:col-span-3' : ''}`}>
      <div className="flex items-start gap-x-3">
        <a
          href={`${base}/shifts/${shift.id}`}
          className="inline-flex min-h-touch w-[6.5rem] shrink-0 flex-wrap content-center items-center font-semibold"
        >
          <span className="whitespace-nowrap">{shift.from}–</span>
          <span className="whitespace-nowrap">{shift.day === shift.toDay ? shift.to : t('week.nextDay', { time: shift.to })}</span>
        </a>
        <div className="min-w-0 flex-1 py-2.5">
          {shift.seats.length === 0 ? <p className="text-ink2">{t('week.nobody')}</p> : <Seats seats={shift.seats} />}
          {shift.state !== 'ahead' && <ShiftState state={shift.state} />}
        </div>
        {mayChange && !isChanging && (
          <a
            href={`?change=${shift.id}#${shift.id}`}
            aria-label={t('change.which', { span: span(shift) })}
            className="no-print inline-flex min-h-touch min-w-touch shrink-0 items-center justify-end"
          >
            {t('change.title')}
          </a>
        )}
      </div>
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
      {isChanging && <Change shift={shift} page={page} />}
    </li>
  )
}

function Seats({ seats }: { seats: SeatShown[] }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  return (
    <ul className="flex flex-wrap gap-x-3">
      {seats.map(({ id, name, counts, problem, isSwapped }) => (
        <li key={id} className={problem !== null && counts ? 'basis-full' : ''}>
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
  const span = useSpan()
  const there = new Set(shift.seats.map(({ personId }) => personId))
  const others = page.people.filter(({ personId }) => !there.has(personId))
  const field = <input type="hidden" name="shiftId" value={shift.id} />
  return (
    <section aria-label={t('change.which', { span: span(shift) })} className="no-print mb-3">
      <div className="grid gap-3 border-l-2 border-indigo py-2 pl-4">
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
        <a href={`?#${shift.id}`} className="inline-flex min-h-touch items-center justify-self-start">
          {t('change.close')}
        </a>
      </div>
    </section>
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
