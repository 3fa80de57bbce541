import type { ReactNode } from 'react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { alarmOutcomes } from '~/domain/watch/log'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import type { ShiftPage } from './shift'
import { ModeChoice } from './take-over-form'

const control = 'mt-1 mb-4 block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16'
type Kind = 'check' | 'alarm' | 'fault' | 'note'

/** What can be written now; the two-hourly look is open, the others behind one tap. */
export function EntryForms({ page, answer }: { page: ShiftPage; answer: FormAnswer | undefined }) {
  return (
    <div className="mt-4">
      {(['check', 'alarm', 'fault', 'note'] as const).map((kind) => (
        <EntryForm key={kind} kind={kind} page={page} answer={answer?.values.intent === kind ? answer : undefined} />
      ))}
    </div>
  )
}

function EntryForm({ kind, page, answer }: { kind: Kind; page: ShiftPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('watch')
  return (
    <details
      className="border-b border-line py-1"
      open={kind === 'check' ? page.isCheckLate || answer !== undefined : answer !== undefined}
    >
      <summary className="opens flex min-h-touch items-center text-18 font-semibold">{t(`entry.write.${kind}`)}</summary>
      <form method="post" className="pt-2">
        <input type="hidden" name="entryId" value={`${page.entryId}-${kind}`} />
        <EntryFields kind={kind} time={page.now} detail={answer?.values ?? {}} answer={answer} />
        <Button weight={kind === 'check' ? 'primary' : 'plain'} name="intent" value={kind} className="mb-3 w-full sm:w-auto">
          {t('entry.save')}
        </Button>
      </form>
    </details>
  )
}

/** The fields of one kind of entry, as a new one or with what it said before. */
export function EntryFields({
  kind,
  time,
  detail,
  answer,
}: {
  kind: Kind
  time: string
  detail: Record<string, string>
  answer: FormAnswer | undefined
}) {
  const { t } = useTranslation('watch')
  const wrong = (name: string): ReactNode =>
    (answer?.errors[name] ?? []).map((key) => (
      <span key={key} className="block text-vermilion">
        {t(key)}
      </span>
    ))
  const line = (name: string, required = false) => (
    <label className="block">
      <span className="font-semibold">{t(`entry.field.${name}`)}</span>
      {wrong(name)}
      <input name={name} defaultValue={detail[name]} required={required} maxLength={300} className={control} />
    </label>
  )
  return (
    <>
      <label className="block">
        <span className="font-semibold">{t('entry.field.time')}</span>
        {wrong('time')}
        <input type="time" name="time" defaultValue={detail.time ?? time} required className={control} />
      </label>
      {kind === 'check' && <ModeChoice answer={answer ?? { errors: {}, values: detail }} id="check" />}
      {(kind === 'alarm' || kind === 'fault') && line('where', true)}
      {kind === 'alarm' && (
        <label className="block">
          <span className="font-semibold">{t('entry.field.outcome')}</span>
          {wrong('outcome')}
          <select name="outcome" defaultValue={detail.outcome ?? 'open'} className={control}>
            {alarmOutcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`outcome.${outcome}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {line('text', kind === 'note')}
      {kind === 'fault' && line('handled')}
    </>
  )
}
