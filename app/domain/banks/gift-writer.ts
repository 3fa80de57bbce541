import type { BankQuestion } from './question'
import { tagsOf } from './tags'

/** Marks of the format, and line ends, as text. */
export const giftText = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n')

const startsLikeFormat = /^\[(?:html|moodle|plain|markdown)\]/i
const inTag = (text: string): string => text.replace(/[\\\]]/g, '\\$&')

/** An option with its mark; a weight stands before whatever would be read as one, and the kind of text before whatever names one. */
function option(text: string, mark: string, weight: string, isWeighed: boolean): string {
  const needed = isWeighed || text.startsWith('%') || startsLikeFormat.test(text)
  return `${mark}${needed ? `%${weight}%` : ''}${startsLikeFormat.test(text) ? '[markdown]' : ''}${giftText(text)}`
}

/** Where several are right, each of them is worth its share, and a wrong one costs everything. */
function options({ options: all, right, kind }: BankQuestion): string[] {
  const share = String(Number((100 / right.length).toFixed(5)))
  return all.map((text, place) => {
    const isRight = right.includes(place)
    if (kind === 'multiple') return option(text, '~', isRight ? share : '-100', true)
    return isRight ? option(text, '=', '100', false) : option(text, '~', '0', false)
  })
}

function written(question: BankQuestion): string {
  const { id, kind, stem, right, explanation } = question
  const marks = [...(id === null ? [] : [`[id:${inTag(id)}]`]), ...tagsOf(question).map((tag) => `[tag:${inTag(tag)}]`)]
  const inside = kind === 'truefalse' ? [right[0] === 0 ? 'TRUE' : 'FALSE'] : options(question)
  return [
    ...(marks.length === 0 ? [] : [`// ${marks.join(' ')}`]),
    `[markdown]${giftText(stem)}{`,
    ...inside,
    ...(explanation === '' ? [] : [`####${startsLikeFormat.test(explanation) ? '[markdown]' : ''}${giftText(explanation)}`]),
    '}',
  ].join('\n')
}

/** Questions as GIFT that readGift reads back as they are. */
export const writeGift = (questions: readonly BankQuestion[]): string => `${questions.map(written).join('\n\n')}\n`
