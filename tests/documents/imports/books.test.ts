import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { BookLine } from '~/documents/imports/book-limits'
import { showsDay } from '~/documents/imports/book-styles.server'
import { tableLines } from '~/documents/imports/table-reader.server'
import { bookOf, sharedOf, sheetOf } from './hand-made'

async function read(file: Buffer): Promise<BookLine[]> {
  const lines: BookLine[] = []
  await tableLines(file, (line) => lines.push(line))
  return lines
}
const texts = async (file: Buffer) => (await read(file)).map((line) => line.texts)

async function written(fill: (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void): Promise<Buffer> {
  const book = new exceljs.Workbook()
  fill(book.addWorksheet('名册'), book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('a book of a spreadsheet program', () => {
  it('is read as people see it: text, numbers, days, formulas by what they came to', async () => {
    const file = await written((sheet) => {
      sheet.addRow(['姓名', '手机', '到岗日期', '备注'])
      sheet.addRow(['王敏', 13800000001, new Date('2025-03-01T00:00:00Z'), { formula: 'A2&"!"', result: '王敏!' }])
      sheet.addRow([])
      sheet.addRow([{ richText: [{ text: '赵' }, { text: '四', font: { bold: true } }] }, '０13', 45717, true])
      sheet.addRow([{ text: '孙五', hyperlink: 'https://example.test' }, null, '2025年3月1日'])
    })
    expect(await read(file)).toEqual([
      { line: 1, texts: ['姓名', '手机', '到岗日期', '备注'] },
      { line: 2, texts: ['王敏', '13800000001', '2025-03-01', '王敏!'] },
      { line: 4, texts: ['赵四', '０13', '45717', 'TRUE'] },
      { line: 5, texts: ['孙五', '', '2025年3月1日'] },
    ])
  })

  it('with days counted from 1904', async () => {
    const file = await written((sheet, book) => {
      book.properties.date1904 = true
      sheet.addRow([new Date('2025-03-01T00:00:00Z')])
    })
    expect(await texts(file)).toEqual([['2025-03-01']])
  })

  it('with a first sheet that is hidden: the next is read', async () => {
    const file = await written((sheet, book) => {
      sheet.state = 'hidden'
      sheet.addRow(['不看'])
      book.addWorksheet('第二张').addRow(['王敏'])
    })
    expect(await texts(file)).toEqual([['王敏']])
  })

  it('with text in the cells, prefixes, readings beside the text, and rows without numbers', async () => {
    const cells = '<c t="inlineStr"><is><r><t>赵</t></r><r><t>四</t></r><rPh><t>zhao</t></rPh></is></c><c r="C1" t="s"><v>0</v></c>'
    const shared = sharedOf('<si><t xml:space="preserve"> 王 </t><rPh><t>wang</t></rPh></si>')
    const plain = sheetOf(`<row>${cells}</row><row><c t="e"><v>#N/A</v></c><c><v>1.38E10</v></c></row>`)
    expect(await read(await bookOf({ sheet: plain, shared }))).toEqual([
      { line: 1, texts: ['赵四', '', ' 王 '] },
      { line: 2, texts: ['', '13800000000'] },
    ])
    const prefixed = plain.replace(/<(\/?)(?!\?)/g, '<$1x:').replace('xmlns=', 'xmlns:x=')
    expect(await texts(await bookOf({ sheet: prefixed, shared }))).toEqual([
      ['赵四', '', ' 王 '],
      ['', '13800000000'],
    ])
  })

  it('with number formats of its own that show a day', async () => {
    const styles = `<styleSheet xmlns="x"><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="31"/></cellXfs></styleSheet>`
    const sheet = sheetOf('<row><c><v>45717</v></c><c s="1"><v>45717</v></c><c s="2"><v>45717.9</v></c></row>')
    expect(await texts(await bookOf({ sheet, styles }))).toEqual([['45717', '2025-03-01', '2025-03-01']])
  })

  it.each([
    ['yyyy-mm-dd', true],
    ['m/d/yy h:mm', true],
    ['General', false],
    ['0.00 "days"', false],
    ['[Red]#,##0', false],
    ['[$-804]yyyy"年"m"月"', true],
  ])('the format %s shows a day: %s', (format, isDay) => {
    expect(showsDay(format)).toBe(isDay)
  })
})

describe('a table of text', () => {
  const table = '姓名,手机号,备注\r\n王敏,13800000001,"一,二""三"""\r\n\r\n赵四,１３９,\r\n'
  const lines = [
    ['姓名', '手机号', '备注'],
    ['王敏', '13800000001', '一,二"三"'],
    ['赵四', '１３９', ''],
  ]
  const gbk = Buffer.from('d0d5c3fb2ccad6bbfa0d0acdf5c3f42c310d0a', 'hex')

  it.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${table}`)],
    ['UTF-16', Buffer.from(`\uFEFF${table}`, 'utf16le')],
    ['tabs', Buffer.from(table.replace('"一,二""三"""', '一').replaceAll(',', '\t').replaceAll('一', '"一,二""三"""'))],
  ])('in %s', async (_what, file) => {
    expect(await texts(file)).toEqual(lines)
  })
  it('in GBK, as the spreadsheet programs of most offices save it', async () => {
    expect(await texts(gbk)).toEqual([
      ['姓名', '手机'],
      ['王敏', '1'],
    ])
  })
  it('tells the number of each line as the editor shows it', async () => {
    expect((await read(Buffer.from('姓名,备注\n\n"王\n敏",1\n赵四,2'))).map(({ line }) => line)).toEqual([1, 4, 5])
  })
})
