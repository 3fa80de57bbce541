import { type Locale, readLocale } from '~/i18n/config'
import { useTranslation } from '~/i18n/words'

/** The language that the page is written in. */
export function useLocale(): Locale {
  const { i18n } = useTranslation('shell')
  return readLocale(i18n.language) ?? 'zh'
}
