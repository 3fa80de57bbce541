import type { Expected } from '../rollcall/expected'
import { type Refused, refuse } from '../shared/refusal'

/** What the page of who is expected says: per person where he works and what help he needs, counts of groups, classes one a line. */
export type ExpectedWish = {
  zones: ReadonlyMap<string, string>
  help: ReadonlyMap<string, string>
  counts: ReadonlyMap<string, string>
  classes: string
}

const mostClasses = 200

/** Classes as they are typed, one a line: name, then how many. Pupils are never named. A class that was there `before` keeps its id. */
export function readClasses(typed: string, before: readonly Expected[]): { kind: 'read'; classes: Expected[] } | Refused {
  const classes: Expected[] = []
  const known = before.filter(({ kind }) => kind === 'class')
  let last = Math.max(0, ...known.map(({ id }) => Number(id.slice('class-'.length)) || 0))
  for (const line of typed
    .split('\n')
    .map((one) => one.normalize('NFKC').trim())
    .filter(Boolean)) {
    const [, name = '', digits = ''] = /^(.*?\S)[\s:,，]+(\d{1,4})\s*人?$/.exec(line) ?? []
    if (name === '') return refuse('drills:refusal.class', 'classes', { line: line.slice(0, 30) })
    if (classes.some((one) => one.name === name)) return refuse('drills:refusal.classTwice', 'classes', { name })
    const id = known.find((one) => one.name === name)?.id
    if (id === undefined) last += 1
    const count = Number(digits)
    classes.push({ id: id ?? `class-${last}`, kind: 'class', name: name.slice(0, 80), department: '', zone: '', count, help: '' })
  }
  return classes.length > mostClasses ? refuse('drills:refusal.tooLong', 'classes') : { kind: 'read', classes }
}

/** The list as it is to be: nobody is added or dropped here but classes. Zones that the drill does not have are refused. */
export function changeExpected(
  list: readonly Expected[],
  wish: ExpectedWish,
  zones: readonly string[],
): { kind: 'read'; entries: Expected[] } | Refused {
  const classes = readClasses(wish.classes, list)
  if (classes.kind === 'refused') return classes
  const entries: Expected[] = []
  for (const one of list.filter(({ kind }) => kind !== 'class')) {
    const zone = wish.zones.get(one.id) ?? one.zone
    if (zone !== '' && !zones.includes(zone)) return refuse('drills:refusal.noSuchZone', '', { name: one.name })
    const typed = wish.counts.get(one.id)?.trim()
    if (typed !== undefined && !/^\d{0,5}$/.test(typed)) return refuse('drills:refusal.count', '', { name: one.name })
    const count = one.kind === 'person' || typed === undefined ? one.count : typed === '' ? null : Number(typed)
    entries.push({ ...one, zone, help: (wish.help.get(one.id) ?? one.help).trim().slice(0, 120), count })
  }
  return {
    kind: 'read',
    entries: [...entries.filter(({ kind }) => kind === 'person'), ...classes.classes, ...entries.filter(({ kind }) => kind !== 'person')],
  }
}
