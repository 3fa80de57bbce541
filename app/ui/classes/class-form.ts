/** Everything the form of a class needs; `values` by field name. */
export type ClassFormPage = {
  programme: { id: string; title: string; place: string }
  /** The class that is changed; null for a new one. */
  id: string | null
  /** The class whose missing a new one makes up for, and how many will be asked to come. */
  makesUp: { id: string; title: string; missing: number } | null
  parts: { key: string; name: string; kind: 'lesson' | 'test' }[]
  /** The times of a class that has begun stay. */
  hasBegun: boolean
  rooms: number
  /** Who may be proposed as organiser, as he is written. */
  people: string[]
  values: Record<string, string>
}
