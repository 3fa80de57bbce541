import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseScenario } from '../../../app/domain/duties/scenario'
import { answersTo } from '../../../app/domain/duties/scenario-answers'
import { randomScenario } from './random-scenarios'
import { type RawScenario, referenceAnswers } from './reference'

const numRuns = Number(process.env.FC_RUNS ?? 300)

function answersOf(scenario: RawScenario): unknown {
  const parsed = parseScenario(JSON.stringify(scenario))
  return parsed.ok ? answersTo(parsed.scenario) : parsed
}

describe('the rule and a slow second reading of the contract', () => {
  it('agree on whatever life brings', { timeout: 3_600_000 }, () => {
    const tally = new Map<string, number>()
    fc.assert(
      fc.property(randomScenario, (scenario) => {
        const expected = referenceAnswers(scenario)
        expect(answersOf(scenario)).toEqual(expected)
        for (const answer of expected) {
          const kind = JSON.stringify(answer).slice(0, 22)
          tally.set(kind, (tally.get(kind) ?? 0) + 1)
        }
      }),
      { numRuns },
    )
    if (process.env.FC_TALLY !== undefined) console.info(tally)
    expect(tally.size).toBeGreaterThanOrEqual(8)
  })
})
