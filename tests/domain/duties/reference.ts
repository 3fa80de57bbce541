/**
 * A slow second reading of the standing contract, to compare the rule with. It walks day by day, keeps days as counts
 * made by Date.UTC, shares no code with the rule, and follows the order of the contract's own sentences.
 * Facts must begin and end (or be open-ended) between EARLIEST and HORIZON.
 */
type Text = string
type Span = { from: Text; to: Text | null }
export type RawCadence =
  | { kind: 'gate'; lookback: Text }
  | { kind: 'once'; within: Text }
  | { kind: 'calendar'; every: Text; lead: Text }
  | { kind: 'rolling'; every: Text; opens: Text; first: Text }
export type RawDuty = Span & {
  id: Text
  binds: 'unit' | 'person' | 'post'
  positions: Text[]
  traits: Text[]
  bars?: boolean
  counts: { kind: Text; topic: Text; sameUnit: boolean }[]
  cadence: RawCadence
}
export type RawUnit = Span & { id: Text; traits: (Span & { trait: Text })[] }
export type RawPerson = { id: Text; mergedInto: Text | null }
export type RawPost = Span & { id: Text; person: Text; unit: Text; position: Text }
export type RawEvidence = {
  id: Text
  kind: Text
  topic: Text
  subject: Text
  unit: Text | null
  on: Text
  passed: boolean
  validThrough: Text | null
  revokedOn: Text | null
}
export type RawWaiver = { duty: Text; subject: Text; from: Text; through: Text }
export type RawAsk = { duty: Text; subject: Text; on: Text } | { mayWork: Text; on: Text }
export type RawScenario = {
  name?: string
  duties: RawDuty[]
  units: RawUnit[]
  people: RawPerson[]
  posts: RawPost[]
  evidence: RawEvidence[]
  waivers: RawWaiver[]
  ask: RawAsk[]
}
type RunOfDays = { first: number; last: number }
type Answer = { standing: string; due: Text | null; through: Text | null; since: Text | null; by: Text | null }

export const EARLIEST = '2022-01-01'
export const HORIZON = '2029-01-01'

const read = new Map<Text, number>()
const num = (text: Text): number => {
  const day = read.get(text) ?? Date.parse(`${text}T00:00:00Z`) / 86_400_000
  read.set(text, day)
  return day
}
const str = (day: number): Text => new Date(day * 86_400_000).toISOString().slice(0, 10)
const inside = (span: Span, day: number): boolean => (span.to === null || day <= num(span.to)) && num(span.from) <= day
const answer = (standing: string, rest: Partial<Answer> = {}): Answer => ({
  standing,
  due: null,
  through: null,
  since: null,
  by: null,
  ...rest,
})

function shift(day: number, period: Text, count: number): number {
  const part = (letter: string): number => Number(new RegExp(`(\\d+)${letter}`).exec(period.slice(1))?.[1] ?? 0) * count
  const date = new Date(day * 86_400_000)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + part('Y') * 12 + part('M'))
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, lastOfMonth))
  return date.getTime() / 86_400_000 + part('D')
}

function isBeforeByCodeUnit(one: Text, other: Text): boolean {
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    if (one.charCodeAt(at) !== other.charCodeAt(at)) return one.charCodeAt(at) < other.charCodeAt(at)
  }
  return one.length < other.length
}

export function referenceAnswers(scenario: RawScenario): unknown[] {
  const model = new Model(scenario)
  return scenario.ask.map((ask) =>
    'mayWork' in ask ? model.mayWork(ask.mayWork, num(ask.on)) : model.ask(ask.duty, ask.subject, num(ask.on)),
  )
}

class Model {
  private readonly memory = new Map<string, RunOfDays[]>()
  constructor(private readonly scenario: RawScenario) {}

  private survivor(id: Text): Text {
    const into = this.scenario.people.find((person) => person.id === id)?.mergedInto ?? null
    return into === null ? id : this.survivor(into)
  }

  private unitBound(duty: RawDuty, unitId: Text, day: number): boolean {
    const unit = this.scenario.units.find((candidate) => candidate.id === unitId)
    if (unit === undefined || !inside(duty, day) || !inside(unit, day)) return false
    return duty.traits.length === 0 || unit.traits.some((span) => duty.traits.includes(span.trait) && inside(span, day))
  }

  private postBound(duty: RawDuty, post: RawPost, day: number): boolean {
    const listed = duty.positions.includes('*') || duty.positions.includes(post.position)
    return inside(post, day) && listed && this.unitBound(duty, post.unit, day)
  }

  /** Each day from EARLIEST to HORIZON: is the subject bound? */
  private boundDays(duty: RawDuty, subject: Text): boolean[] {
    const posts = this.scenario.posts.filter((post) => (duty.binds === 'post' ? post.id : this.survivor(post.person)) === subject)
    const days: boolean[] = []
    for (let day = num(EARLIEST); day <= num(HORIZON); day += 1) {
      const isBound = duty.binds === 'unit' ? this.unitBound(duty, subject, day) : posts.some((post) => this.postBound(duty, post, day))
      days.push(isBound)
    }
    return days
  }

  /** Every spell, in order; one that reaches HORIZON has no end. */
  private spells(duty: RawDuty, subject: Text): RunOfDays[] {
    const key = JSON.stringify([duty.id, subject])
    const known = this.memory.get(key)
    if (known !== undefined) return known
    const days = this.boundDays(duty, subject)
    const spells: RunOfDays[] = []
    for (let at = 0; at < days.length; at += 1) {
      if (!days[at] || days[at - 1]) continue
      let end = at
      while (days[end + 1]) end += 1
      spells.push({ first: num(EARLIEST) + at, last: end === days.length - 1 ? Number.POSITIVE_INFINITY : num(EARLIEST) + end })
    }
    this.memory.set(key, spells)
    return spells
  }

  private counting(duty: RawDuty, subject: Text, day: number, known: number): RawEvidence[] {
    const post = this.scenario.posts.find((candidate) => candidate.id === subject)
    const holder = duty.binds === 'post' && post !== undefined ? this.survivor(post.person) : subject
    const units = this.scenario.posts
      .filter((own) => this.survivor(own.person) === subject && this.postBound(duty, own, day))
      .map((own) => own.unit)
    const sameUnits = duty.binds === 'unit' ? [subject] : duty.binds === 'post' ? [post?.unit] : units
    const counted = this.scenario.evidence.filter((piece) => {
      if (num(piece.on) > known || piece.passed === false) return false
      if (piece.revokedOn !== null && !(known < num(piece.revokedOn))) return false
      if (this.survivor(piece.subject) !== holder) return false
      return duty.counts.some(
        (entry) =>
          entry.kind === piece.kind &&
          (entry.topic === '*' || entry.topic === piece.topic) &&
          (!entry.sameUnit || (piece.unit !== null && sameUnits.includes(piece.unit))),
      )
    })
    return counted.sort((one, other) => num(one.on) - num(other.on) || (isBeforeByCodeUnit(one.id, other.id) ? -1 : 1))
  }

  private waiversOn(duty: RawDuty, subject: Text, day: number): RawWaiver[] {
    const own = this.scenario.waivers.filter((waiver) => waiver.duty === duty.id && this.survivor(waiver.subject) === subject)
    return own.filter((waiver) => num(waiver.from) <= day && day <= num(waiver.through))
  }

  ask(dutyId: Text, asked: Text, day: number): Answer {
    const duty = this.scenario.duties.find((candidate) => candidate.id === dutyId)
    if (duty === undefined) throw new Error('no such duty')
    return this.standing(duty, this.survivor(asked), day, day)
  }

  private standing(duty: RawDuty, subject: Text, day: number, known: number): Answer {
    const spell = this.spells(duty, subject).find((run) => run.first <= day && day <= run.last)
    if (spell === undefined) return answer('unbound')
    const waivers = this.waiversOn(duty, subject, day)
    if (waivers.length > 0) return answer('waived', { through: str(Math.max(...waivers.map((waiver) => num(waiver.through)))) })
    const evidence = this.counting(duty, subject, day, known)
    const { cadence } = duty
    if (cadence.kind === 'gate') {
      const start = num(this.scenario.posts.find((post) => post.id === subject)?.from ?? '')
      const fresh = evidence.find((piece) => num(piece.on) >= shift(start, cadence.lookback, -1))
      return fresh ? answer('met', { by: fresh.id }) : answer('overdue', { due: str(spell.first), since: str(spell.first) })
    }
    if (cadence.kind === 'once') {
      const [piece] = evidence
      return piece ? answer('met', { by: piece.id }) : this.untilDeadline(shift(spell.first, cadence.within, 1), day)
    }
    if (cadence.kind === 'calendar') return this.calendar(duty, cadence, subject, day, spell, evidence)
    return this.rolling(cadence, day, spell, evidence)
  }

  private untilDeadline(deadline: number, day: number): Answer {
    if (day <= deadline) return answer('due', { due: str(deadline) })
    return answer('overdue', { due: str(deadline), since: str(deadline + 1) })
  }

  private calendar(
    duty: RawDuty,
    cadence: { every: Text; lead: Text },
    subject: Text,
    day: number,
    own: RunOfDays,
    evidence: RawEvidence[],
  ): Answer {
    const months = { P1M: 1, P3M: 3, P6M: 6, P1Y: 12 }[cadence.every] ?? 0
    const period = (held: number): RunOfDays => {
      const date = new Date(held * 86_400_000)
      const month = date.getUTCMonth() - (date.getUTCMonth() % months)
      const at = (offset: number): number => Date.UTC(date.getUTCFullYear(), month + offset, 1) / 86_400_000
      return { first: at(0), last: at(months) - 1 }
    }
    const owes = (spell: RunOfDays, end: number): boolean => spell.first <= shift(end, cadence.lead, -1) && spell.last >= end
    const within = (p: RunOfDays): RawEvidence | undefined => evidence.find((piece) => p.first <= num(piece.on) && num(piece.on) <= p.last)
    const missed = (p: RunOfDays): boolean => {
      const owed = this.spells(duty, subject).some((spell) => owes(spell, p.last))
      return owed && within(p) === undefined && this.waiversOn(duty, subject, p.last).length === 0
    }
    const current = period(day)
    const piece = within(current)
    if (piece) return answer('met', { through: str(current.last), by: piece.id })
    let before = period(current.first - 1)
    if (missed(before)) {
      while (missed(period(before.first - 1))) before = period(before.first - 1)
      return answer('overdue', { due: str(before.last), since: str(before.last + 1) })
    }
    for (let next = current; next.last <= own.last; next = period(next.last + 1)) {
      if (owes(own, next.last)) return answer('due', { due: str(next.last) })
    }
    return answer('idle')
  }

  private rolling(
    cadence: { every: Text; opens: Text; first: Text },
    day: number,
    spell: { first: number },
    evidence: RawEvidence[],
  ): Answer {
    let through: number | null = null
    let anchor = 0
    let n = 0
    let by: Text | null = null
    for (const piece of evidence) {
      const on = num(piece.on)
      const was: number | null = through
      if (piece.validThrough !== null) {
        const v = num(piece.validThrough)
        if (through === null || v > through) [through, anchor, n] = [v, v + 1, 0]
      } else if (through === null || through < on) {
        ;[anchor, n, through] = [on, 1, shift(on, cadence.every, 1) - 1]
      } else if (on >= shift(through, cadence.opens, -1)) {
        n += 1
        through = shift(anchor, cadence.every, n) - 1
      } else {
        const t = shift(on, cadence.every, 1) - 1
        if (t > through) [anchor, n, through] = [on, 1, t]
      }
      if (through !== was) by = piece.id
    }
    if (through !== null && through >= day) return answer('met', { through: str(through), by })
    return this.untilDeadline(Math.max(shift(spell.first, cadence.first, 1), through ?? Number.NEGATIVE_INFINITY), day)
  }

  mayWork(postId: Text, asked: number): { mayWork: boolean; because: Text[] } {
    const post = this.scenario.posts.find((candidate) => candidate.id === postId)
    if (post === undefined) throw new Error('no such post')
    if (post.to !== null && num(post.to) < asked) return { mayWork: false, because: [] }
    const day = Math.max(asked, num(post.from))
    const because: Text[] = []
    for (const duty of this.scenario.duties) {
      if (duty.cadence.kind !== 'gate' && duty.bars !== true) continue
      const binds = duty.binds === 'unit' ? this.unitBound(duty, post.unit, day) : this.postBound(duty, post, day)
      const subject = duty.binds === 'unit' ? post.unit : duty.binds === 'post' ? post.id : this.survivor(post.person)
      if (binds && ['due', 'overdue'].includes(this.standing(duty, subject, day, asked).standing)) because.push(duty.id)
    }
    return { mayWork: because.length === 0, because }
  }
}
