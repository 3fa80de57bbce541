import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Duty } from '~/domain/duties/facts'
import { fitnessFor, type JobRule, jobDuty } from '~/domain/duties/job-fitness'
import { mayWork } from '~/domain/duties/may-work'
import { indexFacts, standingOf } from '~/domain/duties/standing'
import { addDays, formatDay, laterOf } from '~/domain/shared/day'
import { randomScenario } from './random-scenarios'
import { aDuty, aPost, aStory, aUnit, dayOf, scenarioOf } from './stories'

const settings = { numRuns: Number(process.env.FC_RUNS ?? 200) }
const thisPost: JobRule = { id: 'post', duties: [], licences: [], ofPosts: [] }
const jobOf = (duty: Duty, topics: string[] | null = null): JobRule => ({
  id: 'job',
  duties: [jobDuty(duty, topics)],
  licences: [],
  ofPosts: [],
})

const licensed = aDuty({
  id: 'lic',
  binds: 'post',
  positions: ['welder'],
  traits: ['public-gathering'],
  bars: true,
  counts: [
    { kind: 'licence', topic: 'hot-work-special', sameUnit: false },
    { kind: 'licence', topic: 'pressure-welding', sameUnit: false },
  ],
  cadence: { kind: 'rolling', every: 'P2Y', opens: 'P3M', first: 'P0D' },
})
const welder = aStory({
  duties: [licensed],
  units: [aUnit()],
  posts: [aPost({ position: 'employee' })],
  evidence: [
    {
      id: 'e1',
      kind: 'licence',
      topic: 'hot-work-special',
      subject: 'p1',
      unit: null,
      on: '2024-03-05',
      passed: true,
      validThrough: '2026-03-04',
      revokedOn: null,
    },
  ],
})
const facts = scenarioOf(welder)
const [rule] = facts.duties
if (rule === undefined) throw new Error('the story has a duty')

describe('may this person do this job here today', () => {
  const answer = (topics: string[] | null, on: string) => {
    const { fit, because, until } = fitnessFor(facts, jobOf(rule, topics), 'k1', dayOf(on))
    return `${fit} ${because.join()} ${until === null ? '-' : formatDay(until)}`
  }

  it('asks the licence of whoever does the job, whatever the position says', () => {
    expect(mayWork(indexFacts(facts), 'k1', dayOf('2024-03-04')).mayWork).toBe(true)
    expect(answer(null, '2024-03-04')).toBe('false job:lic -')
    expect(answer(null, '2024-03-05')).toBe('true  2026-03-04')
    expect(answer(null, '2026-03-04')).toBe('true  2026-03-04')
    expect(answer(null, '2026-03-05')).toBe('false job:lic -')
  })

  it('asks for the licence of this kind of work', () => {
    expect(answer(['pressure-welding'], '2024-03-05')).toBe('false job:lic -')
    expect(answer(['hot-work-special'], '2024-03-05')).toBe('true  2026-03-04')
  })

  it('agrees with mayWork on every day of any facts, where the job adds nothing', () => {
    fc.assert(
      fc.property(randomScenario, fc.integer({ min: 0, max: 1200 }), (raw, offset) => {
        const facts = scenarioOf(raw)
        const index = indexFacts(facts)
        const on = addDays(dayOf('2022-10-01'), offset)
        for (const { id } of facts.posts) {
          const { fit, because, until } = fitnessFor(facts, thisPost, id, on)
          expect({ mayWork: fit, because }).toEqual(mayWork(index, id, on))
          if (fit && until !== null) {
            expect(mayWork(index, id, until).mayWork).toBe(true)
            expect(mayWork(index, id, addDays(until, 1)).mayWork).toBe(false)
          }
        }
      }),
      settings,
    )
  })

  it('is mayWork and the job’s own duty together, for any facts', () => {
    fc.assert(
      fc.property(randomScenario, fc.integer({ min: 0, max: 1200 }), (raw, offset) => {
        const facts = scenarioOf(raw)
        const asked = facts.duties.find(({ binds, cadence }) => binds === 'post' && cadence.kind !== 'gate')
        if (asked === undefined) return
        const job = jobOf(asked)
        const on = addDays(dayOf('2022-10-01'), offset)
        const both = indexFacts({ ...facts, duties: [...facts.duties, ...job.duties] })
        for (const { id, from, to } of facts.posts) {
          if (to !== null && to < on) continue
          const own = on < from ? null : standingOf(both, `job:${asked.id}`, id, laterOf(on, from)).standing
          if (own === null) continue
          const may = mayWork(indexFacts(facts), id, on).mayWork
          expect(fitnessFor(facts, job, id, on).fit).toBe(may && own !== 'due' && own !== 'overdue')
        }
      }),
      settings,
    )
  })
})
