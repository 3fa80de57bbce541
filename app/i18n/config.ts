export type Locale = 'zh' | 'en'
export const locales: readonly Locale[] = ['zh', 'en']

/** The locale this text names, or null. */
export const readLocale = (text: string | undefined): Locale | null => (text === 'zh' || text === 'en' ? text : null)

/** What goes into `lang`. */
export const languageTag: Record<Locale, string> = { zh: 'zh-CN', en: 'en' }

/** One text in both languages, as content files write it. */
export type Bilingual = { zh: string; en: string }

/** How a reader wants pages: language, theme and type size. */
export type Preferences = { locale: Locale; theme: 'light' | 'dark' | 'system'; large: boolean }
