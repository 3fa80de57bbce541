import { z } from 'zod'
import type { ProgrammeBody, ProgrammeStep } from './programme-body'

/** What would do for a duty: evidence of a kind on a topic. */
export type Route = { kind: string; topic: string }

/** What would do for the duty of a programme besides its own class. Empty where the class alone does. */
export const routesBeside = ({ evidence, topic }: Pick<ProgrammeBody, 'evidence' | 'topic'>, counts: readonly Route[]): Route[] =>
  counts
    .filter((one) => one.kind !== evidence || (one.topic !== topic && one.topic !== '*'))
    .map(({ kind, topic: on }) => ({ kind, topic: on }))

const said = z.object({ members: z.array(z.string()), kind: z.string(), topic: z.string() })

/** Which lines were told to go another way than by the class, as said last. Takes the steps in the order in which they were done. */
export function routedLines(steps: readonly Pick<ProgrammeStep, 'kind' | 'at' | 'detail'>[]): Map<string, Route & { at: Date }> {
  const found = new Map<string, Route & { at: Date }>()
  for (const { kind, at, detail } of steps) {
    if (kind !== 'routed') continue
    const { members, ...route } = said.parse(detail)
    for (const member of members) found.set(member, { ...route, at })
  }
  return found
}
