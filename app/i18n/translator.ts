import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { processKind } from '~/env.server'
import type { Locale } from './config'

const files = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { eager: true, import: 'default' })

function make(locale: Locale): i18n {
  const resources: Record<string, Record<string, unknown>> = {}
  for (const [file, words] of Object.entries(files)) {
    const [, language, area] = /locales\/([a-z]+)\/([a-z-]+)\.json$/.exec(file) ?? []
    if (language === locale && area) resources[area] = words
  }
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: resources },
    ns: Object.keys(resources),
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    initAsync: false,
    parseMissingKeyHandler: (key) => {
      if (processKind !== 'production') throw new Error(`no words for ${key} in ${locale}`)
      return key
    },
  })
  return instance
}

const instances = { zh: make('zh'), en: make('en') }

/** The words of one language. */
export const translator = (locale: Locale): i18n => instances[locale]
