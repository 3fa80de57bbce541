import fs from 'node:fs'
import path from 'node:path'

const drawings = new Map<string, string>()

/**
 * A drawing of a lesson as inline SVG: without prolog and comments, its ids and what points at them prefixed with its name, hidden from
 * readers of the page because the element around it carries the description. Words in the other language are left out.
 */
export function pictureIn(folder: string, name: string, language: 'zh' | 'en'): string {
  const key = `${folder} ${name} ${language}`
  const known = drawings.get(key) ?? inlined(fs.readFileSync(path.join(folder, `${name}.svg`), 'utf8'), name, language)
  drawings.set(key, known)
  return known
}

export const pictureExists = (folder: string, name: string): boolean => fs.existsSync(path.join(folder, `${name}.svg`))

function inlined(source: string, name: string, language: 'zh' | 'en'): string {
  const other = language === 'zh' ? 'l-en' : 'l-zh'
  return source
    .replace(/<\?xml[^>]*\?>|<!DOCTYPE[^>]*>|<!--[\s\S]*?-->/g, '')
    .replace(new RegExp(`<text[^>]*class="[^"]*\\b${other}\\b[^"]*"[^>]*>[\\s\\S]*?</text>`, 'g'), '')
    .replace(/\bid="([^"]+)"/g, (_, id: string) => `id="${own(name, id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${own(name, id)})`)
    .replace(/href="#([^"]+)"/g, (_, id: string) => `href="#${own(name, id)}"`)
    .replace(
      /<svg\b([^>]*)>/,
      (_, attributes: string) => `<svg${attributes.replace(/\s(role|aria-label)="[^"]*"/g, '')} aria-hidden="true" focusable="false">`,
    )
    .trim()
}

const own = (name: string, id: string): string => (id.startsWith(`${name}-`) ? id : `${name}-${id}`)
