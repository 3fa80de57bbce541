import fs from 'node:fs'
import path from 'node:path'
import { type Report, readMdx } from './read-file.server'
import { type WarningCase, type WarningCaseInEnglish, warningCase, warningCaseInEnglish } from './refresher-schema'

/** A warning case in both languages; `folder` and `body` are what is compiled. */
export type LoadedCase = {
  slug: string
  folder: string
  zh: WarningCase
  en: WarningCaseInEnglish
  body: { zh: string; en: string }
}

/** Reads content/cases/<slug>.mdx with its <slug>.en.mdx. */
export function loadCases(root: string, report: Report): ReadonlyMap<string, LoadedCase> {
  const folder = path.join(root, 'cases')
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.mdx') && !name.endsWith('.en.mdx'))
  const loaded = names.sort().flatMap((name) => loadCase(folder, name.slice(0, -'.mdx'.length), report) ?? [])
  return new Map(loaded.map((one) => [one.slug, one]))
}

function loadCase(folder: string, slug: string, report: Report): LoadedCase | null {
  const file = path.join(folder, `${slug}.mdx`)
  const zh = readMdx(file, warningCase, report)
  const en = readMdx(path.join(folder, `${slug}.en.mdx`), warningCaseInEnglish, report)
  if (!zh || !en) return null
  for (const front of [zh.front, en.front])
    if (front.id !== slug) report({ file, line: 2, message: `id: must be ${slug}, as the file is called` })
  return { slug, folder, zh: zh.front, en: en.front, body: { zh: zh.body, en: en.body } }
}
