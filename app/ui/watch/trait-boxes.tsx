import { roomTraits } from '~/domain/watch/rules'
import { useTranslation } from '~/i18n/words'

/** What a room has, to be ticked. */
export function TraitBoxes() {
  const { t } = useTranslation('watch')
  return (
    <fieldset className="mb-5">
      <legend className="font-semibold">{t('trait.legend')}</legend>
      {roomTraits.map((trait) => (
        <label key={trait} className="flex min-h-touch items-start gap-3 py-2">
          <input type="checkbox" name="traits" value={trait} className="mt-1 size-5" />
          <span>
            {t(`trait.${trait}`)}
            <span className="block text-14 text-ink2">{t(`trait.hint.${trait}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
