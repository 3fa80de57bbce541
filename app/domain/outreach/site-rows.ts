/** What is known of a site when a list of them is sorted and narrowed. */
export type Site = { name: string; place: string; state: 'bare' | 'never' | 'scanned'; lastOn: string | null; opened: number }
export const siteFilters = ['all', 'bare', 'never', 'scanned'] as const
export type SiteFilter = (typeof siteFilters)[number]
export const siteSorts = ['order', 'opened', 'last'] as const
export type SiteSort = (typeof siteSorts)[number]

/** bare: nothing hangs there. never: something hangs there and nobody has ever scanned it. */
export const siteState = (hangs: number, lastOn: string | null): Site['state'] =>
  lastOn !== null ? 'scanned' : hangs === 0 ? 'bare' : 'never'

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** The sites of one state whose name or place holds what was typed. */
export const narrowed = <T extends Site>(sites: readonly T[], only: SiteFilter, typed: string): T[] =>
  sites.filter(({ state, name, place }) => (only === 'all' || state === only) && plain(place + name).includes(plain(typed)))

/** In their own order; or by how often they were opened, the least first; or by when they were last scanned, never first. */
export function sorted<T extends Site>(sites: readonly T[], by: SiteSort): T[] {
  switch (by) {
    case 'order':
      return [...sites]
    case 'opened':
      return [...sites].sort((one, other) => one.opened - other.opened)
    case 'last':
      return [...sites].sort((one, other) => (one.lastOn ?? '').localeCompare(other.lastOn ?? ''))
  }
}
