import type { Locale } from './config'
import { translator } from './translator'

/** Says a key, with what stands in its places. */
export type Words = (key: string, values?: Readonly<Record<string, string>>) => string

/** As an area's `t`, for thousands of lines at once: each template is looked up once. For keys without plurals. */
export function quickWords(locale: Locale, area: string): Words {
  const t = translator(locale).getFixedT(null, area)
  const templates = new Map<string, string>()
  return (key, values = {}) => {
    const template = templates.get(key) ?? t(key, { skipInterpolation: true })
    templates.set(key, template)
    return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
  }
}
