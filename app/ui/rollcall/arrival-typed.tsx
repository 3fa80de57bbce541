import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field } from '../kit/field'

/** For a code that cannot be scanned: its eight letters, as they stand under the picture. */
export function TypedCode() {
  const { t } = useTranslation('rollcall')
  return (
    <div className="mx-auto max-w-md pt-2">
      <h1>{t('arrival.typed.title')}</h1>
      <p className="mt-3">{t('arrival.typed.lead')}</p>
      <form method="get" action="/K" className="mt-6">
        <Field
          name="code"
          label={t('arrival.typed.code')}
          hint={t('arrival.typed.hint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          placeholder="XXXX XXXX"
          maxLength={20}
          required
        />
        <Button weight="primary" className="w-full sm:w-auto">
          {t('arrival.typed.go')}
        </Button>
      </form>
      <p className="mt-6 text-ink2">{t('arrival.orTick')}</p>
    </div>
  )
}
