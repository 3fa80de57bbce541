import fs from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import { isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'

/** What is wrong with a content file: where, and what would be right. */
export type Problem = { file: string; line: number; message: string }

/** Collects problems; `npm run check:content` prints them, the server refuses to start with any. */
export type Report = (problem: Problem) => void

function lineOf(root: unknown, path: readonly PropertyKey[], lines: LineCounter): number {
  let node: unknown = root
  let offset = 0
  for (const step of path) {
    if (isMap(node)) node = node.get(typeof step === 'symbol' ? '' : step, true)
    else if (isSeq(node) && typeof step === 'number') node = node.get(step, true)
    else break
    if (isNode(node) && node.range) offset = node.range[0]
  }
  return lines.linePos(offset).line
}

const remembered = new Map<string, { says: unknown } | null>()

/** Lets go of the texts read so far, once nobody will read the same again. */
export const forgetTexts = (): void => remembered.clear()

/** What YAML text says, by the parser that is quick and keeps no positions; null where it finds a fault. A text is parsed once. */
export function readQuickly(source: string): { says: unknown } | null {
  const known = remembered.get(source)
  if (known !== undefined) return known
  const read = parseQuickly(source)
  remembered.set(source, read)
  return read
}

function parseQuickly(source: string): { says: unknown } | null {
  try {
    return { says: load(source, { schema: CORE_SCHEMA }) }
  } catch {
    return null
  }
}

/** Parses YAML text against a schema. Line numbers count from `firstLine` of the file. */
export function parseYaml<S extends z.ZodType>(file: string, source: string, schema: S, report: Report, firstLine = 1): z.output<S> | null {
  const quick = readQuickly(source)
  const sound = quick && schema.safeParse(quick.says)
  if (sound?.success) return sound.data
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  for (const fault of document.errors) report({ file, line: lines.linePos(fault.pos[0]).line + firstLine - 1, message: fault.message })
  if (document.errors.length > 0) return null
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return parsed.data
  const root: Node | null = document.contents
  for (const issue of parsed.error.issues)
    report({
      file,
      line: lineOf(root, issue.path, lines) + firstLine - 1,
      message: `${issue.path.map(String).join('.') || 'file'}: ${issue.message}`,
    })
  return null
}

/** Reads a YAML file; a missing file is a problem. */
export function readYaml<S extends z.ZodType>(file: string, schema: S, report: Report): z.output<S> | null {
  if (!fs.existsSync(file)) {
    report({ file, line: 1, message: 'the file is missing' })
    return null
  }
  return parseYaml(file, fs.readFileSync(file, 'utf8'), schema, report)
}

/** Splits `---` frontmatter from an MDX file and checks it. Only YAML frontmatter is read; nothing in it runs. */
export function readMdx<S extends z.ZodType>(
  file: string,
  schema: S,
  report: Report,
): { front: z.output<S>; body: string; bodyLine: number } | null {
  if (!fs.existsSync(file)) {
    report({ file, line: 1, message: 'the file is missing' })
    return null
  }
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(fs.readFileSync(file, 'utf8'))
  if (!match) {
    report({ file, line: 1, message: 'begin the file with --- and its frontmatter' })
    return null
  }
  const front = parseYaml(file, match[1] ?? '', schema, report, 2)
  return front === null ? null : { front, body: match[2] ?? '', bodyLine: (match[1] ?? '').split('\n').length + 3 }
}
