import fs from 'node:fs'
import path from 'node:path'
import type { Catalogue } from './catalogue.server'
import { quotationFault } from './check-quotations.server'
import { type Report, readYaml } from './read-file.server'
import { type Row, rows as rowsSchema } from './schema'
import type { SourceDocument } from './sources.server'

/** How many rows the five source documents give under each letter: government, units, party school, public education, contests. */
const rowsUnder = { A: 17, B: 27, C: 4, D: 23, E: 6 } as const

/** The ids of every row, A1 to E6. */
export const rowIds: readonly string[] = Object.entries(rowsUnder).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, nth) => `${letter}${nth + 1}`),
)

const fileOf = (root: string) => path.join(root, 'duties/rows.yaml')

/** Reads content/duties/rows.yaml: what the source documents ask for, and what answers it. */
export const loadRows = (root: string, report: Report): readonly Row[] => readYaml(fileOf(root), rowsSchema, report) ?? []

/** Every row once, its quotations in their documents, and what it points to there. Tests are looked for in the project's folder. */
export function checkRows(catalogue: Catalogue, sources: ReadonlyMap<string, SourceDocument>, report: Report): void {
  const file = fileOf(catalogue.root)
  const found = loadRows(catalogue.root, report)
  if (found.length === 0) return
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  const ids = found.map(({ id }) => id)
  for (const id of rowIds) if (!ids.includes(id)) report({ file, line: 1, message: `the row ${id} is missing: write what answers it` })
  for (const [index, row] of found.entries()) {
    const about = (message: string) =>
      report({ file, line: lines.lastIndexOf(`- id: ${row.id}`) + 1 || 1, message: `${row.id}: ${message}` })
    if (!rowIds.includes(row.id)) about('the source documents have no such row')
    if (ids.indexOf(row.id) !== index) about('the row stands twice')
    for (const { document, quote } of [row, ...(row.also ?? [])]) {
      const fault = quotationFault(sources, document, quote)
      if (fault !== null) about(fault)
    }
    for (const id of row.duties ?? []) if (!hasDuty(catalogue, id)) about(`there is no duty ${id} in content/duties`)
    const test = row.served?.test
    if (test !== undefined && !fs.existsSync(path.resolve(test))) about(`served: there is no test ${test}`)
  }
}

/** `pre-job-{position}` stands for the duties it was expanded to. */
function hasDuty({ duties, stated, vocabulary }: Catalogue, id: string): boolean {
  if (!id.includes('{position}')) return duties.has(id) || stated.has(id)
  return [...vocabulary.positions.keys()].every((position) => duties.has(id.replaceAll('{position}', position)))
}
