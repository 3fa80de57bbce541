import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import type { DutyLine } from '../duties/duty-line'
import { StandingLines } from '../duties/standing-line'
import { Button, LinkButton } from '../kit/button'
import { Field, FormErrors, TextArea } from '../kit/field'
import { Icon, type IconName } from '../kit/icons'
import { Notice } from '../kit/notice'
import { CertificateHistory, type HistoryLine } from './certificate-history'
import { SpokenNumber } from './spoken-number'

type State = { state: 'valid' | 'superseded' | 'revoked' } | { state: 'expired'; because: 'left' | 'overdue' }
export type CertificateFacts = {
  id: string
  number: string
  name: string
  unitName: string
  position: string
  course: string
  passedOn: string
  score: number | null
  state: State
  revoked: { on: string; reason: string } | null
  /** The duties that its training is asked by, as they stand today. */
  lines: DutyLine[]
  checkAddress: string
  /** The certificate that corrects it. */
  correctedBy: string | null
  /** Its number by the groups in which it is read out. */
  spoken: string[][]
  history: HistoryLine[]
  mayRevoke: boolean
  mayCorrect: boolean
  revoking: boolean
  done: 'revoked' | 'corrected' | null
}

const looks: Record<State['state'], { icon: IconName; colour: string }> = {
  valid: { icon: 'met', colour: 'text-met' },
  expired: { icon: 'due', colour: 'text-due' },
  superseded: { icon: 'waived', colour: 'text-ink2' },
  revoked: { icon: 'barred', colour: 'text-vermilion' },
}

/** The certificate as its holder and those responsible see it: its state today, the picture to keep, the PDF. */
export function CertificatePage({ certificate, answer }: { certificate: CertificateFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('credentials')
  const { state, name, position, passedOn, revoked } = certificate
  const { icon, colour } = looks[state.state]
  const asks = certificate.mayRevoke && (certificate.revoking || answer !== undefined)
  return (
    <div className="mx-auto max-w-3xl">
      {certificate.done && (
        <Notice kind="done" live>
          {t(certificate.done === 'revoked' ? 'revoke.done' : 'register.correct.done')}
        </Notice>
      )}
      <h1>{t('print.title')}</h1>
      <p className={`mt-2 flex items-center gap-2 text-18 font-semibold ${colour}`}>
        <Icon name={icon} />
        {t(`state.${state.state}`)}
      </p>
      <p className="mt-1">{t(`why.${state.state === 'expired' ? state.because : state.state}`)}</p>
      <p className="mt-4">{t('page.lead', { name, position, passedOn })}</p>
      {revoked ? (
        <div className="mt-6">
          <Notice kind="stop">
            <p>{t('page.revokedFor', revoked)}</p>
            <p>{t('page.notShown')}</p>
          </Notice>
        </div>
      ) : certificate.correctedBy !== null ? (
        <div className="mt-6">
          <Notice kind="warn">{t('register.correctedNotShown')}</Notice>
        </div>
      ) : (
        <Paper certificate={certificate} />
      )}
      <Facts certificate={certificate} />
      <SpokenNumber groups={certificate.spoken} />
      <CertificateHistory lines={certificate.history} />
      {certificate.lines.length > 0 && (
        <section aria-labelledby="serves" className="no-print mt-8">
          <h2 id="serves" className="mb-2 text-18">
            {t('page.serves')}
          </h2>
          <StandingLines lines={certificate.lines} />
        </section>
      )}
      <p className="no-print mt-6 flex flex-wrap gap-x-8">
        <a href={certificate.checkAddress} className="inline-flex min-h-touch items-center">
          {t('page.checkLink')}
        </a>
        {certificate.mayCorrect && !asks && (
          <a href={`/certificates/${certificate.id}/correct`} className="inline-flex min-h-touch items-center">
            {t('register.correct.open')}
          </a>
        )}
        {certificate.mayRevoke && !asks && (
          <a href={`/certificates/${certificate.id}?revoke#revoke`} className="inline-flex min-h-touch items-center">
            {t('revoke.open')}
          </a>
        )}
      </p>
      {asks && <Revoke certificate={certificate} answer={answer} />}
    </div>
  )
}

function Paper({ certificate: { id, name, number } }: { certificate: CertificateFacts }) {
  const { t } = useTranslation('credentials')
  const address = `/certificates/${id}`
  return (
    <>
      <img
        src={`${address}/picture`}
        width={1600}
        height={1131}
        alt={t('page.picture', { name, number })}
        className="mt-6 h-auto w-full border border-line"
      />
      <div className="no-print mt-4">
        <p className="text-ink2">{t('page.keep')}</p>
        <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-3">
          <LinkButton href={`${address}/pdf`} weight="primary" download>
            {t('page.pdf')}
          </LinkButton>
          <a href={`${address}/picture`} className="inline-flex min-h-touch items-center">
            {t('page.pictureLink')}
          </a>
        </div>
      </div>
    </>
  )
}

function Facts({ certificate: { unitName, position, course, passedOn, number, score } }: { certificate: CertificateFacts }) {
  const { t } = useTranslation('credentials')
  const rows = [
    [t('print.unit'), unitName],
    [t('print.position'), position],
    [t('print.course'), course],
    [t('print.passedOn'), passedOn],
    [t('print.number'), number],
    ...(score === null ? [] : [[t('page.score'), t('page.scoreValue', { score })]]),
  ]
  return (
    <dl className="no-print mt-8 border-b border-line">
      {rows.map(([term, value]) => (
        <div key={term} className="flex gap-4 border-t border-line py-3">
          <dt className="w-24 shrink-0 text-ink2">{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Revoke({ certificate: { id, name }, answer }: { certificate: CertificateFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('credentials')
  return (
    <section id="revoke" className="no-print mt-8 max-w-measure border-t border-line pt-6">
      <h2>{t('revoke.title')}</h2>
      <p className="mb-5 mt-2">{t('revoke.text', { name })}</p>
      <form method="post" action={`/certificates/${id}`}>
        <FormErrors answer={answer} />
        <TextArea name="reason" label={t('revoke.reason')} hint={t('revoke.reasonHint')} rows={3} required answer={answer} />
        <Field name="confirm" label={t('revoke.confirm')} required maxLength={3} autoComplete="off" answer={answer} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button weight="danger">{t('revoke.do')}</Button>
          <a href={`/certificates/${id}`} className="inline-flex min-h-touch items-center">
            {t('revoke.cancel')}
          </a>
        </div>
      </form>
    </section>
  )
}
