import type { Day } from '../shared/day'
import type { SubjectKind } from './facts'
import { survivors } from './merged'
import type { Scenario } from './scenario-shape'

/** Where in a scenario something is wrong, as `posts.2.from`, and what. */
export type Fault = { readonly path: string; readonly message: string }

type Named = { readonly kinds: ReadonlyMap<string, SubjectKind>; readonly duties: ReadonlyMap<string, SubjectKind> }

/** What the parts of a well-formed scenario say wrongly about each other. The first fault is enough to refuse it. */
export function* faultsIn(scenario: Scenario): Generator<Fault> {
  yield* repeatedIds(scenario)
  yield* dutyFaults(scenario)
  yield* backwardSpans(scenario)
  const kinds = new Map<string, SubjectKind>()
  for (const { id } of scenario.units) kinds.set(id, 'unit')
  for (const { id } of scenario.people) kinds.set(id, 'person')
  for (const { id } of scenario.posts) kinds.set(id, 'post')
  const named = { kinds, duties: new Map(scenario.duties.map((duty) => [duty.id, duty.binds])) }
  yield* mergeFaults(scenario, named)
  yield* danglingFacts(scenario, named)
  yield* wrongAsks(scenario, named)
}

function* repeatedIds(scenario: Scenario): Generator<Fault> {
  for (const nameSpace of [['duties'], ['evidence'], ['units', 'people', 'posts']] as const) {
    const seen = new Set<string>()
    for (const list of nameSpace) {
      for (const [at, { id }] of scenario[list].entries()) {
        if (seen.has(id)) yield { path: `${list}.${at}.id`, message: `the id ${id} is taken` }
        seen.add(id)
      }
    }
  }
}

function* dutyFaults({ duties }: Scenario): Generator<Fault> {
  for (const [at, { binds, positions, cadence }] of duties.entries()) {
    if (binds === 'unit' && positions.length > 0) {
      yield { path: `duties.${at}.positions`, message: 'the duty of a unit lists no positions' }
    }
    if (cadence.kind === 'gate' && binds !== 'post') {
      yield { path: `duties.${at}.cadence`, message: 'a gate goes only with posts' }
    }
  }
}

function* backwardSpans(scenario: Scenario): Generator<Fault> {
  for (const list of ['duties', 'units', 'posts'] as const) {
    for (const [at, { from, to }] of scenario[list].entries()) yield* backward(`${list}.${at}.to`, from, to)
  }
  for (const [at, { traits }] of scenario.units.entries()) {
    for (const [nth, { from, to }] of traits.entries()) yield* backward(`units.${at}.traits.${nth}.to`, from, to)
  }
  for (const [at, { from, through }] of scenario.waivers.entries()) {
    yield* backward(`waivers.${at}.through`, from, through)
  }
}

function* backward(path: string, from: Day, to: Day | null): Generator<Fault> {
  if (to !== null && to < from) yield { path, message: 'ends before it begins' }
}

function* mergeFaults({ people }: Scenario, { kinds }: Named): Generator<Fault> {
  for (const [at, { mergedInto }] of people.entries()) {
    if (mergedInto !== null) yield* missing(`people.${at}.mergedInto`, kinds.get(mergedInto) === 'person', mergedInto)
  }
  const ends = survivors(people)
  for (const [at, { id }] of people.entries()) {
    if (ends.get(id) === null) yield { path: `people.${at}.mergedInto`, message: 'the merge runs in a circle' }
  }
}

function* danglingFacts({ posts, evidence, waivers }: Scenario, { kinds, duties }: Named): Generator<Fault> {
  for (const [at, { person, unit }] of posts.entries()) {
    yield* missing(`posts.${at}.person`, kinds.get(person) === 'person', person)
    yield* missing(`posts.${at}.unit`, kinds.get(unit) === 'unit', unit)
  }
  for (const [at, { subject, unit }] of evidence.entries()) {
    yield* missing(`evidence.${at}.subject`, kinds.has(subject), subject)
    if (unit !== null) yield* missing(`evidence.${at}.unit`, kinds.get(unit) === 'unit', unit)
  }
  for (const [at, { duty, subject }] of waivers.entries()) {
    yield* missing(`waivers.${at}.duty`, duties.has(duty), duty)
    yield* missing(`waivers.${at}.subject`, kinds.has(subject), subject)
  }
}

function* wrongAsks({ ask }: Scenario, { kinds, duties }: Named): Generator<Fault> {
  for (const [at, question] of ask.entries()) {
    if ('mayWork' in question) {
      yield* missing(`ask.${at}.mayWork`, kinds.get(question.mayWork) === 'post', question.mayWork)
      continue
    }
    const { duty, subject } = question
    const binds = duties.get(duty)
    yield* missing(`ask.${at}.duty`, binds !== undefined, duty)
    yield* missing(`ask.${at}.subject`, kinds.has(subject), subject)
    if (kinds.get(subject) !== binds) {
      yield { path: `ask.${at}.subject`, message: `the duty binds a ${binds}, not this` }
    }
  }
}

function* missing(path: string, isThere: boolean, id: string): Generator<Fault> {
  if (!isThere) yield { path, message: `there is nothing of the right kind with the id ${id}` }
}
