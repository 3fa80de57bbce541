import { useTranslation } from '~/i18n/words'
import { Icon, type IconName } from '../kit/icons'

type Known = { asked: string; name: string; number: string; unitName: string; position: string; course: string; passedOn: string }
export type CheckFacts =
  | { state: 'unknown'; asked: string }
  | ({ state: 'valid' | 'superseded' | 'revoked' } & Known)
  | ({ state: 'expired'; because: 'left' | 'overdue' } & Known)

const looks: Record<CheckFacts['state'], { icon: IconName; colour: string }> = {
  valid: { icon: 'met', colour: 'text-met' },
  expired: { icon: 'due', colour: 'text-due' },
  superseded: { icon: 'waived', colour: 'text-ink2' },
  revoked: { icon: 'barred', colour: 'text-vermilion' },
  unknown: { icon: 'none', colour: 'text-ink2' },
}

/** The answer to one question: is this certificate valid today? */
export function CertificateCheck({ check }: { check: CheckFacts }) {
  const { t } = useTranslation('credentials')
  const { icon, colour } = looks[check.state]
  return (
    <div className="mx-auto max-w-measure py-4">
      <p className="text-ink2">{t('check.question')}</p>
      <h1 className={`mt-2 flex items-center gap-3 text-36 ${colour}`}>
        <Icon name={icon} size={36} />
        {t(`state.${check.state}`)}
      </h1>
      <p className="mt-3 text-18">{t(`why.${check.state === 'expired' ? check.because : check.state}`)}</p>
      {check.state === 'unknown' ? <p className="mt-6 text-ink2">{t('check.howTo')}</p> : <Known facts={check} />}
      <p className="mt-8 text-14 text-ink2">
        {t('check.on')} {check.asked}
      </p>
    </div>
  )
}

function Known({ facts }: { facts: Known }) {
  const { t } = useTranslation('credentials')
  const rows = [
    [t('check.name'), facts.name],
    [t('print.position'), facts.position],
    [t('print.unit'), facts.unitName],
    [t('print.course'), facts.course],
    [t('print.passedOn'), facts.passedOn],
    [t('print.number'), facts.number],
  ] as const
  return (
    <>
      <dl className="mt-8 border-b border-line">
        {rows.map(([term, value]) => (
          <div key={term} className="flex gap-4 border-t border-line py-3">
            <dt className="w-24 shrink-0 text-ink2">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-14 text-ink2">{t('check.nameHint')}</p>
    </>
  )
}
