import type { Catalogue } from './catalogue.server'
import { everythingNamed, type Resting } from './named-sources.server'

/** Finds words whatever the spaces in them. Numbers stay whole: 6.3 is in 6.3.1, not in 16.3, 1.6.3 or 6.30. */
function finder(words: string): RegExp {
  const letters = [...words.replace(/[\s《》]/g, '')].map((letter) => letter.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
  const before = /^\d/.test(words) ? '(?<![\\d.])' : ''
  const after = /\d$/.test(words) ? '(?!\\d)' : ''
  return new RegExp(before + letters.join('\\s*') + after)
}

/** A clause as it is asked for: the law, with a standard's number, and the article. */
function split(clause: string): { law: string; part: string } {
  const [first = '', ...rest] = clause.trim().split(/\s+/)
  const isStandard = /^[A-Z/]+$/.test(first)
  return { law: isStandard ? `${first}${rest[0] ?? ''}` : first, part: (isStandard ? rest.slice(1) : rest).join('') }
}

/** Does `of` name this law and, after it, this part of it? */
function names(of: string, { law, part }: { law: RegExp; part: RegExp | null }): boolean {
  const found = law.exec(of)
  return found !== null && (part === null || part.test(of.slice(found.index + found[0].length)))
}

/** What rests on a clause such as "61号令 第三十六条", lessons first; without an article, on a law at all. */
export function restingOn(content: Catalogue, clause: string): Resting[] {
  const { law, part } = split(clause)
  if (law === '') return []
  const asked = { law: finder(law), part: part === '' ? null : finder(part) }
  const found = everythingNamed(content).filter(({ of }) => names(of, asked))
  const once = new Map(found.map((one) => [`${one.file}:${one.line} ${one.id}`, one]))
  return [...once.values()]
}

/** The laws that anything names, for who asked for one that nothing does. */
export const lawsNamed = (content: Catalogue): string[] => [...new Set(everythingNamed(content).map(({ of }) => split(of).law))].sort()
