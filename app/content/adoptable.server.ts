import type { Locale } from '~/i18n/config'
import { catalogue } from './catalogue.server'
import { positionName, traitName } from './duty-lines.server'
import type { DutyText } from './schema'

/** A duty that a place may switch on, in the reader's words. */
export type Adoptable = { id: string; title: string; plain: string; of: string; force: DutyText['force']; binds: string[] }

function shown({ id, title, plain, source, force, positions, traits }: DutyText, locale: Locale): Adoptable {
  const named = [
    ...traits.map((trait) => traitName(trait, locale)),
    ...positions.filter((position) => position !== '*').map((position) => positionName(position, locale)),
  ]
  return { id, title: title[locale], plain: plain[locale], of: source.of, force, binds: named }
}

/** The duties of the catalogue that are in force only where a place has switched them on, in the catalogue's order. */
export const adoptables = (locale: Locale): Adoptable[] =>
  [...catalogue().duties.values()].flatMap(({ words }) => (words.adopt === 'place' ? [shown(words, locale)] : []))

/** One of them; null for what is unknown or in force everywhere. */
export const adoptable = (id: string, locale: Locale): Adoptable | null => adoptables(locale).find((duty) => duty.id === id) ?? null
