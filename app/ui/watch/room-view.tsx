import type { ReactNode } from 'react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { Part } from '~/ui/org/facts'
import { ComingList, type ComingShown, type CoverShown, GapList } from './cover'
import { RoomFrame } from './room-frame'
import { type HeldException, RoomSettings, type TraitShown } from './room-settings'
import { RulesList } from './rules-list'
import { ShiftLine, type ShiftLineShown } from './shift-line'
import type { RoomView as Room, RuleShown } from './shown'
import { useLength } from './spans'

export type RoomPage = {
  room: Room
  side: 'manager' | 'watcher' | 'reader'
  today: string
  cover: CoverShown
  coming: ComingShown[]
  plannedTo: string | null
  shifts: ShiftLineShown[]
  jurisdiction: string
  job: string
  traits: TraitShown[]
  rules: RuleShown[]
  held: HeldException[]
  open: RuleShown[]
}

/** One control room: is it covered, who is there, what is coming, and by which rule. `children`: what runs out. */
export function RoomView({ page, answer, children }: { page: RoomPage; answer: FormAnswer | undefined; children?: ReactNode }) {
  const { t } = useTranslation('watch')
  const length = useLength()
  const { room, cover } = page
  const isShort = cover.minutes > 0
  const title = room.over
    ? t('room.over')
    : isShort
      ? t('room.short', { length: length(cover.minutes), needed: cover.needed })
      : t('room.covered', { needed: cover.needed })
  return (
    <RoomFrame room={room} here="room" title={title} isWarning={isShort && !room.over}>
      <FormErrors answer={answer} />
      {!room.over && (
        <p className="no-print mt-4">
          <LinkButton href={`/units/${room.unitId}/rooms/${room.id}/weeks/${room.thisMonday}`} weight="primary">
            {t(page.side === 'manager' ? 'room.plan' : 'room.week')}
          </LinkButton>
        </p>
      )}
      <Part title={t('room.now')}>
        {page.shifts.length === 0 ? (
          <p className="py-2 text-ink2">{t('room.nobodyNow')}</p>
        ) : (
          <ul className="max-w-measure">
            {page.shifts.map((shift) => (
              <ShiftLine key={shift.id} shift={shift} href={`/units/${room.unitId}/rooms/${room.id}/shifts/${shift.id}`} />
            ))}
          </ul>
        )}
      </Part>
      {isShort && (
        <Part title={t('room.gaps')}>
          <GapList gaps={cover.gaps} />
        </Part>
      )}
      <Part title={t('coming.title')}>
        <ComingList coming={page.coming} plannedTo={page.plannedTo} />
      </Part>
      {children}
      <Part title={t('room.rules')}>
        <p className="max-w-measure py-2">{t('room.job', { job: page.job })}</p>
        <RulesList rules={page.rules} />
      </Part>
      <RoomSettings page={page} answer={answer} />
    </RoomFrame>
  )
}
