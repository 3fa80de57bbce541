import { useTranslation } from '~/i18n/words'
import { Icon, type IconName } from '~/ui/kit/icons'
import { type Tone, toneText } from './tone'

export type VerdictKind = 'cleared' | 'missing' | 'waiting' | 'ahead' | 'ended'

const looks: Record<VerdictKind, { icon: IconName; tone: Tone }> = {
  cleared: { icon: 'met', tone: 'met' },
  missing: { icon: 'barred', tone: 'overdue' },
  waiting: { icon: 'barred', tone: 'overdue' },
  ahead: { icon: 'due', tone: 'due' },
  ended: { icon: 'none', tone: 'quiet' },
}

const sizes = { small: ['text-18', 20], large: ['text-28', 30], glance: ['text-36', 44] } as const

/** 可以上岗 or 不得上岗, plainly: icon and word together; of one job 可以 or 不可以. */
export function Verdict({ kind, size = 'large', isJob = false }: { kind: VerdictKind; size?: keyof typeof sizes; isJob?: boolean }) {
  const { t } = useTranslation('duties')
  const { icon, tone } = looks[kind]
  const [text, pixels] = sizes[size]
  return (
    <span className={`inline-flex items-center gap-2 font-semibold ${text} ${toneText[tone]}`}>
      <Icon name={icon} size={pixels} />
      <span>{t(isJob ? `verdict.job.${kind}` : `verdict.${kind}`)}</span>
    </span>
  )
}
