import fs from 'node:fs'
import path from 'node:path'
import { LineCounter, parseDocument, visit, type YAMLMap } from 'yaml'
import type { Report } from './read-file.server'
import { findsQuotation, type SourceDocument } from './sources.server'

type Sources = ReadonlyMap<string, SourceDocument>
type Quoted = { mark: unknown; document: unknown; quote: unknown }

/** Is the quotation, where there is one, in the document it names? Says what is wrong and what to do; null when all is well. */
export function quotationFault(sources: Sources, document: string, quote: string | null): string | null {
  const found = sources.get(document)
  if (!found) return `document: there is no ${document} in content/sources/sources.yaml: correct the name or add the document`
  if (quote === null || findsQuotation(found, quote)) return null
  return `the quotation “${quote}” is not in content/sources/${document}.txt: quote it word for word, with …… for what is left out`
}

/**
 * Every clause of the content that names a source document, wherever it stands (`source`, `also`, `facts`, `rests`, `clause`).
 * A duty that rests on local policy (mark S) must name document and quotation.
 */
export function checkQuotations(root: string, sources: Sources, report: Report): void {
  for (const name of fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(yaml|mdx)$/.test(name) || /^(sources|duties\/rows\.yaml$)/.test(name)) continue
    const file = path.join(root, name)
    const whole = fs.readFileSync(file, 'utf8')
    const front = name.endsWith('.mdx') ? (/^---\r?\n([\s\S]*?)\r?\n---/.exec(whole)?.[1] ?? '') : whole
    if (!/mark\W+S\b|document\W*:/.test(front)) continue
    const isDuty = name.startsWith('duties')
    for (const { quoted, line } of clausesIn(front)) {
      const fault = clauseFault(quoted, isDuty, sources)
      if (fault !== null) report({ file, line: line + (front === whole ? 0 : 1), message: fault })
    }
  }
}

type Clause = { quoted: Quoted; line: number }
const found = new Map<string, readonly Clause[]>()

/** The clauses of a text; they are looked for once however often it is checked. */
function clausesIn(text: string): readonly Clause[] {
  const clauses = found.get(text) ?? lookForClauses(text)
  found.set(text, clauses)
  return clauses
}

function lookForClauses(text: string): readonly Clause[] {
  const clauses: Clause[] = []
  const lines = new LineCounter()
  const lineOf = (map: YAMLMap, key: string) => lines.linePos((map.get(key, true) ?? map).range?.[0] ?? 0).line
  visit(parseDocument(text, { lineCounter: lines, prettyErrors: false }), {
    Map(_, map) {
      if (!map.has('mark')) return
      const key = ['quote', 'document', 'mark'].find((one) => map.has(one)) ?? 'mark'
      clauses.push({ quoted: { mark: map.get('mark'), document: map.get('document'), quote: map.get('quote') }, line: lineOf(map, key) })
    },
  })
  return clauses
}

function clauseFault({ mark, document, quote }: Quoted, isDuty: boolean, sources: Sources): string | null {
  const isWhole = typeof document === 'string' && typeof quote === 'string'
  if (isDuty && mark === 'S' && !isWhole) return 'mark S: name the document in content/sources and quote it'
  return typeof document === 'string' ? quotationFault(sources, document, typeof quote === 'string' ? quote : null) : null
}
