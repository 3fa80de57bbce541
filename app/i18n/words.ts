import type { i18n, TFunction } from 'i18next'
import { useContext } from 'react'
import { I18nContext } from 'react-i18next'

type Words = { t: TFunction; i18n: i18n }

const known = new WeakMap<i18n, Map<string, Words>>()

function makeWords(instance: i18n, area: string): Words {
  const fixed = instance.getFixedT(null, area)
  const plain = new Map<string, string>()
  const t = new Proxy(fixed, {
    apply(target, self, given: Parameters<TFunction>) {
      const [key, ...rest] = given
      if (rest.length > 0 || typeof key !== 'string') return Reflect.apply(target, self, given)
      const kept = plain.get(key)
      if (kept !== undefined) return kept
      const found = String(Reflect.apply(target, self, given))
      plain.set(key, found)
      return found
    },
  })
  return { t, i18n: instance }
}

/** The words of an area in the reader's language. The same words are looked up once; a page of a hundred words costs little. */
export function useTranslation(area: string): Words {
  const instance: i18n | undefined = useContext(I18nContext)?.i18n
  if (!instance) throw new Error('a page is rendered inside I18nextProvider')
  const areas = known.get(instance) ?? new Map<string, Words>()
  known.set(instance, areas)
  const words = areas.get(area) ?? makeWords(instance, area)
  areas.set(area, words)
  return words
}
