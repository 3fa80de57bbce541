import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseScenario } from '../../../app/domain/duties/scenario'
import { answersTo } from '../../../app/domain/duties/scenario-answers'
import { aCourse, aDuty, aPost, aStory, aUnit, scenarioOf } from './stories'

type Change = (story: Record<string, unknown>) => unknown
const refused = (line: string): string => {
  const parsed = parseScenario(line)
  return parsed.ok ? 'accepted' : parsed.path
}
const changed = (change: Change): string => {
  const story: Record<string, unknown> = JSON.parse(JSON.stringify(aStory({ evidence: [aCourse('2024-05-01')] })))
  return refused(JSON.stringify(change(story) ?? story))
}
const withDuty = (parts: object): string => changed((story) => ({ ...story, duties: [{ ...aDuty(), ...parts }] }))
const withPost = (parts: object): string => changed((story) => ({ ...story, posts: [{ ...aPost(), ...parts }] }))
const withUnit = (parts: object): string => changed((story) => ({ ...story, units: [{ ...aUnit(), ...parts }] }))
const withCourse = (parts: object): string => changed((story) => ({ ...story, evidence: [{ ...aCourse('2024-05-01'), ...parts }] }))
const withPeople = (...people: object[]): string => changed((story) => ({ ...story, people: [{ id: 'p1', mergedInto: null }, ...people] }))
const withWaiver = (parts: object): string =>
  changed((story) => ({ ...story, waivers: [{ duty: 'd', subject: 'p1', from: '2024-01-01', through: '2024-01-01', ...parts }] }))
const asking = (ask: object): string => changed((story) => ({ ...story, ask: [ask] }))
const every = (text: string) => withDuty({ cadence: { kind: 'calendar', every: text, lead: 'P0D' } })
const rolling = (parts: object) => withDuty({ cadence: { kind: 'rolling', every: 'P1Y', opens: 'P0D', first: 'P0D', ...parts } })

describe('a scenario is accepted', () => {
  it.each<[string, () => string]>([
    ['as it is', () => changed(() => undefined)],
    ['with a name', () => changed((story) => ({ ...story, name: 'x' }))],
    ['without bars', () => withDuty({ bars: undefined })],
    ['with zero periods where they may be zero', () => rolling({})],
    ['with a zero within', () => withDuty({ cadence: { kind: 'once', within: 'P0D' } })],
    ['with a unit duty', () => withDuty({ binds: 'unit', positions: [] })],
    ['with a gate', () => withDuty({ binds: 'post', cadence: { kind: 'gate', lookback: 'P0D' } })],
    ['with one day', () => withPost({ from: '2024-02-29', to: '2024-02-29' })],
    ['with the first and the last day', () => withPost({ from: '1900-01-01', to: '2200-12-31' })],
    ["with a person's waiver of a post's duty", () => withWaiver({ subject: 'k1' })],
    ['with evidence without unit', () => withCourse({ unit: null })],
    [
      'with names from the prototype',
      () => withPeople({ id: '__proto__', mergedInto: 'constructor' }, { id: 'constructor', mergedInto: null }),
    ],
    ['with a day and an evidence id like a duty id', () => withCourse({ id: 'd' })],
    ['with a carriage return', () => refused(`${JSON.stringify(aStory())}\r`)],
  ])('%s', (_, outcome) => expect(outcome()).toBe('accepted'))
})

describe('a scenario is refused', () => {
  it.each<[string, () => string, string]>([
    ['blank', () => refused(''), ''],
    ['not JSON', () => refused('{'), ''],
    ['a list', () => refused('[]'), ''],
    ['null', () => refused('null'), ''],
    ['a number', () => refused('7'), ''],
    ['a missing key', () => changed(({ waivers, ...rest }) => rest), 'waivers'],
    ['a missing inner key', () => withPost({ to: undefined }), 'posts.0.to'],
    ['an unknown key', () => changed((story) => ({ ...story, extra: 1 })), 'extra'],
    ['a __proto__ key', () => refused(JSON.stringify(aStory()).replace('"ask"', '"__proto__":{},"ask"')), '__proto__'],
    [
      'an inner __proto__ key',
      () => refused(JSON.stringify(aStory()).replace('"position"', '"__proto__":{},"position"')),
      'posts.0.__proto__',
    ],
    ['a name that is no text', () => changed((story) => ({ ...story, name: null })), 'name'],
    ['bars that is null', () => withDuty({ bars: null }), 'duties.0.bars'],
    ['passed that is null', () => withCourse({ passed: null }), 'evidence.0.passed'],
    ['an unknown binds', () => withDuty({ binds: 'group' }), 'duties.0.binds'],
    ['an unknown cadence', () => withDuty({ cadence: { kind: 'daily' } }), 'duties.0.cadence.kind'],
    ['a cadence with a key of another', () => rolling({ lead: 'P0D' }), 'duties.0.cadence.lead'],
    ['a day that does not exist', () => withPost({ from: '2025-02-29' }), 'posts.0.from'],
    ['a day out of range', () => withPost({ to: '2201-01-01' }), 'posts.0.to'],
    ['to before from', () => withPost({ from: '2024-03-01', to: '2024-02-29' }), 'posts.0.to'],
    ['a duty that ends before it begins', () => withDuty({ to: '2002-04-30' }), 'duties.0.to'],
    ['a unit that ends before it begins', () => withUnit({ to: '1999-12-31' }), 'units.0.to'],
    [
      'a trait that ends before it begins',
      () => withUnit({ traits: [{ trait: 't', from: '2024-01-02', to: '2024-01-01' }] }),
      'units.0.traits.0.to',
    ],
    ['a waiver that ends before it begins', () => withWaiver({ through: '2023-12-31' }), 'waivers.0.through'],
    ['a period of hours', () => rolling({ first: 'PT1H' }), 'duties.0.cadence.first'],
    ['a period of weeks', () => rolling({ every: 'P1W' }), 'duties.0.cadence.every'],
    ['a zero period to repeat', () => rolling({ every: 'P0D' }), 'duties.0.cadence.every'],
    ['a calendar of 12 months', () => every('P12M'), 'duties.0.cadence.every'],
    ['a calendar of two months', () => every('P2M'), 'duties.0.cadence.every'],
    ['a gate for a person', () => withDuty({ cadence: { kind: 'gate', lookback: 'P0D' } }), 'duties.0.cadence'],
    ['a unit duty with positions', () => withDuty({ binds: 'unit' }), 'duties.0.positions'],
    ['a dangling person', () => withPost({ person: 'u1' }), 'posts.0.person'],
    ['a dangling unit', () => withPost({ unit: 'p1' }), 'posts.0.unit'],
    ['a dangling evidence subject', () => withCourse({ subject: 'x' }), 'evidence.0.subject'],
    ['a dangling evidence unit', () => withCourse({ unit: 'p1' }), 'evidence.0.unit'],
    ['a dangling waiver duty', () => withWaiver({ duty: 'x' }), 'waivers.0.duty'],
    ['a dangling waiver subject', () => withWaiver({ subject: 'x' }), 'waivers.0.subject'],
    ['a dangling merge', () => withPeople({ id: 'p2', mergedInto: 'u1' }), 'people.1.mergedInto'],
    ['a merge into oneself', () => withPeople({ id: 'p2', mergedInto: 'p2' }), 'people.1.mergedInto'],
    ['a merge circle', () => withPeople({ id: 'p2', mergedInto: 'p3' }, { id: 'p3', mergedInto: 'p2' }), 'people.1.mergedInto'],
    ['two duties of one id', () => changed((story) => ({ ...story, duties: [aDuty(), aDuty()] })), 'duties.1.id'],
    [
      'two pieces of one id',
      () => changed((story) => ({ ...story, evidence: [aCourse('2024-05-01'), aCourse('2024-05-02')] })),
      'evidence.1.id',
    ],
    ['a post with the id of a unit', () => withPost({ id: 'u1' }), 'posts.0.id'],
    ['two people of one id', () => withPeople({ id: 'p1', mergedInto: null }), 'people.1.id'],
    ['asking about a dangling duty', () => asking({ duty: 'x', subject: 'p1', on: '2024-01-01' }), 'ask.0.duty'],
    ['asking about a dangling subject', () => asking({ duty: 'd', subject: 'x', on: '2024-01-01' }), 'ask.0.subject'],
    ['asking about a subject of another kind', () => asking({ duty: 'd', subject: 'k1', on: '2024-01-01' }), 'ask.0.subject'],
    ['asking about work at a unit', () => asking({ mayWork: 'u1', on: '2024-01-01' }), 'ask.0.mayWork'],
    ['asking both at once', () => asking({ mayWork: 'k1', duty: 'd', subject: 'p1', on: '2024-01-01' }), 'ask.0.mayWork'],
    ['asking nothing', () => asking({ on: '2024-01-01' }), 'ask.0.mayWork'],
  ])('for %s', (_, outcome, path) => expect(outcome()).toBe(path))
})

describe('the examples of the contract', () => {
  const lines = readFileSync(new URL('./standing-examples.ndjson', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  it.each(lines.map((line) => JSON.parse(line)).map((example) => [example.scenario.name, example]))('%s', (_, { scenario, answers }) => {
    expect(JSON.stringify(answersTo(scenarioOf(scenario)))).toBe(JSON.stringify(answers))
  })
})
