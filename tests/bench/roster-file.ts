// npx tsx tests/bench/roster-file.ts <file> <people>: a roster as a spreadsheet program writes it, for roster-import.ts.
import fs from 'node:fs'
import exceljs from 'exceljs'
import { idCheck } from '~/domain/org/id-number'

const [file = '', count = '10000'] = process.argv.slice(2)

/** Another for each number below 50,000. */
function idNumber(nth: number): string {
  const seventeen = `330106${1950 + Math.floor(nth / 1000)}0101${String(nth % 1000).padStart(3, '0')}`
  return seventeen + idCheck(seventeen)
}

const book = new exceljs.Workbook()
const sheet = book.addWorksheet('名册')
sheet.addRow(['姓名', '手机号', '身份证号', '岗位', '到岗日期', '单位名称'])
for (let nth = 0; nth < Number(count); nth += 1) {
  const [from, unit] = [new Date('2025-03-01T00:00:00Z'), `第${nth % 100}号酒店`]
  sheet.addRow([`王小明${nth}`, String(13_900_000_000 + nth), idNumber(nth), '员工', from, unit])
}
fs.writeFileSync(file, Buffer.from(await book.xlsx.writeBuffer()))
