import type { Locale } from '~/i18n/config'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { type Fact, Facts, Part } from '../org/facts'
import type { HealthShown } from './health-shown'

/** How mail goes. Without a server for it nothing is mailed, and it is said so. */
export function MailPart({ mail, locale }: { mail: HealthShown['mail']; locale: Locale }) {
  const { t } = useTranslation('running')
  const at = (instant: string | null) => (instant === null ? t('mail.never') : instantText(instant, locale))
  const { trouble } = mail
  const facts: Fact[] = [
    {
      key: 'waiting',
      label: t('mail.waiting'),
      value: mail.oldest === null ? mail.waiting : t('mail.waitingSince', { n: mail.waiting, at: at(mail.oldest) }),
    },
    { key: 'taken', label: t('mail.taken'), value: at(mail.lastTaken) },
    ...(trouble === null ? [] : [{ key: 'trouble', label: t('mail.trouble'), value: `${at(trouble.at)} · ${trouble.said}` }]),
  ]
  return (
    <Part title={t('mail.title')}>
      {!mail.isSet && <p className="mb-2 text-ink2">{t('mail.notSet')}</p>}
      <Facts facts={facts} />
    </Part>
  )
}
