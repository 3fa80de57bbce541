import type { ReactNode } from 'react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field, FormErrors } from '../kit/field'
import { Notice } from '../kit/notice'
import type { PermitView } from './permit-view'
import { Ticks, YesNo } from './ticks'

type Facts = { permit: PermitView; answer: FormAnswer | undefined }

/** The one next act: its form where it is the reader's, else who is waited for. */
export function NextAct({ permit, answer }: Facts) {
  const { t } = useTranslation('hotwork')
  const { next } = permit
  if (next === null) return null
  if (!next.isMine) return <p className="no-print mt-4 max-w-measure text-18">{t(`await.${next.act}`, { whom: next.whom })}</p>
  const own = answer?.values.intent === next.act ? answer : undefined
  return (
    <section aria-labelledby="next" className="no-print mt-6 max-w-measure border-t-4 border-indigo pt-4">
      <h2 id="next">{t(`next.${next.act}`, { name: permit.forms.worker?.name ?? '' })}</h2>
      <Act permit={permit} answer={own} />
    </section>
  )
}

function Act({ permit, answer }: Facts) {
  switch (permit.next?.act) {
    case 'approved':
      return <Approve permit={permit} answer={answer} />
    case 'worker-checked':
      return <CheckWorker permit={permit} answer={answer} />
    case 'guard-present':
      return <Guard permit={permit} answer={answer} />
    case 'notice-posted':
      return <Post permit={permit} answer={answer} />
    case 'started':
      return <Start permit={permit} answer={answer} />
    case 'looked':
      return <Look permit={permit} answer={answer} />
    default:
      return <Plain permit={permit} answer={answer} />
  }
}

function Sending({ permit, answer, children, isClosed = false }: Facts & { children?: ReactNode; isClosed?: boolean }) {
  const { t } = useTranslation('hotwork')
  const act = permit.next?.act ?? 'ended'
  return (
    <form method="post" className="mt-3">
      <input type="hidden" name="intent" value={act} />
      <FormErrors answer={answer} />
      {children}
      {!isClosed && (
        <Button weight="primary" className="w-full sm:w-auto">
          {t(`go.${act}`)}
        </Button>
      )}
    </form>
  )
}

const Plain = ({ permit, answer }: Facts) => <Sending permit={permit} answer={answer} />

function Approve({ permit, answer }: Facts) {
  const { t } = useTranslation('hotwork')
  return (
    <Sending permit={permit} answer={answer}>
      <p className="mb-4">{t('approve.read')}</p>
      {permit.forms.delegated && (
        <Ticks
          legend={t('approve.for')}
          error="isDelegated"
          ticks={[{ name: 'isDelegated', label: t('approve.delegated') }]}
          answer={answer}
        />
      )}
    </Sending>
  )
}

function CheckWorker({ permit, answer }: Facts) {
  const { t } = useTranslation('hotwork')
  const { worker } = permit.forms
  if (worker === null) return null
  return (
    <Sending permit={permit} answer={answer}>
      <input type="hidden" name="workerId" value={worker.id} />
      {worker.warning !== null && answer === undefined && (
        <Notice kind="stop" title={t('check.unfit')}>
          <p>{t(worker.warning.reason, worker.warning.values)}</p>
        </Notice>
      )}
      <YesNo
        name="isSame"
        legend={t('check.same', { name: worker.name })}
        hint={t('check.hint')}
        yes={t('check.yes')}
        no={t('check.no')}
        answer={answer}
      />
      {worker.isSeen && (
        <Ticks legend={t('check.page')} error="isOfficial" ticks={[{ name: 'isOfficial', label: t('check.official') }]} answer={answer} />
      )}
    </Sending>
  )
}

function Guard({ permit, answer }: Facts) {
  const { t } = useTranslation('hotwork')
  const { measures, needsGas } = permit.forms
  return (
    <Sending permit={permit} answer={answer}>
      <Ticks
        legend={t('guard.measures')}
        hint={t('guard.hint')}
        error="measures"
        ticks={measures.map(({ id, name }) => ({ name: `measure-${id}`, label: name }))}
        answer={answer}
      />
      {needsGas && <Field name="gas" label={t('guard.gas')} hint={t('guard.gasHint')} answer={answer} autoComplete="off" maxLength={60} />}
    </Sending>
  )
}

function Post({ permit, answer }: Facts) {
  const { t } = useTranslation('hotwork')
  const { places, means } = permit.forms
  return (
    <Sending permit={permit} answer={answer}>
      <Ticks
        legend={t('notice.places')}
        error="places"
        ticks={places.map(({ id, name, required }) => ({
          name: `place-${id}`,
          label: name,
          ...(required ? { note: t('notice.required') } : {}),
        }))}
        answer={answer}
      />
      <Ticks
        legend={t('notice.means')}
        error="means"
        ticks={means.map(({ id, name }) => ({ name: `means-${id}`, label: name }))}
        answer={answer}
      />
      <Field name="where" label={t('notice.where')} answer={answer} autoComplete="off" maxLength={120} />
    </Sending>
  )
}

function Start({ permit, answer }: Facts) {
  const { t } = useTranslation('hotwork')
  const { opens, opensAt } = permit.forms
  return (
    <Sending permit={permit} answer={answer} isClosed={!opens}>
      <p className="mb-4">{t(opens ? 'start.now' : 'start.notYet', { time: opensAt })}</p>
    </Sending>
  )
}

function Look({ permit, answer }: Facts) {
  const { t } = useTranslation('hotwork')
  const { looks, next } = permit.forms
  if (next === null) return null
  return (
    <Sending permit={permit} answer={answer}>
      <p className="mb-4 text-18">
        {t(next.isDue ? 'look.due' : 'look.wait', { at: next.at, count: next.minutesLeft, nth: next.nth, of: next.of })}
      </p>
      {!next.isDue && <p className="mb-4">{t('look.early')}</p>}
      <Ticks legend={t('look.places')} error="looks" ticks={looks.map((label, nth) => ({ name: `look-${nth}`, label }))} answer={answer} />
      <YesNo name="isClear" legend={t('look.clear')} yes={t('look.yes')} no={t('look.no')} answer={answer} />
      <Field name="note" label={t('look.note')} answer={answer} autoComplete="off" maxLength={200} />
      <Field name="sign" label={t('look.sign')} hint={t('look.signHint')} answer={answer} autoComplete="off" required maxLength={30} />
    </Sending>
  )
}
