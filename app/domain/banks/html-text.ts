import { tidyText } from './question-text'

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '' },
  ...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', hellip: '…', mdash: '—', ndash: '–', middot: '·', bull: '•' },
  ...{
    times: '×',
    divide: '÷',
    plusmn: '±',
    deg: '°',
    le: '≤',
    ge: '≥',
    ne: '≠',
    sup2: '²',
    sup3: '³',
    permil: '‰',
    micro: 'µ',
    radic: '√',
  },
}

function character(code: number): string {
  const isOne = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isOne ? String.fromCodePoint(code) : ''
}

/** Entities as the characters that they stand for; those that we do not know stay as they are. */
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,12}));/g, (all, decimal, hex, name) => {
    if (decimal !== undefined) return character(Number(decimal))
    if (hex !== undefined) return character(Number.parseInt(hex, 16))
    return Object.hasOwn(named, name) ? (named[name] ?? all) : all
  })

const raised: Readonly<Record<string, string>> = { '0': '⁰', '1': '¹', '2': '²', '3': '³', '-': '⁻' }
const lowered: Readonly<Record<string, string>> = { '0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄' }

const shifted = (text: string, letters: Readonly<Record<string, string>>): string | null => {
  const found = [...text.trim()].map((letter) => letters[letter])
  return found.every((letter) => letter !== undefined) ? found.join('') : null
}

/** What our texts cannot show: a question with it would not be the same question. */
const pictures = /<(?:img|picture|svg|canvas|video|audio|iframe|object|embed)\b/i
const others = /<(?:table|math|form|input|select|textarea|button)\b/i
const silent =
  /<(script|style|template|noscript|title)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[|\]\]>|<\?[\s\S]*?(?:>|$)|<![A-Za-z][^>]*>/gi
const tag = /<(\/?)([A-Za-z][A-Za-z0-9]*)\b(?:[^>"']|"[^"]*"|'[^']*')*>/g
const lines = new Set(['p', 'div', 'br', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'blockquote', 'pre', 'section', 'hr'])

/** Text between tags: what HTML shows as one blank is one, and what would be bold in our texts is not. */
const shown = (text: string): string => decoded(text.replace(/[ \t\r\n]+/g, ' ')).replaceAll('**', '\\*\\*')

/** How a tag is shown; lists counts the items of the lists that are open. */
function markOf(isEnd: boolean, name: string, lists: (number | null)[]): string {
  if (name === 'b' || name === 'strong') return '**'
  if (name === 'ol' || name === 'ul') {
    if (isEnd) lists.pop()
    else lists.push(name === 'ol' ? 0 : null)
    return '\n'
  }
  if (name === 'li' && !isEnd) {
    const count = lists.pop() ?? null
    lists.push(count === null ? null : count + 1)
    return count === null ? '\n- ' : `\n${count + 1}. `
  }
  return lines.has(name) ? '\n' : ''
}

/** Bold that is empty, or that a line break cuts, is written where our texts can hold it. */
const wholeBold = (text: string): string =>
  text
    .replace(/(?<!\\)\*\*(\s*)(?<!\\)\*\*/g, '$1')
    .replace(/(?<!\\)\*\*(\s*)((?:(?!(?<!\\)\*\*)[\s\S])+?)(\s*)(?<!\\)\*\*/g, (_, before, inside: string, after) => {
      const parts = inside.split('\n').map((part) => (part.trim() === '' ? part : `**${part.trim()}**`))
      return `${before}${parts.join('\n')}${after}`
    })

/**
 * HTML as a text of our own: bold, lists and line breaks stay, other tags go, what they hold stays. Refuses what would be lost: pictures,
 * tables, and small letters above or below the line that have no character of their own.
 */
export function htmlText(html: string): { text: string } | 'hasPicture' | 'otherContent' {
  if (pictures.test(html)) return 'hasPicture'
  if (others.test(html)) return 'otherContent'
  let isLost = false
  const flat = html.replace(silent, '').replace(/<(sup|sub)\b[^>]*>([^<]*)<\/\1\s*>/gi, (_, name: string, inside: string) => {
    const found = shifted(decoded(inside), name.toLowerCase() === 'sup' ? raised : lowered)
    isLost ||= found === null
    return found ?? ''
  })
  if (isLost || /<(?:sup|sub)\b/i.test(flat)) return 'otherContent'
  const lists: (number | null)[] = []
  let text = ''
  let from = 0
  for (const found of flat.matchAll(tag)) {
    text += shown(flat.slice(from, found.index)) + markOf(found[1] === '/', (found[2] ?? '').toLowerCase(), lists)
    from = found.index + found[0].length
  }
  return { text: tidyText(wholeBold(text + shown(flat.slice(from)))) }
}

const anyTag = /<\/?(?:p|br|b|strong|em|i|u|span|div|ul|ol|li|img|sub|sup|table|font|a)\b[^<>]*>/i

/** Whether a text that does not say what it is was written as HTML. */
export const looksLikeHtml = (text: string): boolean => anyTag.test(text)
