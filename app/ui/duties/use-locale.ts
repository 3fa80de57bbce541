import { useTranslation } from 'react-i18next'
import { type Locale, readLocale } from '~/i18n/config'

/** The language that the page is written in. */
export function useLocale(): Locale {
  const { i18n } = useTranslation()
  return readLocale(i18n.language) ?? 'zh'
}
