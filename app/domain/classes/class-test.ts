import { z } from 'zod'
import type { Blueprint } from '../exams/draw-paper'

/** Letters of the code that the room shows: 31^6, and whoever guesses is stopped after twenty. */
export const testCodeLength = 6

/**
 * What a test is drawn from and how it is judged. topics: `bank/topic`. pass: whole percent, reaching it is enough. minutes: of one try.
 * tries: how often somebody may sit it who has not passed.
 */
export const classTestBody = z.strictObject({
  topics: z
    .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/))
    .min(1)
    .max(120),
  questions: z.number().int().min(3).max(50),
  pass: z.number().int().min(50).max(100),
  minutes: z.number().int().min(3).max(120),
  tries: z.number().int().min(1).max(3),
})
export type ClassTestBody = z.output<typeof classTestBody>

/** What is proposed where nobody has chosen yet; the topics come from the banks. */
export const usualTest = { questions: 10, pass: 80, minutes: 20, tries: 2 } as const

export const testStepKinds = ['opened', 'closed'] as const
export type TestStep = { nth: number; kind: (typeof testStepKinds)[number]; at: Date; by: string }
export type TestState = 'unopened' | 'open' | 'closed'

export function testStateOf(steps: readonly Pick<TestStep, 'kind'>[]): TestState {
  const last = steps.at(-1)?.kind
  if (last === undefined) return 'unopened'
  return last === 'opened' ? 'open' : 'closed'
}

/** What comes next about a test for whoever finds it on the page of its class; see: another room's business until it is open. */
export type TestWay = 'choose' | 'open' | 'see' | 'running' | 'done'

/** state: null while nothing was chosen. runs: chooses, opens and closes it. Null where a closed class has nothing to show. */
export function testWayOf(state: TestState | null, runs: boolean, isClassClosed: boolean): TestWay | null {
  if (isClassClosed) return state === null || state === 'unopened' ? null : 'done'
  if (state === 'open') return 'running'
  if (state === 'closed') return 'done'
  if (!runs) return 'see'
  return state === null ? 'choose' : 'open'
}

/**
 * So many questions of each topic, as evenly as it goes and never more than the topic has; the first topics take what is left over.
 * sizes: questions that each topic has. Where all of them together are too few, fewer than `count` come out.
 */
export function evenBlueprint(sizes: ReadonlyMap<string, number>, count: number): Blueprint {
  const counts = new Map([...sizes.keys()].map((topic) => [topic, 0]))
  let left = count
  while (left > 0) {
    const open = [...sizes].filter(([topic, size]) => (counts.get(topic) ?? 0) < size)
    if (open.length === 0) break
    for (const [topic] of open.slice(0, left)) {
      counts.set(topic, (counts.get(topic) ?? 0) + 1)
      left -= 1
    }
  }
  return [...counts].filter(([, many]) => many > 0).map(([topic, many]) => ({ topic, count: many }))
}
