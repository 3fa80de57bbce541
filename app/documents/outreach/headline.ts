import type { PosterLanguage } from '~/domain/outreach/poster'

/** Words with which the second half of a Chinese slogan begins. */
const turns = new Set('别不先就留再随装锁勿莫那')
const afterPoint = /(?<=[，。！？、：；,])(?=.)/u

/** Where a slogan without points turns; else its middle. Never so that one character is left alone. */
function middleOf(letters: readonly string[]): number {
  const turn = letters.findIndex((letter, at) => at >= 2 && at <= letters.length - 2 && turns.has(letter))
  if (turn > 0) return turn
  const ends = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(letters.join(''))].map(
    ({ index }) => [...letters.join('').slice(0, index)].length,
  )
  const fair = ends.filter((at) => at >= 2 && at <= letters.length - 2)
  const off = (at: number) => Math.abs(2 * at - letters.length - 0.5)
  return fair.sort((one, other) => off(one) - off(other))[0] ?? Math.ceil(letters.length / 2)
}

function inChinese(headline: string, lines: number): string[] {
  if (lines === 1) return [headline]
  const pieces = headline.split(afterPoint)
  if (pieces.length === 2) return pieces
  const letters = [...headline]
  if (letters.length < 4) return [headline]
  const at = middleOf(letters)
  return [letters.slice(0, at).join(''), letters.slice(at).join('')]
}

/** Words on so many lines that the longest is as short as can be; a line ends with a sentence where that costs little. */
function inEnglish(headline: string, lines: number): string[] {
  const words = headline.split(' ')
  let best: { set: string[]; cost: number } | null = null
  const cut = (from: number, left: number, set: string[]): void => {
    if (left === 1) {
      const all = [...set, words.slice(from).join(' ')]
      const longest = Math.max(...all.map((line) => line.length))
      const shortest = Math.min(...all.map((line) => line.length))
      const broken = all.slice(0, -1).filter((line) => /^(a|the|no|on|to|in|for|and|from)$/i.test(line.split(' ').at(-1) ?? '')).length
      const pointed = all.slice(0, -1).filter((line) => /[.,?:]$/.test(line)).length
      const cost = longest * 2 - shortest * 0.5 + broken * 3 - pointed * 5
      if (best === null || cost < best.cost) best = { set: all, cost }
      return
    }
    for (let to = from + 1; to <= words.length - left + 1; to += 1) cut(to, left - 1, [...set, words.slice(from, to).join(' ')])
  }
  cut(0, Math.min(lines, words.length), [])
  return best === null ? [headline] : setOf(best)
}

const setOf = ({ set }: { set: string[] }): string[] => set

/** A headline on so many lines, or fewer where it has too few words; Chinese on one or two, broken by what it means. */
export const headlineLines = (headline: string, language: PosterLanguage, lines: number): string[] =>
  language === 'zh' ? inChinese(headline, lines) : inEnglish(headline, lines)
