import { catalogue } from '~/content/catalogue.server'
import { type PosterLanguage, type PosterStyle, posterLanguages, posterStyles } from '~/domain/outreach/poster'
import type { Asked as Request } from '~/http/asked.server'
import { readQuery } from '~/http/query.server'
import type { Locale } from '~/i18n/config'
import type { SetFilesFacts } from '~/ui/outreach/set-files'
import { findSetPack } from '~/usecases/outreach/ask-pack.server'
import { packFacts } from './pack-facts.server'

export type SetLook = { style: PosterStyle; language: PosterLanguage }

/** The look that an address names, and whether it names all of it; the quiet style in the reader's language where it names none. */
export function readSetLook(request: Request, locale: Locale): SetLook & { isAsked: boolean; isWhole: boolean } {
  const query = readQuery(request)
  const style = query.oneOf('style', posterStyles)
  const language = query.oneOf('language', posterLanguages)
  return { style: style ?? 'notice', language: language ?? locale, isAsked: style !== null, isWhole: style !== null && language !== null }
}

/** What can be taken away of a set, and how far it is in the look asked for. */
export function setFiles(setId: string, request: Request, locale: Locale): SetFilesFacts {
  const { style, language, isAsked } = readSetLook(request, locale)
  const pack = isAsked ? findSetPack(setId, { style, language }) : null
  const file = `/sets/${setId}/zip?${new URLSearchParams({ style, language })}`
  return {
    setId,
    sample: catalogue().sets.get(setId)?.lessons[0] ?? '',
    style,
    language,
    pack: pack === null ? null : packFacts(pack, file),
  }
}
