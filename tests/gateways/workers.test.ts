import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { type Sheet, workbookParts } from '~/documents/duties/workbook-parts'
import { bytesFromWorker } from '~/gateways/workers.server'

const written = async (sheets: readonly Sheet[]) => {
  const book = new exceljs.Workbook()
  await book.xlsx.load(await new Response(bytesFromWorker('workbook', workbookParts(sheets))).arrayBuffer())
  return book.worksheets
}
const names = (count: number): Sheet => ({
  name: '名单',
  heads: ['姓名', '次数'],
  rows: [...Array.from({ length: count }, (_, nth) => [`第${nth}人`, nth]), ['合计', count]],
  hasTotal: true,
})

describe('a spreadsheet is written in a thread of its own', () => {
  it('holds every row in its order, with a head that stays and filters, and the sum apart', async () => {
    const [sheet] = await written([names(1203)])
    expect(sheet?.rowCount).toBe(1205)
    for (const nth of [0, 499, 500, 501, 999, 1000, 1202]) expect(sheet?.getRow(nth + 2).values).toEqual([undefined, `第${nth}人`, nth])
    expect([sheet?.autoFilter, sheet?.views[0]?.state, sheet?.getRow(1).font?.bold]).toEqual(['A1:B1204', 'frozen', true])
    expect([sheet?.getRow(1205).values, sheet?.getRow(1205).font?.bold]).toEqual([[undefined, '合计', 1203], true])
  })

  it('writes text as text, never as a formula', async () => {
    const [answer, empty] = await written([
      { name: '结论', heads: [], rows: [['=HYPERLINK("http://x")'], ['+1'], ['<b>&']] },
      { name: '空', heads: ['姓名'], rows: [] },
    ])
    expect(answer?.getSheetValues().flatMap((row) => (Array.isArray(row) ? row.slice(1) : []))).toEqual([
      '=HYPERLINK("http://x")',
      '+1',
      '<b>&',
    ])
    expect(answer?.getCell('A1').type).toBe(exceljs.ValueType.String)
    expect(empty?.rowCount).toBe(1)
  })

  it('serves more than may run at once, one after the other', async () => {
    const files = await Promise.all([1, 2, 3].map((count) => written([names(count)])))
    expect(files.map(([sheet]) => sheet?.rowCount)).toEqual([3, 4, 5])
  })

  it('goes on for the next when one is given up or fails', async () => {
    for (const count of [1, 2, 3]) {
      const reader = bytesFromWorker('workbook', workbookParts([names(count)])).getReader()
      await reader.cancel()
    }
    const broken = function* () {
      yield { kind: 'sheet', name: 'x', heads: [], widths: [], filtered: 0 }
      throw new Error('no more rows')
    }
    await expect(new Response(bytesFromWorker('workbook', broken())).arrayBuffer()).rejects.toThrow('no more rows')
    expect((await written([names(5)]))[0]?.rowCount).toBe(7)
  })
})
