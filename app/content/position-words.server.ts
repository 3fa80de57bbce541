import type { Locale } from '../i18n/config'
import { catalogue } from './catalogue.server'

/** What a position is called; its id where the catalogue no longer has it. */
export const positionName = (id: string, locale: Locale): string => catalogue().vocabulary.positions.get(id)?.[locale] ?? id

export type PositionChoice = { value: string; label: string; group: 'unit' | 'grassroots' }

/** Every position, for choosing one: those of units first, then those of streets, communities and departments. */
export const positionChoices = (locale: Locale): PositionChoice[] =>
  [...catalogue().vocabulary.positions.values()].map((word) => ({
    value: word.id,
    label: word[locale],
    group: word.group === 'grassroots' ? 'grassroots' : 'unit',
  }))

export const knownPositions = (): ReadonlySet<string> => new Set(catalogue().vocabulary.positions.keys())
