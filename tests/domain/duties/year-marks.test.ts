import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spellsOf } from '../../../app/domain/duties/binding'
import { periodHolding } from '../../../app/domain/duties/cadence-calendar'
import { periodsOwed } from '../../../app/domain/duties/owed-periods'
import { segmentsOf } from '../../../app/domain/duties/segments'
import { spellAt } from '../../../app/domain/duties/spells'
import { type FactIndex, indexFacts, standingOf } from '../../../app/domain/duties/standing'
import { askedAbout } from '../../../app/domain/duties/unhelpful'
import { type YearMark, yearMarks } from '../../../app/domain/duties/year-marks'
import { addDays, type Day, formatDay } from '../../../app/domain/shared/day'
import { randomScenario } from './random-scenarios'
import type { RawScenario } from './reference'
import { aCourse, aDuty, aPost, aStory, aUnit, dayOf, scenarioOf } from './stories'

const settings = { numRuns: Number(process.env.FC_RUNS ?? 300) }
const yearOf = (year: number) => ({ first: dayOf(`${year}-01-01`), last: dayOf(`${year}-12-31`) })

function marksOf(index: FactIndex, dutyId: string, subjectId: string, year: number, today: Day): readonly YearMark[] {
  const duty = index.duties.get(dutyId)
  const subject = index.subjects.get(subjectId)
  if (duty === undefined || subject === undefined) throw new Error(`${dutyId} ${subjectId}`)
  return yearMarks({ index, duty, subject, here: spellsOf(duty, subject), year: yearOf(year), today })
}

function inWords(mark: YearMark): string {
  const on = formatDay(mark.on)
  if (mark.kind === 'done') return `done ${on} ${mark.by}`
  if (mark.kind !== 'missed') return `${mark.kind} ${on}`
  return `missed ${on} since ${formatDay(mark.since)}${mark.madeUpOn === null ? '' : ` until ${formatDay(mark.madeUpOn)}`}`
}

const told = (story: RawScenario, today: string, year = 2025, subject = 'p1'): string[] =>
  marksOf(indexFacts(scenarioOf(story)), 'd', subject, year, dayOf(today)).map(inWords)

describe('a year of a half-yearly duty', () => {
  const trained = aStory({ posts: [aPost({ from: '2024-03-01' })], evidence: [aCourse('2024-06-10'), aCourse('2025-03-01', { id: 'e2' })] })

  it('tells what was done, and the last day of what is still to come', () => {
    expect(told(trained, '2025-03-10')).toEqual([
      'missed 2024-12-31 since 2025-01-01 until 2025-03-01',
      'done 2025-03-01 e2',
      'open 2025-12-31',
    ])
  })

  it.each([
    ['the day before the last', '2025-12-30', 'open 2025-12-31'],
    ['on the last day', '2025-12-31', 'open 2025-12-31'],
    ['the day after', '2026-01-01', 'missed 2025-12-31 since 2026-01-01'],
  ])('%s', (_, today, last) => {
    expect(told(trained, today).at(-1)).toBe(last)
  })

  it('asks for every period of a year to come, however far one is behind now', () => {
    expect(told(aStory({ posts: [aPost({ from: '2024-03-01' })] }), '2025-08-01', 2026)).toEqual([
      'missed 2024-06-30 since 2024-07-01',
      'open 2026-06-30',
      'open 2026-12-31',
    ])
  })

  it('calls nothing late that may still be done in time', () => {
    expect(told(aStory({ posts: [aPost({ from: '2025-01-01' })], evidence: [aCourse('2025-02-01')] }), '2025-11-22', 2026)).toEqual([
      'open 2026-06-30',
      'open 2026-12-31',
    ])
  })

  it('lets a waiver lift the period that ends in it', () => {
    const waivers = [{ duty: 'd', subject: 'p1', from: '2025-06-01', through: '2025-07-31' }]
    expect(told(aStory({ posts: [aPost({ from: '2025-01-01' })], waivers }), '2025-03-01')).toEqual([
      'lifted 2025-06-30',
      'open 2025-12-31',
    ])
  })

  it('asks nothing for a period that the post does not last out, and nothing of those who come too late in it', () => {
    expect(told(aStory({ posts: [aPost({ from: '2025-01-01', to: '2025-12-30' })] }), '2025-03-01')).toEqual(['open 2025-06-30'])
    expect(told(aStory({ posts: [aPost({ from: '2025-06-01' })] }), '2025-06-02')).toEqual(['open 2025-12-31'])
    expect(told(aStory({ posts: [aPost({ from: '2025-05-31' })] }), '2025-06-02')).toEqual(['open 2025-06-30', 'open 2025-12-31'])
  })

  it('judges somebody who has left as on her last day', () => {
    const duties = [aDuty({ counts: [{ kind: 'course', topic: 'basics', sameUnit: true }] })]
    const story = aStory({ duties, posts: [aPost({ from: '2025-01-01', to: '2025-06-30' })], evidence: [aCourse('2025-02-01')] })
    expect(told(story, '2026-03-01')).toEqual(['done 2025-02-01 e1'])
  })
})

describe('a year of the other duties', () => {
  const licence = aDuty({ cadence: { kind: 'rolling', every: 'P1Y', opens: 'P60D', first: 'P30D' } })

  it('names the day on which a licence runs out, also the last of the year', () => {
    const until = (validThrough: string) =>
      aStory({ duties: [licence], posts: [aPost({ from: '2024-01-01' })], evidence: [aCourse('2024-01-01', { validThrough })] })
    expect(told(until('2025-05-20'), '2025-03-01')).toEqual(['open 2025-05-20'])
    expect(told(until('2025-05-20'), '2025-05-21')).toEqual(['missed 2025-05-20 since 2025-05-21'])
    expect(told(until('2025-12-31'), '2025-03-01')).toEqual(['open 2025-12-31'])
    expect(told(until('2025-12-31'), '2026-03-01')).toEqual(['missed 2025-12-31 since 2026-01-01'])
  })

  it('gives a once-only duty its last day, and lets go of it when it is done', () => {
    const once = aDuty({ cadence: { kind: 'once', within: 'P3M' } })
    const story = aStory({ duties: [once], posts: [aPost({ from: '2025-02-01' })] })
    expect(told(story, '2025-03-01')).toEqual(['open 2025-05-01'])
    expect(told({ ...story, evidence: [aCourse('2025-03-05')] }, '2025-04-01')).toEqual(['done 2025-03-05 e1'])
    expect(told({ ...story, evidence: [aCourse('2025-06-05')] }, '2025-07-01')).toEqual([
      'missed 2025-05-01 since 2025-05-02 until 2025-06-05',
      'done 2025-06-05 e1',
    ])
  })

  it('puts what comes before work on the first day of the post', () => {
    const gate = aDuty({ binds: 'post', cadence: { kind: 'gate', lookback: 'P3M' } })
    const story = aStory({ duties: [gate], posts: [aPost({ from: '2025-04-01' })] })
    expect(told(story, '2025-03-01', 2025, 'k1')).toEqual(['open 2025-04-01'])
    expect(told(story, '2025-04-02', 2025, 'k1')).toEqual(['missed 2025-04-01 since 2025-04-01'])
    expect(told({ ...story, evidence: [aCourse('2025-03-20')] }, '2025-04-02', 2025, 'k1')).toEqual(['done 2025-03-20 e1'])
  })

  it('carries what was missed earlier into the year, and shows only the days that concern the reader', () => {
    const once = aDuty({ cadence: { kind: 'once', within: 'P3M' } })
    const posts = [aPost({ from: '2024-02-01', to: '2025-02-28' }), aPost({ id: 'k2', unit: 'u2', from: '2025-03-01' })]
    const facts = scenarioOf(aStory({ duties: [once], units: [aUnit(), aUnit({ id: 'u2' })], posts }))
    expect(marksOf(indexFacts(facts), 'd', 'p1', 2025, dayOf('2025-06-01')).map(inWords)).toEqual(['missed 2024-05-01 since 2024-05-02'])
    expect(marksOf(indexFacts(facts), 'd', 'p1', 2023, dayOf('2025-06-01'))).toEqual([])
  })
})

describe('whatever the facts', () => {
  const anyDay = fc.integer({ min: 0, max: 1_400 }).map((offset) => addDays(dayOf('2022-06-01'), offset))

  it('the periods of a calendar duty say what the rule says on that day', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(randomScenario, anyDay, (story, on) => {
        const index = indexFacts(scenarioOf(story))
        for (const [dutyId, node] of index.duties)
          for (const [subjectId, subject] of index.subjects) {
            const { cadence } = node.duty
            const spell = subject.kind === node.duty.binds ? spellAt(spellsOf(node, subject), on) : null
            const rule = spell === null ? null : standingOf(index, dutyId, subjectId, on)
            if (cadence.kind !== 'calendar' || spell === null || rule === null || rule.standing === 'waived') continue
            const current = periodHolding(cadence, on)
            const all = periodsOwed(askedAbout(index, dutyId, subjectId, on), cadence, on, dayOf('2018-01-01'), addDays(on, 1_200))
            const now = all.find(({ first }) => first === current.first)
            if (now?.outcome.kind === 'met') {
              expect([rule.standing, rule.through, rule.by]).toEqual(['met', current.last, now.outcome.by.id])
              continue
            }
            let missed: Day | null = null
            for (let end = addDays(current.first, -1); ; ) {
              const period = all.find(({ last }) => last === end)
              if (period?.outcome.kind !== 'missed') break
              missed = period.last
              end = addDays(period.first, -1)
            }
            if (missed !== null) {
              expect([rule.standing, rule.due]).toEqual(['overdue', missed])
              continue
            }
            const next = all.find(
              ({ last, outcome }) => last >= current.last && outcome.kind !== 'met' && spell.first <= last && last <= spell.last,
            )
            expect([rule.standing, rule.due]).toEqual(next === undefined ? ['idle', null] : ['due', next.last])
          }
      }),
      settings,
    )
  })

  it('what the other duties name in a year is what the segments name, each day once', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(randomScenario, anyDay, fc.constantFrom(2022, 2023, 2024, 2025, 2026), (story, today, year) => {
        const index = indexFacts(scenarioOf(story))
        for (const [dutyId, node] of index.duties)
          for (const [subjectId, subject] of index.subjects) {
            if (subject.kind !== node.duty.binds || node.duty.cadence.kind === 'calendar') continue
            const marks = marksOf(index, dutyId, subjectId, year, today)
            const { first, last } = yearOf(year)
            const overdue = segmentsOf(index, dutyId, subjectId, first, last).filter(({ standing }) => standing.standing === 'overdue')
            const missedBefore = overdue.flatMap(({ standing: { due } }) => (due !== null && due < today ? [formatDay(due)] : []))
            const missed = marks.filter(({ kind, on }) => kind === 'missed' && on !== last).map(({ on }) => formatDay(on))
            expect(new Set(missed)).toEqual(new Set(missedBefore.filter((day) => day !== formatDay(last))))
            expect(new Set(missed).size).toBe(missed.length)
            for (const mark of marks) {
              if (mark.kind === 'open') expect(mark.on).toBeGreaterThanOrEqual(today)
              if (mark.kind === 'open') expect(standingOf(index, dutyId, subjectId, mark.on).standing).not.toBe('unbound')
              if (mark.kind === 'done') expect([first <= mark.on, mark.on <= last]).toEqual([true, true])
            }
          }
      }),
      settings,
    )
  })
})
