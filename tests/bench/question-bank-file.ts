// npx tsx tests/bench/question-bank-file.ts <folder> <questions> [the number of the first]: a bank in each of the five formats, for question-bank.ts.
import fs from 'node:fs'
import path from 'node:path'
import exceljs from 'exceljs'
import { writeBankText } from '~/documents/banks/bank-text.server'
import { bankFormats, formatFiles } from '~/domain/banks/formats'
import type { BankQuestion } from '~/domain/banks/question'
import { sheetHeads, sheetRow } from '~/domain/banks/sheet-layout'
import { benchQuestion } from '../factories/many-questions'

const [folder = '', count = '5000', from = '0'] = process.argv.slice(2)
const all = Array.from({ length: Number(count) }, (_, nth) => benchQuestion(nth + Number(from)))
const bare = (one: BankQuestion): BankQuestion => ({
  ...one,
  kind: 'single',
  right: [0],
  id: null,
  explanation: '',
  difficulty: null,
  point: '',
})
for (const format of bankFormats) {
  const file = path.join(folder, `bank-${from}.${formatFiles[format].ending}`)
  if (format === 'xlsx') {
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('题库')
    sheet.addRow([...sheetHeads])
    for (const question of all) sheet.addRow(sheetRow(question))
    fs.writeFileSync(file, Buffer.from(await book.xlsx.writeBuffer()))
  } else fs.writeFileSync(file, writeBankText(format, format === 'aiken' ? all.map(bare) : all))
}
