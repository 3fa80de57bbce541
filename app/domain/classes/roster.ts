import { withoutUnseen } from '../shared/plain-text'

/** A row of a sheet as it was typed: of a unit, or of a person (and perhaps his phone) at a unit. line: its number in the sheet. */
export type RosterRow = { line: number; name: string; code: string; person: string; phone: string; reason: string }
export const mostRosterRows = 2000
const longest = 200

const heads: Record<'name' | 'code' | 'person' | 'phone' | 'reason' | 'left', readonly string[]> = {
  name: ['单位名称', '单位', '名称', 'unit name', 'unit', 'name'],
  code: ['单位代码', '代码', 'unit code', 'code'],
  person: ['人员', '姓名', '人员姓名', 'person', 'full name'],
  phone: ['手机号', '手机', '电话', '联系电话', 'phone', 'mobile'],
  reason: ['原因', '加入原因', '列入原因', 'reason', 'why listed'],
  left: ['移出日期', 'left on'],
}

export const plain = (text: string): string => withoutUnseen(text).normalize('NFKC').replace(/\s+/g, ' ').trim()

export type RosterFault = 'noHead' | 'noPersonHead' | 'noRows' | 'tooManyRows'
type Cells = readonly { line: number; texts: readonly string[] }[]

/**
 * Reads the cells of a sheet: its first line that says anything names the columns. Lines without anything in those are passed over, and
 * whatever was taken off the list. Of persons a column with their names is needed.
 */
export function readRoster(cells: Cells, binds: 'unit' | 'person' = 'unit'): { rows: RosterRow[] } | { fault: RosterFault } {
  const [head, ...below] = cells.filter(({ texts }) => texts.some((text) => plain(text) !== ''))
  const named = head?.texts.map((text) => plain(text).toLowerCase()) ?? []
  const at = (column: keyof typeof heads): number => named.findIndex((text) => heads[column].includes(text))
  const [name, code, reason, left] = [at('name'), at('code'), at('reason'), at('left')]
  const [person, phone] = binds === 'unit' ? [-1, -1] : [at('person'), at('phone')]
  if (name < 0 && code < 0) return { fault: 'noHead' }
  if (binds === 'person' && person < 0) return { fault: 'noPersonHead' }
  const rows = below.flatMap(({ line, texts }): RosterRow[] => {
    const text = (column: number): string => plain(texts[column] ?? '').slice(0, longest)
    const row = { line, name: text(name), code: text(code), person: text(person), phone: text(phone), reason: text(reason) }
    const isEmpty = [row.name, row.code, row.person, row.phone, row.reason].every((said) => said === '')
    return isEmpty || text(left) !== '' ? [] : [row]
  })
  if (rows.length === 0) return { fault: 'noRows' }
  return rows.length > mostRosterRows ? { fault: 'tooManyRows' } : { rows }
}

/** A unit that whoever asks supervises; inPlace: it lies in the place of the programme. */
export type RosterUnit = { id: string; name: string; code: string; inPlace: boolean; isOpen: boolean }

/**
 * What a row would do. add, already: no fault; person: whom it means, on lists of persons. outside: of the place, not of the reader's sight;
 * that one is unknown. twice: of which line. noName: no person is named. nobody: nobody of that name is at the unit, or has that phone.
 * namesakes: several are called so. notMeant: he holds none of the positions of the programme there.
 */
export type RosterVerdict =
  | { kind: 'add' | 'already'; unit: string; person?: string }
  | { kind: 'empty' | 'unknown' | 'several' | 'differs' | 'outside' | 'closed' | 'noReason' }
  | { kind: 'noName' | 'nobody' | 'namesakes' | 'notMeant' }
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
  const meant = unitsMeant(units)
  const lineOf = new Map<string, number>()
  return rows.map((row) => {
    const found = meant(row)
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

export type UnitMeant = (row: Pick<RosterRow, 'name' | 'code'>) => RosterUnit | 'empty' | 'unknown' | 'several' | 'differs'

/** Tells of each row which of these units it names, or why it names none. */
export function unitsMeant(units: readonly RosterUnit[]): UnitMeant {
  const byName = new Map<string, RosterUnit[]>()
  const byCode = new Map<string, RosterUnit>()
  for (const unit of units) {
    byName.set(plain(unit.name), [...(byName.get(plain(unit.name)) ?? []), unit])
    byCode.set(unit.code.toLowerCase(), unit)
  }
  return (row) => unitOf(row, byName, byCode)
}

/** Which unit a row names: by its code, else by its name; of several of a name the one that lies in the place and is open. */
function unitOf(
  { name, code }: Pick<RosterRow, 'name' | 'code'>,
  byName: ReadonlyMap<string, RosterUnit[]>,
  byCode: ReadonlyMap<string, RosterUnit>,
): ReturnType<UnitMeant> {
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
