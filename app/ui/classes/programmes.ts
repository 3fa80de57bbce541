import type { ListState } from '~/domain/classes/programme-body'

export type ProgrammeLine = {
  id: string
  title: string
  year: number
  place: string
  binds: 'unit' | 'person'
  state: ListState
  listed: number
  covered: number
  /** The next day on which a class of it takes place; null where none is ahead. */
  next: string | null
}
export type Programmes = { years: { year: number; lines: ProgrammeLine[] }[]; mayMake: boolean; thisYear: number }

/** A place with its depth in the tree, for a list to choose from. */
export type PlaceOption = { value: string; label: string }
export type ProgrammeFormPage = {
  /** Null while nothing is chosen. */
  template: { id: string; title: string; says: string; binds: 'unit' | 'person'; source: string } | null
  templates: { id: string; title: string; says: string }[]
  years: number[]
  year: number
  places: PlaceOption[]
  /** The programme that is changed; null for a new one. */
  programme: { id: string; place: string } | null
  sectors: PlaceOption[]
  traits: PlaceOption[]
  positions: PlaceOption[]
  values: Record<string, string>
  duty: { id: string; title: string } | null
}

export type ListLine = {
  id: string
  name: string
  unit: string
  place: string
  why: string
  way: 'drawn' | 'added' | 'joined'
  from: string
  addedBy: string
  end: { on: string; why: string; reason: string; by: string; at: string } | null
}
export type ListPage = {
  programme: { id: string; title: string; binds: 'unit' | 'person'; year: number; place: string }
  state: ListState
  /** The day it was drawn for, and when it was frozen and by whom. */
  drawnOn: string | null
  frozen: { at: string; by: string } | null
  today: string
  listed: number
  off: number
  rows: ListLine[]
  page: number
  pages: number
  total: number
  filter: { name: string; shown: 'on' | 'off' | 'changed'; search: string }
  /** What is found to be put on. */
  found: { unitId: string; personId: string; name: string; unit: string; place: string }[] | null
  find: string
}

export type ClassLine = { id: string; title: string; on: string; state: string; rooms: number; seats: number }
export type ProgrammePage = {
  line: ProgrammeLine
  topic: string
  duty: { id: string; title: string } | null
  audience: { sectors: string; traits: string; positions: string }
  hours: number
  parts: { key: string; name: string; kind: 'lesson' | 'test' }[]
  deputies: boolean
  classes: ClassLine[]
  frozen: { at: string; by: string } | null
}
