import { Form } from '@remix-run/react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, type Option, Select, TextArea } from '~/ui/kit/field'
import type { RecordPage } from './record'

/** Signing a drill off, opening a signed one again, or calling one off: whichever its state allows. */
export function SignView({ page, kinds, answer }: { page: RecordPage; kinds: Option[]; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  const { id, unit, record, state, isOver } = page
  const act = state === 'signed' ? 'reopen' : isOver ? 'sign' : 'call-off'
  return (
    <div className="max-w-measure">
      <p>
        <a href={`/drills/${id}/record`} className="inline-flex min-h-touch items-center">
          {t('sign.back')}
        </a>
      </p>
      <p className="text-ink2">
        {unit.name} · {dayText(record.on, locale)} · {record.kindName[locale]}
        {record.way === 'paper' && ` · ${t('record.paper')}`}
      </p>
      <h1 className="mb-4 mt-1">{t(`sign.${act}.title`)}</h1>
      {state === 'called-off' ? (
        <p>{t('refusal.calledOff')}</p>
      ) : (
        <Form method="post">
          <FormErrors answer={answer} />
          <p className="mb-5">{t(`sign.${act}.what`, { people: record.there.length })}</p>
          {act !== 'sign' && <Field name="reason" label={t(`sign.${act}.reason`)} answer={answer} required minLength={4} maxLength={300} />}
          <Button weight={act === 'sign' ? 'primary' : 'danger'} name="intent" value={act}>
            {t(`sign.${act}.do`)}
          </Button>
        </Form>
      )}
      {state === 'open-again' && record.way === 'planned' && <WhatItWas page={page} kinds={kinds} answer={answer} />}
    </div>
  )
}

/** What a drill that ran with a board is said to have been; who was there is corrected on the board. */
function WhatItWas({ page: { id, record }, kinds, answer }: { page: RecordPage; kinds: Option[]; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('drillrecord')
  const { kind, target, place, story } = record.body
  return (
    <section className="mt-8 border-t border-line pt-4">
      <h2>{t('sign.facts.title')}</h2>
      <p className="mb-4">
        {t('sign.facts.what')}{' '}
        <a href={`/drills/${id}/board`} className="inline-flex min-h-touch items-center">
          {t('sign.facts.board')}
        </a>
      </p>
      <Form method="post">
        <Select name="kind" label={t('held.kind')} options={kinds} value={kind} answer={answer} required />
        <Field name="target" label={t('held.target')} value={target} answer={answer} required maxLength={80} />
        <Field name="place" label={t('held.place')} value={place} answer={answer} required maxLength={80} />
        <TextArea name="story" label={t('held.story')} rows={3} answer={answer ?? { errors: {}, values: { story } }} />
        <Button name="intent" value="facts">
          {t('sign.facts.do')}
        </Button>
      </Form>
    </section>
  )
}
