import { pinyin } from 'pinyin-pro'
import { type Near, nameSearch } from '~/domain/search/name-search'

const known = new Map<string, readonly string[]>()
const mostKept = 30_000

function read(character: string): readonly string[] {
  const found = pinyin(character, { multiple: true, toneType: 'none', type: 'array', nonZh: 'removed', v: true })
  const letters = found.flatMap((one) => (one.includes('v') ? [one, one.replace('v', 'u')] : [one]))
  return [...new Set(letters.map((one) => one.toLowerCase()).filter((one) => /^[a-z]+$/.test(one)))]
}

/** Every reading of a Chinese character, without tones; ü is v and u. None for any other character. */
export function readingsOf(character: string): readonly string[] {
  const kept = known.get(character)
  if (kept !== undefined) return kept
  const found = read(character)
  if (known.size < mostKept) known.set(character, found)
  return found
}

/** How near a name is to what was typed, by its characters or by their pinyin. Null: nothing was typed. */
export const nameMeant = (typed: string): Near | null => nameSearch(typed, readingsOf)
