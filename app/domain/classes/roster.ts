import { withoutUnseen } from '../shared/plain-text'

/** A row of a sheet of units as it was typed; line: its number in the sheet. */
export type RosterRow = { line: number; name: string; code: string; reason: string }
export const mostRosterRows = 2000
const longest = 200

const heads: Record<'name' | 'code' | 'reason', readonly string[]> = {
  name: ['单位名称', '单位', '名称', 'unit name', 'unit', 'name'],
  code: ['单位代码', '代码', 'unit code', 'code'],
  reason: ['原因', '加入原因', '列入原因', 'reason', 'why listed'],
}

const plain = (text: string): string => withoutUnseen(text).normalize('NFKC').replace(/\s+/g, ' ').trim()

export type RosterFault = 'noHead' | 'noRows' | 'tooManyRows'

/** Reads the cells of a sheet: its first line that says anything names the columns. Lines without anything in those are passed over. */
export function readRoster(cells: readonly { line: number; texts: readonly string[] }[]): { rows: RosterRow[] } | { fault: RosterFault } {
  const [head, ...below] = cells.filter(({ texts }) => texts.some((text) => plain(text) !== ''))
  const named = head?.texts.map((text) => plain(text).toLowerCase()) ?? []
  const at = (column: keyof typeof heads): number => named.findIndex((text) => heads[column].includes(text))
  const [name, code, reason] = [at('name'), at('code'), at('reason')]
  if (name < 0 && code < 0) return { fault: 'noHead' }
  const rows = below.flatMap(({ line, texts }): RosterRow[] => {
    const text = (column: number): string => plain(texts[column] ?? '').slice(0, longest)
    const row = { line, name: text(name), code: text(code), reason: text(reason) }
    return row.name === '' && row.code === '' && row.reason === '' ? [] : [row]
  })
  if (rows.length === 0) return { fault: 'noRows' }
  return rows.length > mostRosterRows ? { fault: 'tooManyRows' } : { rows }
}

/** A unit that whoever asks supervises; inPlace: it lies in the place of the programme. */
export type RosterUnit = { id: string; name: string; code: string; inPlace: boolean; isOpen: boolean }

/** What a row would do. add, already: no fault. outside: of the place, not of the reader's sight; that one is unknown. twice: of which line. */
export type RosterVerdict =
  | { kind: 'add' | 'already'; unit: string }
  | { kind: 'empty' | 'unknown' | 'several' | 'differs' | 'outside' | 'closed' | 'noReason' }
  | { kind: 'twice'; of: number }
export type JudgedRow = { row: RosterRow; verdict: RosterVerdict }

export const isRosterFault = ({ verdict }: JudgedRow): boolean => verdict.kind !== 'add' && verdict.kind !== 'already'

/** Judges every row, and each for itself; of two rows of one unit the second is the fault. needsReason: the list is frozen. */
export function judgeRoster(
  rows: readonly RosterRow[],
  units: readonly RosterUnit[],
  listed: ReadonlySet<string>,
  needsReason: boolean,
): JudgedRow[] {
  const byName = new Map<string, RosterUnit[]>()
  const byCode = new Map<string, RosterUnit>()
  for (const unit of units) {
    byName.set(plain(unit.name), [...(byName.get(plain(unit.name)) ?? []), unit])
    byCode.set(unit.code.toLowerCase(), unit)
  }
  const lineOf = new Map<string, number>()
  return rows.map((row) => {
    const found = unitOf(row, byName, byCode)
    if (typeof found === 'string') return { row, verdict: { kind: found } }
    const before = lineOf.get(found.id)
    if (before !== undefined) return { row, verdict: { kind: 'twice', of: before } }
    lineOf.set(found.id, row.line)
    return { row, verdict: verdictOf(row, found, listed, needsReason) }
  })
}

function verdictOf({ reason }: RosterRow, unit: RosterUnit, listed: ReadonlySet<string>, needsReason: boolean): RosterVerdict {
  if (!unit.inPlace) return { kind: 'outside' }
  if (listed.has(unit.id)) return { kind: 'already', unit: unit.id }
  if (!unit.isOpen) return { kind: 'closed' }
  if (needsReason && reason.length < 2) return { kind: 'noReason' }
  return { kind: 'add', unit: unit.id }
}

/** Which unit a row names: by its code, else by its name; of several of a name the one that lies in the place and is open. */
function unitOf(
  { name, code }: RosterRow,
  byName: ReadonlyMap<string, RosterUnit[]>,
  byCode: ReadonlyMap<string, RosterUnit>,
): RosterUnit | 'empty' | 'unknown' | 'several' | 'differs' {
  if (name === '' && code === '') return 'empty'
  const named = byName.get(name) ?? []
  if (code !== '') {
    const coded = byCode.get(code.toLowerCase())
    if (coded === undefined) return 'unknown'
    return name === '' || named.some(({ id }) => id === coded.id) ? coded : 'differs'
  }
  const nearest = [named.filter(({ inPlace, isOpen }) => inPlace && isOpen), named.filter(({ inPlace }) => inPlace), named]
  const [unit, second] = nearest.find((some) => some.length > 0) ?? []
  if (unit === undefined) return 'unknown'
  return second === undefined ? unit : 'several'
}
