import type { ShownCard } from '~/domain/learn/permit/shown-step'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Face } from './face'

/** A paper as it lies on the table, genuine or a look-alike, and what came of checking it. */
export function LicenceCard({ card }: { card: ShownCard }) {
  const { t } = useTranslation('learn')
  const locale = useLocale()
  return (
    <span className="permit-card">
      <span className="permit-card-face">
        <Face face={card.face} />
      </span>
      <span className="permit-card-lines">
        <strong>{card.title}</strong>
        <span>{t('permit.card.name', { name: card.name })}</span>
        <span>{t('permit.card.category', { category: card.category })}</span>
        <span>{card.until === null ? t('permit.card.noEnd') : t('permit.card.until', { day: dayText(card.until, locale) })}</span>
        <span>{t('permit.card.issuer', { issuer: card.issuer })}</span>
        <span>{t('permit.card.photo', { photo: card.photo })}</span>
      </span>
      <span className="permit-card-check">{t('permit.card.check', { check: card.check })}</span>
    </span>
  )
}
