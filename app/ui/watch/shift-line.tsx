import { useTranslation } from '~/i18n/words'
import { Icon, type IconName } from '~/ui/kit/icons'
import type { SpanShown } from './shown'
import { useSpan } from './spans'

export type ShiftStateShown = 'ahead' | 'open' | 'missed' | 'taken' | 'ended' | 'never'
export type ShiftLineShown = SpanShown & { id: string; state: ShiftStateShown; names: string[] }

const looks: Record<ShiftStateShown, { icon: IconName; tone: string }> = {
  ahead: { icon: 'none', tone: 'text-ink2' },
  open: { icon: 'due', tone: 'text-due' },
  missed: { icon: 'overdue', tone: 'text-vermilion' },
  taken: { icon: 'met', tone: 'text-met' },
  ended: { icon: 'met', tone: 'text-ink2' },
  never: { icon: 'overdue', tone: 'text-vermilion' },
}

/** Whether a shift was taken over, in a word with its icon. */
export function ShiftState({ state }: { state: ShiftStateShown }) {
  const { t } = useTranslation('watch')
  const { icon, tone } = looks[state]
  return (
    <span className={`inline-flex items-center gap-2 ${tone}`}>
      <Icon name={icon} /> {t(`state.${state}`)}
    </span>
  )
}

/** A shift as one line that leads to its log. */
export function ShiftLine({ shift, href }: { shift: ShiftLineShown; href: string }) {
  const { t } = useTranslation('watch')
  const span = useSpan()
  return (
    <li className="border-b border-line py-3">
      <a href={href} className="inline-flex min-h-touch items-center font-semibold">
        {span(shift)}
      </a>
      <p>{shift.names.length === 0 ? t('week.nobody') : shift.names.join(t('join'))}</p>
      <ShiftState state={shift.state} />
    </li>
  )
}
