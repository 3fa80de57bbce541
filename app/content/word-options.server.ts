import { listTrait } from '~/domain/classes/programme-body'
import type { Bilingual, Locale } from '../i18n/config'
import type { Catalogue } from './catalogue.server'
import { documentTitle } from './document-names.server'
import { dutyNow } from './local-duties.server'
import { bearerName } from './responsibility.server'

type Word = Bilingual & { id: string; group?: string | undefined }

/** The entries of a list of words that a form may offer; templates (`programme-{slug}`) are no choice. */
export const wordOptions = (words: ReadonlyMap<string, Word>, locale: Locale): { value: string; label: string }[] =>
  [...words.values()].filter(({ id }) => !id.includes('{')).map((word) => ({ value: word.id, label: word[locale] }))

/** The word for an id; the id itself where the list does not know it any more. */
export const wordFor = (words: ReadonlyMap<string, Word>, id: string, locale: Locale): string => words.get(id)?.[locale] ?? id

/**
 * Words for the ids that audit entries hold under these names; several ids are parted by spaces. programmes: titles by the name under which
 * units of a list are known.
 */
export function detailWords(
  { vocabulary, duties }: Pick<Catalogue, 'vocabulary' | 'duties'>,
  locale: Locale,
  programmes: ReadonlyMap<string, readonly string[]>,
): (name: string, value: string) => string {
  const { traits, sectors, positions, placeKinds } = vocabulary
  const comma = locale === 'zh' ? '、' : ', '
  const listed = (id: string): string | undefined =>
    id.startsWith(listTrait('')) ? programmes.get(id.slice(listTrait('').length))?.join(comma) : undefined
  const lists: Record<string, ReadonlyMap<string, Word>> = {
    trait: traits,
    traits,
    sector: sectors,
    sectors,
    sectorBefore: sectors,
    position: positions,
    placeKind: placeKinds,
  }
  return (name, value) => {
    if (name === 'plan') return documentTitle(value, locale)
    if (name === 'department') return bearerName(value, locale)
    if (name === 'duty') return (duties.get(value) ?? dutyNow(value))?.words.title[locale] ?? value
    const list = lists[name]
    return list === undefined
      ? value
      : value
          .split(' ')
          .map((id) => listed(id) ?? wordFor(list, id, locale))
          .join(comma)
  }
}
