import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field, FormErrors, type Option, Select } from '../kit/field'
import { OutsideWorker } from './outside-worker'
import { FieldError, TickBox, Ticks } from './ticks'

export type RequestChoices = {
  today: string
  from: string
  to: string
  kinds: { id: string; name: string; plain: string }[]
  workers: { id: string; name: string }[]
  otherWorkers: Option[]
  guards: Option[]
  measures: { id: string; name: string; always: boolean }[]
  licences: Option[]
  policy: string
}

/** Asking for a permit, in about a minute: where, what, when, who, and what is done against fire. */
export function RequestForm({ id, choices, answer }: { id: string; choices: RequestChoices; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('hotwork')
  return (
    <form method="post" className="mt-6 max-w-measure">
      <input type="hidden" name="id" value={answer?.values.id ?? id} />
      <FormErrors answer={answer} />
      <Field name="place" label={t('field.place')} hint={t('ask.placeHint')} answer={answer} required maxLength={80} autoComplete="off" />
      <Field name="work" label={t('field.work')} hint={t('ask.workHint')} answer={answer} required maxLength={120} autoComplete="off" />
      <Kinds kinds={choices.kinds} answer={answer} />
      <div className="grid grid-cols-2 gap-x-3 sm:grid-cols-3">
        <div className="col-span-2 sm:col-span-1">
          <Field name="day" label={t('ask.day')} answer={answer} type="date" value={choices.today} required />
        </div>
        <Field name="from" label={t('ask.from')} answer={answer} type="time" value={choices.from} required />
        <Field name="to" label={t('ask.to')} answer={answer} type="time" value={choices.to} required />
      </div>
      <p className="-mt-3 mb-5 text-14 text-ink2">{choices.policy}</p>
      <Opening answer={answer} />
      <Workers choices={choices} answer={answer} />
      <Select
        name="guard"
        label={t('field.guard')}
        hint={t('ask.guardHint')}
        answer={answer}
        options={choices.guards}
        empty={t('ask.choose')}
        required
      />
      <Ticks
        legend={t('ask.measures')}
        hint={t('ask.measuresHint')}
        error="measures"
        ticks={choices.measures.map(({ id: measure, name, always }) => ({
          name: `measure-${measure}`,
          label: name,
          ...(always ? { note: t('ask.always') } : {}),
        }))}
        answer={answer}
      />
      <Field name="machine" label={t('ask.machine')} answer={answer} maxLength={40} autoComplete="off" />
      <Button weight="primary" className="w-full sm:w-auto">
        {t('ask.go')}
      </Button>
      <p className="mt-3 text-14 text-ink2">{t('ask.noticeLater')}</p>
    </form>
  )
}

function Kinds({ kinds, answer }: { kinds: RequestChoices['kinds']; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('hotwork')
  const chosen = answer?.values.kind ?? kinds[0]?.id
  return (
    <fieldset className="mb-5">
      <legend className="font-semibold">{t('field.kind')}</legend>
      {kinds.map(({ id, name, plain }) => (
        <label key={id} className="flex min-h-touch items-start gap-3 py-2">
          <input type="radio" name="kind" value={id} required defaultChecked={id === chosen} className="mt-1 size-5 shrink-0" />
          <span>
            {name}
            <span className="block text-14 text-ink2">{plain}</span>
          </span>
        </label>
      ))}
      <FieldError name="kind" answer={answer} />
    </fieldset>
  )
}

function Opening({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation('hotwork')
  const isOn = (name: string) => answer?.values[name] === 'on'
  return (
    <fieldset className="mb-5">
      <legend className="font-semibold">{t('ask.opening')}</legend>
      <p className="text-14 text-ink2">{t('ask.openingHint')}</p>
      <div className="mt-2 grid grid-cols-2 gap-x-3">
        <Field name="opens" label={t('ask.opens')} answer={answer} type="time" />
        <Field name="closes" label={t('ask.closes')} answer={answer} type="time" />
      </div>
      <TickBox tick={{ name: 'isClosed', label: t('mark.isClosed') }} isChosen={isOn('isClosed')} />
      <TickBox tick={{ name: 'isOpen', label: t('mark.isOpen') }} isChosen={isOn('isOpen')} />
      <FieldError name="isOpen" answer={answer} />
      <TickBox tick={{ name: 'isHidden', label: t('mark.isHidden') }} isChosen={isOn('isHidden')} />
      <TickBox tick={{ name: 'hasGas', label: t('mark.hasGas') }} isChosen={isOn('hasGas')} />
    </fieldset>
  )
}

function Workers({ choices, answer }: { choices: RequestChoices; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('hotwork')
  const { workers, otherWorkers, licences } = choices
  const opened = ['otherWorker', 'card', 'seenName', 'seenNumber'].some((name) => (answer?.values[name] ?? '') !== '')
  return (
    <Ticks
      legend={t('ask.workers')}
      hint={t(workers.length > 0 ? 'ask.workersHint' : 'ask.noWelders')}
      error="worker"
      ticks={workers.map(({ id, name }) => ({ name: `worker-${id}`, label: name }))}
      answer={answer}
    >
      <details open={opened || workers.length === 0} className="mt-1">
        <summary className="opens flex min-h-touch cursor-pointer items-center">{t('ask.others')}</summary>
        {otherWorkers.length > 0 && (
          <Select name="otherWorker" label={t('ask.otherWorker')} answer={answer} options={otherWorkers} empty={t('ask.nobody')} />
        )}
        <OutsideWorker licences={licences} answer={answer} />
      </details>
    </Ticks>
  )
}
