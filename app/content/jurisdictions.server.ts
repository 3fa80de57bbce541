import { catalogue } from './catalogue.server'

/** The jurisdictions of the vocabulary that these places lie in: by their Chinese names, as 福建省 or 广东省珠海市. */
export function jurisdictionsIn(placeNames: readonly string[]): string[] {
  const whole = placeNames.join('')
  return [...catalogue().vocabulary.jurisdictions].flatMap(([id, { zh }]) => (placeNames.includes(zh) || whole.startsWith(zh) ? [id] : []))
}
