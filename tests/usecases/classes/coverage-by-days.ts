import type { RandomList } from './random-lists'

export type SeenDay = { unit: string; state: string; person: string | null; since: number | null; successor: string | null }

/**
 * Coverage as somebody would follow it with a pencil: he goes through the year day by day, notes who answers for which unit and who sat in
 * which part, and writes a unit down as covered on the first day on which one person has everything.
 */
export function followedByHand({ parts, deputies, units, people, posts, members, classes }: RandomList, asked: number): SeenDay[] {
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
  const firstDay = Math.min(0, ...sat.map(({ on }) => on))
  for (let day = firstDay; day <= asked; day += 1) {
    for (const { unit, person: typed, part, on, asDeputy } of sat) {
      if (on !== day) continue
      const person = trueName(typed)
      const isInCharge = answers(unit, day).some((one) => one.person === person)
      if (isInCharge) note('self', unit, person, part)
      if (isInCharge || asDeputy) note('sent', unit, person, part)
    }
    for (const { id: unit } of units)
      for (const person of [...new Set(people.map(({ id }) => trueName(id)))].sort()) {
        const has = (book: string): boolean => parts.every((part) => notes.get(`${book} ${unit} ${person}`)?.has(part) === true)
        if (has('self') && !self.has(unit)) self.set(unit, { person, on: day })
        if (deputies && has('sent') && !sent.has(unit)) sent.set(unit, { person, on: day })
      }
  }
  return members.flatMap(({ unit, from, end }): SeenDay[] => {
    const nobody = { person: null, since: null, successor: null }
    if (from > asked || end?.why === 'dropped') return []
    if (end !== null && end.on <= asked) return [{ unit, state: 'left', ...nobody }]
    const closed = units.find(({ id }) => id === unit)?.to ?? null
    if (closed !== null && closed < asked) return [{ unit, state: 'gone', ...nobody }]
    const own = self.get(unit)
    const found = own ?? sent.get(unit)
    if (found === undefined) return [{ unit, state: 'missing', ...nobody }]
    const then = answers(unit, found.on).map(({ person }) => person)
    const now = answers(unit, asked)
    const isSame = now.some(({ person }) => (own === undefined ? then.includes(person) : person === own.person))
    const fresh = now.filter(({ person }) => !then.includes(person))
    const [newest] = fresh.sort((one, other) => other.from - one.from || (one.person < other.person ? -1 : 1))
    const successor = isSame ? null : (newest?.person ?? null)
    const state = own === undefined ? 'deputy' : successor === null ? 'covered' : 'successor'
    return [{ unit, state, person: found.person, since: found.on, successor }]
  })
}
