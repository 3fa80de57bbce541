import type { Sheet } from '~/documents/duties/workbook-parts'
import type { Register } from '~/domain/classes/registers'
import { formatDay } from '~/domain/shared/day'
import type { Asked } from '~/http/asked.server'
import type { Signed } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { fields, type RegisterPage, type RegisterRow } from '~/ui/classes/registers'
import { sheetsLeave } from '../personal+/list-leaves.server'
import { registerPage } from './register-list.server'

type Words = (key: string) => string

/** Exactly what the page shows for the same question, all pages of it. */
export async function registerBook(ctx: Signed, request: Asked, register: Register): Promise<Response> {
  const page = await registerPage(ctx, request, register, null)
  const { t } = translator(ctx.locale)
  const words: Words = (key) => t(`training:${key}`)
  const sheets = [entriesSheet(page, words), ...(register === 'contest' ? [resultsSheet(page, words)] : [])]
  const title = `${words(`tab.${register}`)} ${formatDay(ctx.today)}`
  return sheetsLeave(ctx, request, { title, plain: register }, sheets)
}

function cellOf(register: Register, { cells }: RegisterRow, { name, kind }: { name: string; kind: string }, words: Words): string {
  const text = cells[name] ?? ''
  if (text === '') return ''
  if (kind === 'kind') return words(`kind.${register}.${text}`)
  return kind === 'level' ? words(`level.${text}`) : text
}

const entriesSheet = ({ register, rows }: RegisterPage, words: Words): Sheet => ({
  name: words(`tab.${register}`),
  heads: [words('place'), ...fields[register].map(({ name }) => words(`field.${register}.${name}`)), words('lastDay'), words('reason')],
  rows: rows.map((row) => [
    row.place,
    ...fields[register].map((field) => cellOf(register, row, field, words)),
    row.end?.lastDay ?? '',
    row.end?.reason ?? '',
  ]),
})

/** Every announced result in a row of its own, so that it can be sorted and pasted. */
const resultsSheet = ({ rows }: RegisterPage, words: Words): Sheet => ({
  name: words('results.sheet'),
  heads: ['on', 'name', 'level']
    .map((key) => words(`field.contest.${key}`))
    .concat(['award', 'who', 'of'].map((key) => words(`results.${key}`))),
  rows: rows.flatMap(({ cells, results }) =>
    results.map(({ award, who, of }) => [
      cells.on ?? '',
      cells.name ?? '',
      cells.level ? words(`level.${cells.level}`) : '',
      award,
      who,
      of,
    ]),
  ),
})
