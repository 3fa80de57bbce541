import type { BankKind, Difficulty } from './question'

/** What an answer says. places: of the letters, A is 0. twice: a letter that is said twice. */
export type Answer =
  | { readonly kind: 'letters'; readonly places: readonly number[] }
  | { readonly kind: 'truth'; readonly isTrue: boolean }
  | { readonly kind: 'none' | 'unclear' | 'twice' }

const truths = new Set(['正确', '对', '√', '✓', '✔', '☑', '是', 'TRUE', 'T', 'RIGHT', 'YES', 'Y'])
const untruths = new Set(['错误', '错', '不正确', '不对', '×', '✗', '✘', '✕', '❌', '否', 'FALSE', 'X', 'WRONG', 'NO', 'N'])

/** Options that may also be meant as words ("是", "否"); they are true and false where the file says so. */
const alsoWords = new Set(['是', '否', 'YES', 'NO', 'Y', 'N', 'X'])

/** One width, one case, no blanks at the ends; emoji without the mark that only says how they are drawn. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll('\ufe0f', '').trim().toUpperCase()

/** Whether a word says true or false and nothing else; null for every other. */
export function truthWord(text: string): boolean | null {
  const word = plain(text)
  if (truths.has(word)) return true
  return untruths.has(word) || word === 'F' ? false : null
}

/** Whether an option may be read as a word of its own as well as true or false. */
export const isAlsoWord = (text: string): boolean => alsoWords.has(plain(text))

/**
 * Reads an answer as authors write it: "A", "AB", "A、B", "Ａ，Ｂ", "正确", "√", "（B）", "选B". A letter that could be an option's is one where there are
 * options. Anything else is unclear; no answer is guessed.
 */
export function readAnswer(text: string, hasOptions: boolean): Answer {
  const word = plain(text)
    .replace(/[。.;；]$/, '')
    .replace(/^选\s*(?=[(A-Z])/, '')
    .replace(/^[([【]\s*([^()[\]【】]+?)\s*[)\]】]$/, '$1')
  if (word === '') return { kind: 'none' }
  const said = truthWord(word)
  if (said !== null && !(hasOptions && /^[A-Z]$/.test(word))) return { kind: 'truth', isTrue: said }
  if (!/^[A-Z](?:[\s,、;|/和及&]*[A-Z])*$/.test(word)) return { kind: 'unclear' }
  const letters = [...word].filter((letter) => /[A-Z]/.test(letter))
  if (letters.length > 8) return { kind: 'unclear' }
  const places = letters.map((letter) => letter.charCodeAt(0) - 65)
  return new Set(places).size < places.length ? { kind: 'twice' } : { kind: 'letters', places }
}

export const letterOf = (place: number): string => String.fromCharCode(65 + place)
export const lettersOf = (places: readonly number[]): string => places.map(letterOf).join('')

const difficulties: ReadonlyMap<string, Difficulty> = new Map([
  ...['易', '容易', '简单', '低', '一级', '1', 'EASY'].map((word): [string, Difficulty] => [word, 1]),
  ...['中', '中等', '一般', '适中', '二级', '2', 'MEDIUM'].map((word): [string, Difficulty] => [word, 2]),
  ...['难', '困难', '高', '三级', '3', 'HARD', 'DIFFICULT'].map((word): [string, Difficulty] => [word, 3]),
])

/** A difficulty of three; null where nothing is said, 'unknown' where what is said is none of them. */
export function readDifficulty(text: string): Difficulty | 'unknown' | null {
  const word = plain(text)
  return word === '' ? null : (difficulties.get(word) ?? 'unknown')
}

export const difficultyWord = (difficulty: Difficulty): string => ['易', '中', '难'][difficulty - 1] ?? ''

/** The kind that a word names ("单选题", "判断"); null where nothing is said, 'unknown' for every other word. */
export function readKind(text: string): BankKind | 'unknown' | null {
  const word = plain(text).replace(/题$/, '')
  if (word === '' || word === '不定项' || word === '不定项选择') return null
  if (['单选', '单项选择', '单项', 'SINGLE', 'SINGLE CHOICE'].includes(word)) return 'single'
  if (['多选', '多项选择', '多项', 'MULTIPLE', 'MULTIPLE CHOICE'].includes(word)) return 'multiple'
  if (['判断', '是非', '对错', 'TRUE/FALSE', 'TRUEFALSE', 'JUDGEMENT'].includes(word)) return 'truefalse'
  return 'unknown'
}

export const kindWord = (kind: BankKind): string => ({ single: '单选题', multiple: '多选题', truefalse: '判断题' })[kind]
