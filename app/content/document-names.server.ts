import path from 'node:path'
import type { Locale } from '~/i18n/config'
import { type Catalogue, catalogue } from './catalogue.server'
import { readYaml } from './read-file.server'
import { type SourceText, sourceTexts } from './schema'

const kept = new WeakMap<Catalogue, ReadonlyMap<string, SourceText>>()

function documents(): ReadonlyMap<string, SourceText> {
  const current = catalogue()
  const file = path.join(current.root, 'sources/sources.yaml')
  const made =
    kept.get(current) ??
    new Map(
      (
        readYaml(file, sourceTexts, ({ line, message }) => {
          throw new Error(`${file}:${line} ${message}`)
        }) ?? []
      ).map((words) => [words.id, words]),
    )
  kept.set(current, made)
  return made
}

/** What a local source document is called; its id where there is none. */
export const documentTitle = (id: string, locale: Locale): string => documents().get(id)?.title[locale] ?? id

/** Where clauses are in force: a part of the country, or the place of the local plan that they stand in. */
export const placeInForce = (jurisdiction: string, locale: Locale): string =>
  (catalogue().vocabulary.jurisdictions.get(jurisdiction) ?? documents().get(jurisdiction)?.place)?.[locale] ?? jurisdiction
