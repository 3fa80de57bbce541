/** What a page says of itself in the attributes of its hook, see OfflinePage. */
export type Hook = {
  kind: string
  /** Not shown from this instant on; null: for as long as it is kept. */
  until: string | null
  /** Whose page it is; '' for a public one. */
  owner: string
  /** What is said once `until` has passed and there is no network. */
  ended: string
  /** Further addresses of this site whose answers belong to the page. */
  also: readonly string[]
}

const entities: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#x27;': "'", '&#39;': "'", '&lt;': '<', '&gt;': '>' }
const plain = (text: string): string => text.replace(/&(amp|quot|#x27|#39|lt|gt);/g, (entity) => entities[entity] ?? entity)

function attributesOf(tag: string): Map<string, string> {
  return new Map([...tag.matchAll(/\s([a-z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)]))
}

/** The hook of a page; null where the page does not ask to be kept. */
export function readHook(html: string): Hook | null {
  const tag = attributesOf(/<div[^>]*\sdata-offline="[^>]*>/.exec(html)?.[0] ?? '')
  const kind = tag.get('data-offline') ?? ''
  if (kind === '') return null
  return {
    kind,
    until: tag.get('data-offline-until') || null,
    owner: tag.get('data-offline-owner') ?? '',
    ended: tag.get('data-offline-ended') ?? '',
    also: (tag.get('data-offline-also') ?? '').split(' ').filter((address) => /^\/(?!\/)/.test(address)),
  }
}

/** Scripts, style sheets and pictures of the frame that a page names: its own site's built files, whose addresses change with them. */
export function filesOf(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? []
  const named = tags.flatMap((tag) => {
    const attributes = attributesOf(tag)
    return [attributes.get('src') ?? attributes.get('href') ?? '']
  })
  return [...new Set(named.filter(isBuiltFile))]
}

/** Built files never change under their address, so the kept one is as good as a new one. */
export const isBuiltFile = (path: string): boolean => /^\/(assets|islands)\/[^/]/.test(path) || path === '/mark.svg'

/** Has the instant passed up to which a page may be shown? One that cannot be read has. */
export const isOver = (until: string | null, now: Date): boolean => until !== null && !(now.getTime() < Date.parse(until))

/** The page as it is shown from what was kept: it tells since when. */
export const markedKept = (html: string, keptAt: string): string =>
  html.replace(/(<div[^>]*\sdata-offline=")/, (found) => found.replace('<div', `<div data-offline-kept="${keptAt}"`))
