import { useTranslation } from '~/i18n/words'
import type { SourceShown } from './practical'

/** What something rests on, a line each: the clause and how far it was checked, or that it is our own way of doing it. */
export function Rests({ rests }: { rests: readonly SourceShown[] }) {
  const { t } = useTranslation('practicals')
  return (
    <ul className="mt-2 text-14 text-ink2">
      {rests.map(({ of, says, mark, page }) =>
        mark === 'house' ? (
          <li key="house">{t('rests.house')}</li>
        ) : (
          <li key={of + says}>
            <cite className="not-italic">{of}</cite> · {t(`rests.mark.${mark}`)}
            <br />
            {says}
            {page !== null && mark === 'V2' && <span className="block">{t('rests.page', { page })}</span>}
          </li>
        ),
      )}
    </ul>
  )
}
