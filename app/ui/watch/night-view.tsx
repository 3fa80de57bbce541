import { dayText, instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Part } from '~/ui/org/facts'
import { GapList } from './cover'
import { EntryList } from './entry-list'
import type { NightPage, NightShift } from './night'
import { NightWatchers } from './night-watchers'
import { RoomFrame } from './room-frame'
import { RulesList } from './rules-list'
import { ShiftState } from './shift-line'
import { useLength, useSpan } from './spans'

/** The record an inspector asks for: one night, as it was and as it was known then. Prints on A4. */
export function NightView({ night }: { night: NightPage }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  const length = useLength()
  const base = `/units/${night.room.unitId}/rooms/${night.room.id}/nights`
  const isShort = night.actualMinutes > 0
  const title = isShort
    ? t('night.short', { length: length(night.actualMinutes) })
    : t(night.isOver ? 'night.covered' : 'night.coveredSoFar')
  return (
    <RoomFrame room={night.room} here="nights" title={title} isWarning={isShort}>
      <p className="mt-2 text-18">{t('night.span', { day: dayText(night.day, locale) })}</p>
      <p className="text-ink2">{t('night.asOf', { at: instantText(night.asOf, locale) })}</p>
      <p className="no-print mt-2 flex flex-wrap items-center gap-x-6 gap-y-2">
        <a href={`${base}/${night.previous}`} className="inline-flex min-h-touch items-center">
          {t('night.previous')}
        </a>
        {night.next !== null && (
          <a href={`${base}/${night.next}`} className="inline-flex min-h-touch items-center">
            {t('night.next')}
          </a>
        )}
        <a href={`${base}?to=${night.day}`} className="inline-flex min-h-touch items-center">
          {t('night.range')}
        </a>
        <Button type="button" data-print hidden>
          {t('print')}
        </Button>
      </p>
      {isShort && (
        <Part title={t('night.actual')}>
          <GapList gaps={night.actual} />
        </Part>
      )}
      {night.plannedMinutes > 0 && (
        <Part title={t('night.planned', { length: length(night.plannedMinutes) })}>
          <GapList gaps={night.planned} />
        </Part>
      )}
      {night.shifts.length === 0 && <p className="mt-6">{t('night.nobody')}</p>}
      {night.shifts.map((shift) => (
        <OneShift key={shift.id} shift={shift} />
      ))}
      <Part title={t('room.rules')}>
        <RulesList rules={night.rules} />
      </Part>
      <div className="mt-10 hidden grid-cols-2 gap-10 print:grid">
        <p className="border-t border-ink pt-1">{t('night.signUnit')}</p>
        <p className="border-t border-ink pt-1">{t('night.signInspector')}</p>
      </div>
    </RoomFrame>
  )
}

function OneShift({ shift }: { shift: NightShift }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  const span = useSpan()
  return (
    <Part title={span(shift)}>
      <p className="py-2">
        <ShiftState state={shift.state} />
        {shift.takenOverAt !== null && (
          <span className="text-ink2"> {t('night.takenOver', { at: instantText(shift.takenOverAt, locale) })}</span>
        )}
      </p>
      <NightWatchers watchers={shift.watchers} />
      <h3 className="mt-4">{t('shift.log')}</h3>
      {shift.silences.map((silence) => (
        <p key={silence.day + silence.from} className="text-due">
          {t('shift.silent', { span: span(silence) })}
        </p>
      ))}
      <EntryList entries={shift.entries} mayCorrect={false} entryId="" />
    </Part>
  )
}
