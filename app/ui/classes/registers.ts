import { baseKinds, contestKinds, contestLevels, providerKinds, type Register, type Result } from '~/domain/classes/registers'
import type { Option } from '~/ui/kit/field'

export const addresses: Record<Register, string> = {
  trainer: '/street/trainers',
  provider: '/street/providers',
  base: '/street/bases',
  contest: '/street/contests',
  talent: '/street/talent',
}

type FieldKind = 'text' | 'long' | 'day' | 'year' | 'kind' | 'level' | 'provider'
export type FieldOf = { name: string; kind: FieldKind; most: number; optional?: true; hinted?: true }

/** What a form asks about an entry, in the order in which it asks. */
export const fields: Record<Register, readonly FieldOf[]> = {
  trainer: [
    { name: 'name', kind: 'text', most: 40 },
    { name: 'teaches', kind: 'text', most: 200, hinted: true },
    { name: 'office', kind: 'text', most: 80 },
    { name: 'provider', kind: 'provider', most: 60, optional: true, hinted: true },
    { name: 'qualifications', kind: 'text', most: 300, optional: true, hinted: true },
    { name: 'contact', kind: 'text', most: 120, optional: true, hinted: true },
    { name: 'from', kind: 'day', most: 10 },
  ],
  provider: [
    { name: 'name', kind: 'text', most: 80 },
    { name: 'kind', kind: 'kind', most: 20 },
    { name: 'teaches', kind: 'text', most: 200, hinted: true },
    { name: 'contact', kind: 'text', most: 120, hinted: true },
    { name: 'contract', kind: 'long', most: 300, optional: true, hinted: true },
    { name: 'from', kind: 'day', most: 10 },
  ],
  base: [
    { name: 'name', kind: 'text', most: 80 },
    { name: 'kind', kind: 'kind', most: 20 },
    { name: 'address', kind: 'text', most: 120 },
    { name: 'offers', kind: 'long', most: 300, hinted: true },
    { name: 'open', kind: 'text', most: 120, hinted: true },
    { name: 'contact', kind: 'text', most: 120, hinted: true },
    { name: 'from', kind: 'day', most: 10 },
  ],
  contest: [
    { name: 'name', kind: 'text', most: 80 },
    { name: 'on', kind: 'day', most: 10 },
    { name: 'kind', kind: 'kind', most: 20 },
    { name: 'level', kind: 'level', most: 20 },
    { name: 'organiser', kind: 'text', most: 80 },
    { name: 'results', kind: 'long', most: 8000, optional: true, hinted: true },
  ],
  talent: [
    { name: 'year', kind: 'year', most: 4 },
    { name: 'name', kind: 'text', most: 40 },
    { name: 'unit', kind: 'text', most: 80 },
    { name: 'field', kind: 'text', most: 80, hinted: true },
    { name: 'why', kind: 'long', most: 300, hinted: true },
  ],
}

/** The kinds that an entry of a register may be of; none where it has no kind. */
export const kindsOf: Record<Register, readonly string[]> = {
  trainer: [],
  provider: providerKinds,
  base: baseKinds,
  contest: contestKinds,
  talent: [],
}
export const levels: readonly string[] = contestLevels

export const dones = ['added', 'changed', 'ended'] as const

export type RegisterRow = {
  id: string
  place: string
  /** As they are kept: days YYYY-MM-DD, kinds by id; a provider by its name. */
  cells: Record<string, string>
  results: Result[]
  end: { lastDay: string; reason: string } | null
}

/** A register as a supervisor sees it. */
export type RegisterPage = {
  register: Register
  /** What was just done, where that is why the page is shown. */
  done: (typeof dones)[number] | null
  rows: RegisterRow[]
  page: number
  pages: number
  total: number
  /** In force, whatever the filter. */
  current: number
  filter: { q: string; place: string; year: string; isAll: boolean; isOn: boolean; search: string }
  places: Option[]
  years: Option[]
  /** Of each county and street how many training bases it has; only in the register of bases. */
  bases: { id: string; name: string; count: number }[]
}

/** One entry, or none yet, in its form. */
export type EntryPage = {
  register: Register
  entry: { id: string; place: string; revision: number; values: Record<string, string>; end: RegisterRow['end'] } | null
  place: string
  places: Option[]
  providers: Option[]
  today: string
}
