import type { RandomList } from './random-lists'

export type SeenDay = { line: string; state: string; person: string | null; since: number | null; successor: string | null }

/**
 * Coverage as somebody would follow it with a pencil: he goes through the year day by day, notes who answers for which unit and who sat in
 * which part, and writes a unit down as covered on the first day on which one person has everything.
 */
export function followedByHand(list: RandomList, asked: number): SeenDay[] {
  const { binds, parts, deputies, units, people, posts, members, classes, excuses } = list
  const into = new Map(people.map(({ id, mergedInto }) => [id, mergedInto]))
  const trueName = (id: string): string => {
    const next = into.get(id) ?? null
    return next === null ? id : trueName(next)
  }
  const answers = (unit: string, day: number): { person: string; from: number }[] =>
    posts
      .filter(
        (post) => post.unit === unit && post.position === 'responsible-person' && post.from <= day && (post.to === null || day <= post.to),
      )
      .map(({ person, from }) => ({ person: trueName(person), from }))
  const sat = classes.flatMap(({ closings }) => closings.at(-1) ?? []).filter(({ counts }) => counts)
  const notes = new Map<string, Set<string>>()
  const note = (book: string, unit: string, person: string, part: string): void => {
    const key = `${book} ${unit} ${person}`
    notes.set(key, (notes.get(key) ?? new Set()).add(part))
  }
  const self = new Map<string, { person: string; on: number }>()
  const sent = new Map<string, { person: string; on: number }>()
  const own = new Map<string, { person: string; on: number }>()
  const firstDay = Math.min(0, ...sat.map(({ on }) => on))
  for (let day = firstDay; day <= asked; day += 1) {
    for (const { unit, person: typed, part, on, asDeputy } of sat) {
      if (on !== day) continue
      const person = trueName(typed)
      const isInCharge = answers(unit, day).some((one) => one.person === person)
      note('own', '', person, part)
      if (isInCharge) note('self', unit, person, part)
      if (isInCharge || asDeputy) note('sent', unit, person, part)
    }
    const everybody = [...new Set(people.map(({ id }) => trueName(id)))].sort()
    for (const person of everybody)
      if (!own.has(person) && parts.every((part) => notes.get(`own  ${person}`)?.has(part) === true)) own.set(person, { person, on: day })
    for (const { id: unit } of units)
      for (const person of everybody) {
        const has = (book: string): boolean => parts.every((part) => notes.get(`${book} ${unit} ${person}`)?.has(part) === true)
        if (has('self') && !self.has(unit)) self.set(unit, { person, on: day })
        if (deputies && has('sent') && !sent.has(unit)) sent.set(unit, { person, on: day })
      }
  }
  /** What was said last of a line until the day asked; nothing where that was taken back or has run out. */
  const isExcused = (line: string): boolean => {
    const last = excuses.filter(({ member, on }) => member === line && on <= asked).at(-1)
    return last !== undefined && !last.ends && (last.until === null || asked <= last.until)
  }
  return members.flatMap(({ id: line, unit, subject, from, end }): SeenDay[] => {
    const nobody = { person: null, since: null, successor: null }
    if (from > asked || end?.why === 'dropped') return []
    if (end !== null && end.on <= asked) return [{ line, state: 'left', ...nobody }]
    const closed = units.find(({ id }) => id === unit)?.to ?? null
    if (binds === 'unit' && closed !== null && closed < asked) return [{ line, state: 'gone', ...nobody }]
    const selfHere = binds === 'unit' ? self.get(unit) : own.get(trueName(subject))
    const found = selfHere ?? (binds === 'unit' ? sent.get(unit) : undefined)
    if (found === undefined) return [{ line, state: isExcused(line) ? 'excused' : 'missing', ...nobody }]
    const { person, on: since } = found
    if (binds === 'person') return [{ line, state: 'covered', person, since, successor: null }]
    const then = answers(unit, since).map((one) => one.person)
    const now = answers(unit, asked)
    const isSame = now.some((one) => (selfHere === undefined ? then.includes(one.person) : one.person === person))
    const fresh = now.filter((one) => !then.includes(one.person))
    const [newest] = fresh.sort((one, other) => other.from - one.from || (one.person < other.person ? -1 : 1))
    const successor = isSame ? null : (newest?.person ?? null)
    const state = selfHere === undefined ? 'deputy' : successor === null ? 'covered' : 'successor'
    return [{ line, state, person, since, successor }]
  })
}
