import { type Locale, type Preferences, readLocale } from '~/i18n/config'
import type { Asked } from './asked.server'

const cookieName = 'mingbai_view'

/** Language, theme and type size of this browser: the cookie, else what the browser asks for, else Chinese. */
export const readPreferences = (request: Asked): Preferences =>
  readPreferencesFrom(request.headers.get('Cookie') ?? '', request.headers.get('Accept-Language'))

/** The same from the two headers. */
export function readPreferencesFrom(cookies: string, languages: string | null): Preferences {
  const stored = new RegExp(`(?:^|; )${cookieName}=([a-z.-]*)`).exec(cookies)?.[1] ?? ''
  const [locale, theme, size] = stored.split('.')
  return {
    locale: readLocale(locale) ?? fromHeader(languages),
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    large: size === 'large',
  }
}

function fromHeader(header: string | null): Locale {
  const first = (header ?? '')
    .split(',')
    .map((part) => readLocale(part.trim().slice(0, 2).toLowerCase()))
    .find((locale) => locale !== null)
  return first ?? 'zh'
}

/** The Set-Cookie header that keeps these preferences for a year. No personal data. */
export const preferencesCookie = (chosen: Preferences): string =>
  `${cookieName}=${chosen.locale}.${chosen.theme}.${chosen.large ? 'large' : 'plain'}; Path=/; Max-Age=31536000; SameSite=Lax`
