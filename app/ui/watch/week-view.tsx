import type { ReactNode } from 'react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText, instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { Part } from '~/ui/org/facts'
import { FillWeek, PlanShift } from './plan-forms'
import { RoomFrame } from './room-frame'
import { useLength, useSpan } from './spans'
import type { SwapShown, WeekDay, WeekPage } from './week'
import { WeekChart } from './week-chart'
import { WeekShiftItem } from './week-shift'

/** A week of a room: is every hour covered; drawn, then day by day, each shift with what is wrong beside it. `children`: what runs out. */
export function WeekView({ page, answer, children }: { page: WeekPage; answer: FormAnswer | undefined; children?: ReactNode }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  const length = useLength()
  const base = `/units/${page.room.unitId}/rooms/${page.room.id}`
  const days = { from: dayText(page.monday, locale), to: dayText(page.sunday, locale) }
  const isEmpty = page.days.every(({ shifts }) => shifts.length === 0)
  const title =
    page.minutes === 0
      ? t('week.covered')
      : isEmpty
        ? t('week.empty')
        : t(page.isPast ? 'week.wasShort' : 'week.short', { length: length(page.minutes) })
  return (
    <RoomFrame room={page.room} here="week" title={title} isWarning={page.minutes > 0 && !isEmpty}>
      <p className="mt-2 text-18">{t('week.span', days)}</p>
      <p className="no-print mt-2 flex flex-wrap items-center gap-x-6">
        <a href={`${base}/weeks/${page.previous}`} className="inline-flex min-h-touch items-center">
          {t('week.previous')}
        </a>
        {!page.isNow && (
          <a href={`${base}/weeks/${page.room.thisMonday}`} className="inline-flex min-h-touch items-center">
            {t('week.this')}
          </a>
        )}
        <a href={`${base}/weeks/${page.next}`} className="inline-flex min-h-touch items-center">
          {t('week.next')}
        </a>
        <Button type="button" data-print hidden>
          {t('print')}
        </Button>
      </p>
      <FormErrors answer={answer} />
      {page.isManager && !page.isPast && <FillWeek page={page} isEmpty={isEmpty} />}
      <WeekChart page={page} />
      {children}
      {page.days.map((day) => (
        <DayPart key={day.day} day={day} page={page} base={base} />
      ))}
      {page.isManager && !page.isPast && <PlanShift page={page} answer={answer} />}
      {page.swaps.length > 0 && <Swaps swaps={page.swaps} />}
    </RoomFrame>
  )
}

function DayPart({ day, page, base }: { day: WeekDay; page: WeekPage; base: string }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  const length = useLength()
  const minutes = day.gaps.reduce((sum, gap) => sum + gap.minutes, 0)
  const weekday = (new Date(`${day.day}T00:00:00Z`).getUTCDay() + 6) % 7
  return (
    <section className="mt-6 break-inside-avoid" id={day.day}>
      <h2 className="flex flex-wrap items-baseline gap-x-3 border-b border-field py-2 text-18">
        {t(`weekday.${weekday}`)} {dayText(day.day, locale)}
        {day.isToday && <span className="text-14 font-normal text-ink2">{t('week.today')}</span>}
        {minutes > 0 && <span className="text-16 font-normal text-vermilion">{t('week.dayShort', { length: length(minutes) })}</span>}
      </h2>
      {day.shifts.length === 0 && <p className="py-3 text-ink2">{t('week.nothing')}</p>}
      <ul className="gap-x-8 lg:grid lg:grid-cols-3 print:grid print:grid-cols-3">
        {day.shifts.map((shift) => (
          <WeekShiftItem key={shift.id} shift={shift} page={page} base={base} />
        ))}
      </ul>
    </section>
  )
}

/** Who asked whom to take or exchange what, and what came of it. */
function Swaps({ swaps }: { swaps: SwapShown[] }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  const span = useSpan()
  return (
    <Part title={t('swap.history')}>
      <ul className="max-w-measure">
        {swaps.map((swap) => (
          <li key={swap.id} className="border-b border-line py-3">
            <p>
              {swap.other === null
                ? t('swap.gives', { from: swap.from, to: swap.to, span: span(swap.seat) })
                : t('swap.exchanges', { from: swap.from, to: swap.to, span: span(swap.seat), other: span(swap.other) })}
            </p>
            <p className="text-14 text-ink2">
              {t(`swap.state.${swap.state}`)} · {swap.by} · {instantText(swap.at ?? swap.askedAt, locale)}
            </p>
            {swap.note !== null && <p className="text-ink2">{swap.note}</p>}
          </li>
        ))}
      </ul>
    </Part>
  )
}
