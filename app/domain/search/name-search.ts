/** How a character is read, in letters without tones, the usual reading first: 单 → dan, shan, chan. None for what has no reading. */
export type Readings = (character: string) => readonly string[]

/** How near a name is to what was typed, the nearest first; null: it is not meant. */
export type Near = (name: string) => number | null

const mostWords = 5
const mostLetters = 40
const betweenNames = /[\s·•・、，,.。()（）《》〈〉“”"'‘’\-_/—]+/g

/** A text as it is compared: one width, small letters, without marks and spaces. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(betweenNames, '')

/**
 * Reads what somebody typed into the box. Each of its words (at most five) must be found in a name: as part of it, or by its pinyin, where
 * each character is meant by the beginning of one of its readings: zs, zhs, zhangs and zhangsan all mean 张三, and dhjd 东湖街道.
 * 0 the name itself, 1 its beginning, 2 a part of it; 3, 4, 5 the same by the usual reading of each character, 6, 7, 8 by another one.
 * Null: nothing was typed.
 */
export function nameSearch(typed: string, readings: Readings): Near | null {
  const words = typed.normalize('NFKC').split(/\s+/).map(plain).filter(Boolean)
  const asked = words.slice(0, mostWords).map((word) => ({ word: word.slice(0, mostLetters), isPinyin: /^[a-z]+$/.test(word) }))
  if (asked.length === 0) return null
  return (name) => {
    const text = plain(name)
    let worst = 0
    for (const one of asked) {
      const near = nearness(one, text, readings)
      if (near === null) return null
      worst = Math.max(worst, near)
    }
    return worst
  }
}

function nearness({ word, isPinyin }: { word: string; isPinyin: boolean }, text: string, readings: Readings): number | null {
  const at = text.indexOf(word)
  if (at >= 0) return text === word ? 0 : at === 0 ? 1 : 2
  if (!isPinyin) return null
  const spoken = spelling(word, [...text], readings)
  if (spoken === null) return null
  const usual = spelling(word, [...text], (character) => readings(character).slice(0, 1))
  return usual === null ? spoken + 6 : usual + 3
}

/** 0: the letters spell the whole name, 1: its beginning, 2: a part of it. */
function spelling(word: string, characters: readonly string[], readings: Readings): 0 | 1 | 2 | null {
  const [dead, deadToEnd] = [new Set<number>(), new Set<number>()]
  const from = characters.findIndex((_character, begin) => isSpelled({ word, characters, readings, dead, toEnd: false }, 0, begin))
  if (from !== 0) return from < 0 ? null : 2
  return isSpelled({ word, characters, readings, dead: deadToEnd, toEnd: true }, 0, 0) ? 0 : 1
}

/** `dead`: places from which it was found not to go on. `toEnd`: the last letter must belong to the last character. */
type Asked = { word: string; characters: readonly string[]; readings: Readings; dead: Set<number>; toEnd: boolean }

/** Whether the letters from `letter` on spell the characters from `nth` on, each at least by its first letter. */
function isSpelled(asked: Asked, letter: number, nth: number): boolean {
  const { word, characters, readings, dead, toEnd } = asked
  if (letter === word.length) return !toEnd || nth === characters.length
  const character = characters[nth]
  const place = nth * (mostLetters + 1) + letter
  if (character === undefined || dead.has(place)) return false
  const goesOn = /[a-z]/.test(character)
    ? character === word[letter] && isSpelled(asked, letter + 1, nth + 1)
    : readings(character).some((reading) => {
        for (let taken = sharedLetters(reading, word, letter); taken > 0; taken -= 1)
          if (isSpelled(asked, letter + taken, nth + 1)) return true
        return false
      })
  if (!goesOn) dead.add(place)
  return goesOn
}

function sharedLetters(reading: string, word: string, from: number): number {
  let shared = 0
  while (shared < reading.length && from + shared < word.length && reading[shared] === word[from + shared]) shared += 1
  return shared
}
