import fs from 'node:fs'
import path from 'node:path'
import { catalogue } from '~/content/catalogue.server'
import type { Locale } from '~/i18n/config'
import { dark, light } from '~/ui/outreach/micro-style.server'

/** The colours of drawings in app/tailwind.css, light and dark. */
export const drawing: Record<string, readonly [string, string]> = {
  wall: ['#efe9dd', '#2a2723'],
  floor: ['#ddd3c2', '#3a352e'],
  line: ['#d8d2c7', '#45413b'],
  wood: ['#b98a56', '#8c6843'],
  metal: ['#a9b0b5', '#757c81'],
  skin: ['#e5b891', '#c99d78'],
  cloth: ['#3f6e9e', '#5e8fc2'],
  cloth2: ['#c9783f', '#c9783f'],
  smoke: ['#77736d', '#8f8a83'],
  fire: ['#e2572b', '#f0683a'],
  water: ['#5fa3cc', '#5fa3cc'],
  leaf: ['#5e8f5a', '#6fa06a'],
  glass: ['#cfe3ec', '#3c5560'],
  box: ['#c8a473', '#9a7b52'],
}
const named: Record<string, string> = { green: 'met', amber: 'due' }

function colourOf(name: string, isDark: boolean): string {
  const own = drawing[name]
  if (own) return isDark ? own[1] : own[0]
  return (isDark ? dark : light)[named[name] ?? name] ?? 'none'
}

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
