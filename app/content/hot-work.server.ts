import path from 'node:path'
import type { Locale } from '../i18n/config'
import { type Catalogue, catalogue } from './catalogue.server'
import { lineWith } from './check-lessons.server'
import { type HotWork, hotWork } from './hot-work-schema'
import { type Report, readYaml } from './read-file.server'

/** No clause says so: the page says that it is our policy. */
const ours = 'ours'

const fileOf = (root: string) => path.join(root, 'hot-work.yaml')
const kept = new WeakMap<Catalogue, HotWork>()

/** The rules of the hot-work register. */
export function hotWorkRules(): HotWork {
  const content = catalogue()
  const known = kept.get(content)
  if (known) return known
  const read = readYaml(fileOf(content.root), hotWork, ({ file, line, message }) => {
    throw new Error(`${file}:${line} ${message}`)
  })
  if (read === null) throw new Error('content/hot-work.yaml cannot be read')
  kept.set(content, read)
  return read
}

/** content/hot-work.yaml against the rest of content: jobs, positions, traits, and that everything rests on a source or says that it is ours. */
export function checkHotWork(content: Catalogue, report: Report): void {
  const file = fileOf(content.root)
  const rules = readYaml(file, hotWork, report)
  if (rules === null) return
  const say = (near: string, message: string) => report({ file, line: lineWith(file, near), message })
  const positions = [...Object.values(rules.people).flatMap((list) => (Array.isArray(list) ? list : []))]
  for (const id of [...positions, ...rules.levels.flatMap(({ approvers }) => approvers.map(({ position }) => position))])
    if (!content.vocabulary.positions.has(id)) say(id, `there is no position ${id}`)
  for (const id of traitsIn(rules)) if (!content.vocabulary.traits.has(id)) say(id, `there is no trait ${id}`)
  for (const { id } of rules.kinds) if (!content.jobs.byId.has(id)) say(id, `kinds: there is no job ${id}`)
  for (const list of [rules.levels, rules.watch.plans])
    if (list.at(-1)?.when.some((one) => Object.keys(one).length === 0) !== true)
      say('when: [{}]', 'the last of levels and of plans is for everything else: when: [{}]')
  checkSources(rules, say)
}

function checkSources(rules: HotWork, say: (near: string, message: string) => void): void {
  const used = restsIn(rules)
  for (const key of used) if (key !== ours && rules.sources[key] === undefined) say(key, `rests: there is no source ${key}`)
  for (const [key, { mark, page }] of Object.entries(rules.sources)) {
    if (!used.has(key)) say(`${key}:`, `sources: nothing rests on ${key}`)
    if (mark === 'V2' && page === undefined) say(`${key}:`, `sources: ${key} is second-hand: name its page`)
  }
  for (const { minutes } of rules.watch.plans)
    if (minutes.some((value, nth) => nth > 0 && value <= (minutes[nth - 1] ?? 0)))
      say('minutes:', 'minutes: each look is later than the one before')
}

function traitsIn(rules: HotWork): string[] {
  const conditions = [...rules.levels, ...rules.watch.plans, ...rules.measures].flatMap(({ when }) => when ?? [])
  return [
    ...conditions.flatMap(({ traits = [] }) => traits),
    ...rules.bans.flatMap(({ all }) => all),
    ...rules.notice.places.flatMap(({ traits = [] }) => traits),
  ]
}

function restsIn({ kinds, bans, levels, watch, measures, notice, refusals }: HotWork): Set<string> {
  const lists = [...kinds, ...bans, ...levels, watch, ...measures, notice].map(({ rests }) => rests)
  return new Set([...lists, ...Object.values(refusals)].flat())
}

export type ShownSource = {
  of: string
  mark: 'V1' | 'V1r' | 'V2' | 'S' | 'ours'
  says: string | null
  quote: string | null
  page: string | null
}

/** What something rests on, for showing; ours says nothing of the law. */
export function restsShown(rests: readonly string[], locale: Locale): ShownSource[] {
  return rests.flatMap((key): ShownSource[] => {
    if (key === ours) return [{ of: '', mark: ours, says: null, quote: null, page: null }]
    const found = hotWorkRules().sources[key]
    if (found === undefined) return []
    const { of, en, mark, says, quote, page } = found
    return [{ of: locale === 'zh' ? of : en, mark, says: says[locale], quote: quote ?? null, page: page ?? null }]
  })
}
