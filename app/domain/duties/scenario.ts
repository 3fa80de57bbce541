import type { z } from 'zod'
import { type Fault, faultsIn } from './scenario-references'
import { type Scenario, scenarioShape } from './scenario-shape'

export type { Ask, Scenario } from './scenario-shape'

export type ParsedScenario = { readonly ok: true; readonly scenario: Scenario } | ({ readonly ok: false } & Fault)

/** Reads one line of the standing command. Refuses everything that the contract calls bad, with the first fault found. */
export function parseScenario(line: string): ParsedScenario {
  const value = parseJson(line)
  if (value === undefined) return { ok: false, path: '', message: 'the line is not JSON' }
  const shaped = scenarioShape.safeParse(value)
  if (!shaped.success) return { ok: false, ...faultOf(shaped.error.issues, []) }
  for (const fault of faultsIn(shaped.data)) return { ok: false, ...fault }
  return { ok: true, scenario: shaped.data }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined
    throw fault
  }
}

/** The first issue, and within a choice of shapes the shape that fits best. */
function faultOf(issues: readonly z.core.$ZodIssue[], above: readonly PropertyKey[]): Fault {
  const [issue] = issues
  if (issue === undefined) return { path: above.map(String).join('.'), message: 'not a scenario' }
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const best = issue.errors.reduce((one, other) => (other.length < one.length ? other : one))
    return faultOf(best, path)
  }
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return { path: [...path, ...extra].map(String).join('.'), message: issue.message }
}
