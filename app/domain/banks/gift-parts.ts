import { htmlText, looksLikeHtml } from './html-text'
import type { QuestionFault } from './question'
import { pointInCategory } from './tags'

/** head: the stem as it stands. body: what is in the braces, null where there are none. tail: what follows them, null where there is no brace at all. */
export type GiftChunk = {
  readonly line: number
  readonly head: string
  readonly body: string | null
  readonly tail: string | null
  readonly tags: readonly string[]
  readonly id: string
  readonly point: string
}

const title = /^::(?:\\[\s\S]|[^\\:]|:(?!:))*::/

/** The first brace that is no text, from a place on. */
function braceAt(text: string, brace: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === brace) return at
  }
  return -1
}

function cut(text: string): Pick<GiftChunk, 'head' | 'body' | 'tail'> {
  const whole = text.trim().replace(title, '').trim()
  const open = braceAt(whole, '{', 0)
  if (open < 0) return { head: whole, body: null, tail: null }
  const close = braceAt(whole, '}', open + 1)
  const head = whole.slice(0, open)
  return close < 0 ? { head, body: null, tail: '' } : { head, body: whole.slice(open + 1, close), tail: whole.slice(close + 1) }
}

const remark = /\[(id|tag):((?:\\[\s\S]|[^\]\\])*)\]/g

/** The questions of a text, which empty lines part; remarks before a question say what it is called and about. */
export function giftChunks(text: string): GiftChunk[] {
  const chunks: GiftChunk[] = []
  let [lines, tags, id, point, line]: [string[], string[], string, string, number] = [[], [], '', '', 0]
  const end = () => {
    if (lines.length > 0) chunks.push({ line, ...cut(lines.join('\n')), tags, id, point })
    if (lines.length > 0) [lines, tags, id] = [[], [], '']
  }
  for (const [nth, raw] of text.replace(/\r\n?/g, '\n').split('\n').entries()) {
    const said = raw.trim()
    if (said === '') end()
    else if (said.startsWith('//')) {
      for (const [, name, value = ''] of said.matchAll(remark)) {
        const plain = value.replace(/\\([\s\S])/g, '$1')
        if (name === 'id') id = plain
        else tags.push(plain)
      }
    } else if (/^\$CATEGORY:/i.test(said)) {
      end()
      point = pointInCategory(said.slice('$CATEGORY:'.length))
    } else {
      if (lines.length === 0) line = nth + 1
      lines.push(raw)
    }
  }
  end()
  return chunks
}

const unescaped = (raw: string): string => raw.replace(/\\([\\~=#{}:n])/g, (_, letter) => (letter === 'n' ? '\n' : letter))

/** A text with the kind of text that it says it is, or that its question is. */
export function textOf(raw: string, usual: string | null): { text: string; format: string | null } | { fault: QuestionFault } {
  const [all = '', named] = /^\s*\[(html|moodle|plain|markdown)\]/i.exec(raw) ?? []
  const format = named?.toLowerCase() ?? usual
  const plain = unescaped(raw.slice(all.length).trim())
  if (format === 'plain' || format === 'markdown' || (format !== 'html' && !looksLikeHtml(plain))) return { text: plain, format }
  const found = htmlText(format === 'html' ? plain : plain.replaceAll('\n', '<br>'))
  return typeof found === 'string' ? { fault: found } : { text: found.text, format }
}

/** raw: the text as it stands, its weight taken off. */
export type GiftAnswer = { mark: '=' | '~'; raw: string; weight: number | null; feedback: string }

/** What stands in the braces. before: what comes before the first option, parted by its marks of feedback. general: what is told to everybody. */
export function partsOf(body: string): { before: string[]; answers: GiftAnswer[]; general: string } {
  const before = ['']
  const answers: GiftAnswer[] = []
  let general: string | null = null
  let isTold = false
  for (const [piece] of body.matchAll(/\\[\s\S]|####|[=~#]|[^\\=~#]+|\\/g)) {
    const last = answers.at(-1)
    if (general !== null) general += piece
    else if (piece === '####') general = ''
    else if (piece === '=' || piece === '~') {
      answers.push({ mark: piece, raw: '', weight: null, feedback: '' })
      isTold = false
    } else if (piece === '#') {
      isTold = true
      if (last === undefined) before.push('')
      else if (last.feedback !== '') last.feedback += piece
    } else if (last === undefined) before.push(`${before.pop()}${piece}`)
    else if (isTold) last.feedback += piece
    else last.raw += piece
  }
  return { before, answers: answers.map(withWeight), general: general ?? '' }
}

function withWeight({ raw, ...rest }: GiftAnswer): GiftAnswer {
  const [all = '', weight] = /^\s*%(-?\d+(?:\.\d+)?)%/.exec(raw) ?? []
  return { ...rest, raw: raw.slice(all.length), weight: weight === undefined ? null : Number(weight) }
}
