import { withoutUnseen } from '../shared/plain-text'
import { type PrintedField, printedFields } from './licence-entry'

/** The columns of a pasted list, in their order; a first line that names the person column is a head and may have them otherwise. */
export const rowColumns = ['person', 'kind', 'number', ...printedFields] as const
export type RowColumn = 'person' | 'kind' | 'number' | PrintedField
export type PastedRow = { line: number; cells: Readonly<Record<RowColumn, string>> }

export const mostRows = 300

const heads: Record<RowColumn, readonly string[]> = {
  person: ['姓名', '人员', 'name', 'person'],
  kind: ['证件', '证件种类', '证书', 'licence', 'kind'],
  number: ['编号', '证号', '证书编号', '证件编号', 'number'],
  item: ['项目', '准操项目', '作业项目', '合格项目', 'item'],
  level: ['等级', '级别', 'level'],
  direction: ['方向', '职业方向', 'direction'],
  firstIssuedOn: ['初领日期', '发证日期', '批准日期', 'first issued', 'issued'],
  validFrom: ['有效期起', '有效期始', 'valid from'],
  validTo: ['有效期止', '有效期至', '到期日', 'valid to', 'expiry'],
  reviewDue: ['复审日期', '应复审日期', 'review due', 'review'],
  issuer: ['发证机关', '签发机关', '鉴定站', 'issuer'],
}

const plain = (text: string): string => withoutUnseen(text).normalize('NFKC').trim()

/** Cells of a line as spreadsheets copy them: parted by tabs, else by commas; quotation marks around a cell are taken off. */
function cellsOf(line: string): string[] {
  const parts = line.includes('\t') ? line.split('\t') : line.split(/[,，]/)
  return parts.map((part) => plain(part).replace(/^"(.*)"$/, '$1'))
}

const columnOf = (head: string): RowColumn | null => rowColumns.find((column) => heads[column].includes(head.toLowerCase())) ?? null

/** Reads pasted rows; empty lines are passed over, and lines are counted as they stand. More than 300 rows are refused. */
export function readRows(text: string): { rows: PastedRow[] } | { fault: 'empty' | 'tooMany' } {
  const lines = text.split(/\r\n?|\n/).map((line, at) => ({ line: at + 1, cells: cellsOf(line) }))
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first] = filled
  const named = first?.cells.map(columnOf) ?? []
  const hasHead = named.includes('person')
  const order: readonly (RowColumn | null)[] = hasHead ? named : rowColumns
  const rows = (hasHead ? filled.slice(1) : filled).map(({ line, cells }) => {
    const at = (column: RowColumn): string => cells[order.indexOf(column)] ?? ''
    const read: Record<RowColumn, string> = {
      person: at('person'),
      kind: at('kind'),
      number: at('number'),
      item: at('item'),
      level: at('level'),
      direction: at('direction'),
      firstIssuedOn: at('firstIssuedOn'),
      validFrom: at('validFrom'),
      validTo: at('validTo'),
      reviewDue: at('reviewDue'),
      issuer: at('issuer'),
    }
    return { line, cells: read }
  })
  if (rows.length === 0) return { fault: 'empty' }
  return rows.length > mostRows ? { fault: 'tooMany' } : { rows }
}

const levelWords: Readonly<Record<string, string>> = {
  五: '5',
  四: '4',
  三: '3',
  二: '2',
  一: '1',
  初级: '5',
  中级: '4',
  高级: '3',
  技师: '2',
  高级技师: '1',
}

/** A level as people write it: 4, 四级, 四级/中级工, 中级. */
export function readLevelWord(typed: string): string {
  const word = plain(typed)
  const [, said = ''] = /^([1-5一二三四五])(?:级|$)/.exec(word) ?? []
  return levelWords[said] ?? (said || (levelWords[word.replace(/工$/, '')] ?? word))
}

/** A direction as people write it. */
export function readDirectionWord(typed: string): string {
  const word = plain(typed).toLowerCase()
  if (word === '') return ''
  if (/监控|monitor/.test(word)) return 'monitoring'
  return /维修|维保|检测|保养|mainten/.test(word) ? 'maintenance' : word
}
