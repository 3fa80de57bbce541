import { bareWord, plainCell } from './plain-cell'

export const importKinds = ['people', 'units'] as const
export type ImportKind = (typeof importKinds)[number]

const words: Record<ImportKind, Readonly<Record<string, readonly string[]>>> = {
  people: {
    name: ['姓名', '名字', '员工姓名', '人员姓名', '职工姓名', '人员', 'name', 'full name'],
    phone: ['手机', '手机号', '手机号码', '电话', '电话号码', '联系电话', '联系方式', '移动电话', 'phone', 'mobile'],
    idNumber: ['身份证', '身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '证件号码', '证件号', 'id number', 'id'],
    position: ['岗位', '职务', '工种', '岗位名称', '职位', '消防岗位', 'position', 'post'],
    from: ['入职日期', '到岗日期', '上岗日期', '入职时间', '到岗时间', '上岗时间', '参加工作日期', 'first day', 'start', 'start date'],
    unit: ['单位', '单位名称', '所属单位', '所在单位', '工作单位', 'unit', 'unit name'],
    staffNumber: ['工号', '员工编号', '人员编号', '员工号', 'staff number'],
  },
  units: {
    name: ['单位名称', '单位', '名称', '企业名称', '场所名称', 'unit', 'unit name', 'name'],
    place: ['地点', '所在地点', '所属街道', '街道', '乡镇', '所属社区', '社区', '所在社区', '辖区', '属地', '村居', 'place'],
    sector: ['行业', '行业类别', '所属行业', '行业领域', '行业部门', 'sector'],
    traits: ['特征', '单位特征', '单位类别', '单位类型', '场所类型', '场所类别', '类别', '类型', 'traits', 'kinds'],
    from: ['起始日期', '建档日期', '开业日期', '成立日期', '登记日期', 'first day'],
    responsible: ['责任人', '责任人姓名', '消防安全责任人', '消防责任人', '消防安全责任人姓名', 'responsible person'],
    phone: ['责任人电话', '责任人手机', '责任人手机号', '责任人联系电话', '联系电话', '手机号', '手机', '电话', 'phone', 'mobile'],
  },
}

/** What a row says, by column; a column that the sheet has not, or that is empty, is ''. */
export type Cells = Readonly<Record<string, string>>

export const columnsOf: Record<ImportKind, readonly string[]> = {
  people: Object.keys(words.people),
  units: Object.keys(words.units),
}

/** How a heading is read: without spaces, marks of what must be filled in, and remarks in brackets. */
const heading = (text: string): string => bareWord(plainCell(text).replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, ''))

const known: Record<ImportKind, ReadonlyMap<string, string>> = { people: byWord('people'), units: byWord('units') }

function byWord(kind: ImportKind): ReadonlyMap<string, string> {
  return new Map(Object.entries(words[kind]).flatMap(([column, spelled]) => spelled.map((word) => [bareWord(word), column] as const)))
}

export type SheetLine = { readonly line: number; readonly texts: readonly string[] }
/** columns: which of the sheet's columns, by their names here. */
export type Head = { readonly line: number; readonly columns: ReadonlyMap<string, number> }
export type TableFault = 'noHead' | 'noName' | 'columnTwice' | 'noRows'

/** Title lines may stand above the headings; further down there are none. */
export const headLines = 20

const columnsIn = ({ texts }: SheetLine, kind: ImportKind): [string, number][] =>
  texts.flatMap((text, at) => {
    const column = known[kind].get(heading(text))
    return column === undefined ? [] : [[column, at]]
  })

/** The line with the headings: the one of the first lines that names most columns, two or more and among them the name. */
export function findHead(lines: readonly SheetLine[], kind: ImportKind): Head | { fault: TableFault; column?: string } {
  const [best] = lines
    .slice(0, headLines)
    .map((line) => ({ line: line.line, found: columnsIn(line, kind) }))
    .sort((one, other) => other.found.length - one.found.length || one.line - other.line)
  if (best === undefined || best.found.length < 2) return { fault: 'noHead' }
  const columns = new Map(best.found)
  if (!columns.has('name')) return { fault: 'noName' }
  const twice = best.found.find(([column, at]) => columns.get(column) !== at)
  return twice === undefined ? { line: best.line, columns } : { fault: 'columnTwice', column: twice[0] }
}

const longest = 300

/** A row's cells, or null where it says nothing in the columns we know. */
export function cellsOf({ texts }: SheetLine, { columns }: Head, kind: ImportKind): Cells | null {
  const cells: Record<string, string> = {}
  for (const column of columnsOf[kind]) cells[column] = plainCell(texts[columns.get(column) ?? -1] ?? '').slice(0, longest)
  return Object.values(cells).every((text) => text === '') ? null : cells
}
