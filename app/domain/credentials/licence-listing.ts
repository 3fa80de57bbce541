import { addDays, type Day } from '../shared/day'
import type { LicenceState } from './licence'

/** A licence in a list. through: the earlier of the days printed on it. wrong: why it is not what the holder's post asks for. */
export type WrongFor = 'wrong-level' | 'wrong-direction' | 'wrong-kind'

export type ListedLicence = {
  readonly id: string
  readonly name: string
  readonly unitName: string
  readonly kindName: string
  /** The whole number where the reader may see it; what a search looks through. */
  readonly number: string | null
  readonly state: LicenceState
  readonly through: Day | null
  readonly recordedOn: Day
  readonly nextDue: Day | null
  readonly wrong: WrongFor | null
}

export const licenceFilters = [
  'all',
  'unchecked',
  'due90',
  'due60',
  'due30',
  'due7',
  'expired',
  'false',
  'wrong',
  'recheck',
  'ended',
] as const
export type LicenceFilter = (typeof licenceFilters)[number]
export const licenceSorts = ['through', 'name', 'kind', 'recorded'] as const
export type LicenceSort = (typeof licenceSorts)[number]

const within = ({ state, through }: ListedLicence, days: number, today: Day): boolean =>
  state === 'valid' && through !== null && through <= addDays(today, days)

/** Does a list narrowed in this way show the licence? all: whatever has not ended. */
export function isListed(row: ListedLicence, filter: LicenceFilter, today: Day): boolean {
  const isEnded = row.state === 'withdrawn' || row.state === 'superseded'
  if (filter === 'ended' || isEnded) return filter === 'ended' && isEnded
  switch (filter) {
    case 'all':
      return true
    case 'unchecked':
      return row.state === 'unverified' || row.state === 'waiting'
    case 'due90':
      return within(row, 90, today)
    case 'due60':
      return within(row, 60, today)
    case 'due30':
      return within(row, 30, today)
    case 'due7':
      return within(row, 7, today)
    case 'expired':
      return row.state === 'expired' || row.state === 'review-overdue'
    case 'false':
      return row.state === 'false'
    case 'wrong':
      return row.wrong !== null
    case 'recheck':
      return row.nextDue !== null && row.nextDue < today && row.state !== 'false'
  }
}

/** What is searched for stands somewhere in the row; the number counts only where the reader may see it whole. */
const holds = ({ name, unitName, kindName, number }: ListedLicence, text: string): boolean =>
  [name, unitName, kindName, number ?? ''].some((part) => part.toUpperCase().includes(text.trim().toUpperCase()))

/** Chinese names in the order of their sounds. */
const bySound = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true }).compare

const orders: Record<LicenceSort, (one: ListedLicence, other: ListedLicence) => number> = {
  through: (one, other) => (one.through ?? Number.MAX_SAFE_INTEGER) - (other.through ?? Number.MAX_SAFE_INTEGER),
  name: (one, other) => bySound(one.name, other.name),
  kind: (one, other) => bySound(one.kindName, other.kindName),
  recorded: (one, other) => other.recordedOn - one.recordedOn,
}

export type LicenceWish = { filter: LicenceFilter; sort: LicenceSort; descending: boolean; text: string }

/** The rows that are asked for, in the order that is asked for; rows that are alike stand by their names and then their ids. */
export function listedLicences<Row extends ListedLicence>(rows: readonly Row[], wish: LicenceWish, today: Day): Row[] {
  const turn = wish.descending ? -1 : 1
  return rows
    .filter((row) => isListed(row, wish.filter, today) && (wish.text === '' || holds(row, wish.text)))
    .sort((one, other) => turn * orders[wish.sort](one, other) || bySound(one.name, other.name) || (one.id < other.id ? -1 : 1))
}

/** How many rows each filter would show. */
export function licenceCounts(rows: readonly ListedLicence[], text: string, today: Day): Record<LicenceFilter, number> {
  const found = text === '' ? rows : rows.filter((row) => holds(row, text))
  const counted = licenceFilters.map((filter) => [filter, found.filter((row) => isListed(row, filter, today)).length] as const)
  const count = new Map(counted)
  const of = (filter: LicenceFilter) => count.get(filter) ?? 0
  return {
    all: of('all'),
    unchecked: of('unchecked'),
    due90: of('due90'),
    due60: of('due60'),
    due30: of('due30'),
    due7: of('due7'),
    expired: of('expired'),
    false: of('false'),
    wrong: of('wrong'),
    recheck: of('recheck'),
    ended: of('ended'),
  }
}
