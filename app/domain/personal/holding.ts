/** What an erasure writes into a column instead: the marker, the marker sealed, an empty text, or nothing at all. */
export type Cleared = 'marker' | 'sealedMarker' | 'empty' | 'nothing'

/**
 * What a table holds of people. Ids are never given twice, so a column may hold the id of a person, of his account or of a post of his.
 * `of`: the row is about whom one of these columns names. `under`: it belongs to a row of another table, by that row's id. `by`: columns
 * that say who did it, where the row is about something else. `about`: why it holds nothing of anybody.
 * `clear`: what an erasure writes over. `clearWhere`: columns that are cleared only where another column names him. `drop`: it takes the
 * whole row away. `alike`: a column with the keyed hash of a number of his. `words`: columns in which somebody may have written his name.
 * `sealed`: columns that are handed out opened. `withheld`: columns that are no business of his: secrets, hashes, keys of papers.
 */
export type Holding = {
  table: string
  of?: readonly string[]
  under?: { column: string; table: string }
  by?: readonly string[]
  about?: string
  clear?: Readonly<Record<string, Cleared>>
  clearWhere?: Readonly<Record<string, { names: readonly string[]; to: Cleared }>>
  drop?: boolean
  alike?: string
  words?: readonly string[]
  sealed?: readonly string[]
  withheld?: readonly string[]
}

/** What stands where a name stood. */
export const erasedMark = '***'

/** Is the row about somebody, and so part of what is handed out to him? */
export const isAboutPeople = ({ of, under }: Holding): boolean => of !== undefined || under !== undefined
