import type { FormAnswer } from '~/domain/shared/refusal'
import { equipmentModes } from '~/domain/watch/log'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field } from '~/ui/kit/field'
import type { ShiftPage } from './shift'

/** Manual or automatic, in two large choices. */
export function ModeChoice({ answer, id }: { answer: FormAnswer | undefined; id: string }) {
  const { t } = useTranslation('watch')
  const errors = answer?.errors.mode ?? []
  return (
    <fieldset className="mb-5" aria-describedby={errors.length > 0 ? `${id}-error` : undefined}>
      <legend className="font-semibold">{t('entry.field.mode')}</legend>
      <div className="flex flex-wrap gap-x-6">
        {equipmentModes.map((mode) => (
          <label key={mode} className="inline-flex min-h-touch items-center gap-2">
            <input type="radio" name="mode" value={mode} required defaultChecked={answer?.values.mode === mode} className="size-5" />{' '}
            {t(`mode.${mode}`)}
          </label>
        ))}
      </div>
      {errors.length > 0 && (
        <p id={`${id}-error`} className="text-vermilion">
          {errors.map((key) => t(key)).join(' ')}
        </p>
      )}
    </fieldset>
  )
}

/** Taking over: who gives, the keys, how the equipment stands, and who else is there. */
export function TakeOverForm({ page, answer }: { page: ShiftPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('watch')
  const isTyped = answer?.values.intent === 'takeOver'
  const typed = isTyped ? answer : undefined
  return (
    <form method="post" className="mt-6" data-once>
      <h2 className="mb-3">{t('takeOver.title')}</h2>
      <input type="hidden" name="entryId" value={page.entryId} />
      <Field name="gives" label={t('entry.field.gives')} value={page.givers} answer={typed} maxLength={60} />
      <ModeChoice answer={typed} id="takeOver" />
      <Field name="keys" label={t('entry.field.keys')} hint={t('takeOver.keysHint')} answer={typed} maxLength={200} />
      <Field name="faults" label={t('entry.field.faults')} hint={t('takeOver.none')} answer={typed} maxLength={300} />
      <Field name="shielded" label={t('entry.field.shielded')} hint={t('takeOver.none')} answer={typed} maxLength={300} />
      {page.others.length > 0 && (
        <fieldset className="mb-5">
          <legend className="font-semibold">{t('takeOver.others')}</legend>
          <p className="text-14 text-ink2">{t('takeOver.othersHint')}</p>
          {page.others.map(({ personId, name }) => (
            <label key={personId} className="flex min-h-touch items-center gap-2">
              <input type="checkbox" name="named" value={personId} className="size-5" /> {name}
            </label>
          ))}
        </fieldset>
      )}
      <Button weight="primary" name="intent" value="takeOver" className="w-full sm:w-auto">
        {t('takeOver.do')}
      </Button>
    </form>
  )
}
