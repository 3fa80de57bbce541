import fs from 'node:fs'
import path from 'node:path'
import { catalogue } from '~/content/catalogue.server'
import { colourOf } from '~/domain/outreach/drawing-colours'
import type { Locale } from '~/i18n/config'

/** The classes that a drawing uses, as rules; only what differs in the dark is said twice. */
function rulesOf(source: string): string {
  const used = [...new Set(source.match(/\b[fs]-[a-z0-9]+/g) ?? [])].sort()
  const rule = (name: string, isDark: boolean) => `.${name}{${name.startsWith('f') ? 'fill' : 'stroke'}:${colourOf(name.slice(2), isDark)}}`
  const changing = used.filter((name) => rule(name, false) !== rule(name, true))
  const inTheDark = changing.map((name) => rule(name, true)).join('')
  return `${used.map((name) => rule(name, false)).join('')}text{font-family:"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}@media(prefers-color-scheme:dark){${inTheDark}}`
}

const kept = new Map<string, string>()

/** The picture story of a lesson as a file of its own: frame below frame, with its colours, words in one language. */
export function storyPicture(slug: string, locale: Locale): string {
  const key = `${slug} ${locale}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const other = locale === 'zh' ? 'l-en' : 'l-zh'
  const source = fs
    .readFileSync(path.join(catalogue().root, 'micro', `${slug}.svg`), 'utf8')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(new RegExp(`<text[^>]*class="[^"]*\\b${other}\\b[^"]*"[^>]*>[\\s\\S]*?</text>`, 'g'), '')
  const made = source.replace(/<svg\b[^>]*>/, (open) => `${open}<style>${rulesOf(source)}</style>`)
  kept.set(key, made)
  return made
}
