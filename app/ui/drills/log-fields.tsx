import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Field, FormErrors, Select, TextArea } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import type { HeldPage } from './log'

type Facts = { page: HeldPage; answer: FormAnswer | undefined }

/** What kind, where it was supposed to burn, when and where. `isToday`: the day is settled. */
export function WhatWhenWhere({ page, answer, isToday }: Facts & { isToday: boolean }) {
  const { t } = useTranslation('drillrecord')
  const { values, kinds, targets, from, today } = page
  const value = (name: string) => ({ name, answer, value: values[name] ?? '' })
  return (
    <>
      <input type="hidden" name="id" value={values.id} />
      {isToday && <input type="hidden" name="on" value={values.on} />}
      <Select {...value('kind')} label={t('held.kind')} options={kinds} required />
      {!isToday && <Field {...value('on')} label={t('held.on')} type="date" min={from} max={today} required />}
      <Field {...value('target')} label={t('held.target')} hint={t('held.targetHint')} maxLength={80} list="targets" required />
      <datalist id="targets">
        {targets.map((target) => (
          <option key={target} value={target} />
        ))}
      </datalist>
      <div className="grid grid-cols-[8.5em_1fr] gap-4">
        <Field {...value('startsAt')} label={t('held.startsAt')} type="time" required />
        <Field {...value('place')} label={t('held.place')} maxLength={80} required />
      </div>
    </>
  )
}

/** Everybody at work that day, to be ticked; folded, because it is right most of the time. */
export function WhoWasThere({ page: { people }, answer, summary }: Facts & { summary: string }) {
  const isTicked = (id: string, there: boolean): boolean => (answer === undefined ? there : answer.values[`there-${id}`] !== undefined)
  if (people.length === 0) return null
  return (
    <details className="mb-5 border-y border-line py-1">
      <summary className="opens flex min-h-touch items-center font-semibold">{summary}</summary>
      <ul className="mb-2 sm:columns-2">
        {people.map(({ id, label, there }) => (
          <li key={id} className="break-inside-avoid">
            <label className="flex min-h-touch items-center gap-3">
              <input type="checkbox" name={`there-${id}`} value="yes" defaultChecked={isTicked(id, there)} className="h-5 w-5 shrink-0" />
              {label}
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What else may be said: who commanded, what was done, guests, notice and sign. */
export function WhatElse({ page: { values, commanders }, answer }: Facts) {
  const { t } = useTranslation('drillrecord')
  const value = (name: string) => ({ name, answer, value: values[name] ?? '' })
  return (
    <>
      <Select {...value('commander')} label={t('held.commander')} options={commanders} required />
      <TextArea
        name="story"
        label={t('held.story')}
        hint={t('held.storyHint')}
        rows={3}
        answer={answer ?? { errors: {}, values: { story: values.story ?? '' } }}
      />
      <Field {...value('guests')} label={t('held.guests')} hint={t('held.guestsHint')} inputMode="numeric" maxLength={5} />
    </>
  )
}

/** Notice and sign, which 61号令 第四十条 asks for: said now where they are known. */
export function NoticeAndSign({ page: { values, correcting }, answer }: Facts) {
  const { t } = useTranslation('drillrecord')
  if (correcting !== null) return null
  const value = (name: string) => ({ name, answer, value: values[name] ?? '' })
  return (
    <>
      <Field {...value('notice')} label={t('held.notice')} hint={t('held.noticeHint')} maxLength={200} />
      <Field {...value('sign')} label={t('held.sign')} hint={t('held.signHint')} maxLength={200} />
    </>
  )
}

/** What is wrong with the form; nothing where it only asks whether it is the same drill. */
export const HeldErrors = ({ answer }: { answer: FormAnswer | undefined }) =>
  answer?.errors.again === undefined ? <FormErrors answer={answer} /> : null

/** Asks whether a drill of the same kind on the same day is the same one. */
export function SameDrill({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation('drillrecord')
  if (answer?.errors.again === undefined) return null
  return (
    <Notice kind="warn" title={t('refusal.sameDay')} live>
      <p>
        <a href={`/drills/${answer.reasonValues?.drill ?? ''}/record`} className="inline-flex min-h-touch items-center">
          {t('held.seeSame')}
        </a>
      </p>
      <label className="flex min-h-touch items-center gap-3">
        <input type="checkbox" name="again" value="yes" className="h-5 w-5 shrink-0" />
        {t('held.again')}
      </label>
    </Notice>
  )
}
