export const searchKinds = ['people', 'units', 'places', 'drills', 'classes', 'courses', 'duties'] as const
export type SearchKind = (typeof searchKinds)[number]

/** Something that was found: where it is (null: no page of it is open to the reader), its name, and what tells it from others of that name. */
export type Hit = { key: string; href: string | null; title: string; note: string }
export type Shelf = { kind: SearchKind; total: number; hits: Hit[] }

/** kind: only this is shown, page by page; null shows the first of everything. */
export type SearchPage = {
  asked: string
  kind: SearchKind | null
  shelves: Shelf[]
  mayLookFor: SearchKind[]
  page: number
  pages: number
  search: string
}
