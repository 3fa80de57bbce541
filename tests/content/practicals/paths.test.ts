import { beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { allPaths } from '~/content/practicals.server'

beforeAll(() => void catalogue(), 60_000)

/** What the licence step of a path counts for a unit with these traits. */
function countedBy(path: string, traits: readonly string[]): string[] {
  const step = allPaths()
    .find(({ id }) => id === path)
    ?.steps.find(({ id }) => id === 'licence')
  if (step?.kind !== 'evidence') throw new Error(`${path} asks for no licence`)
  const found = step.cases.find((one) => one.traits.length === 0 || one.traits.some((trait) => traits.includes(trait)))
  return (found?.counts ?? []).map(({ topic }) => topic).sort()
}
const askedBy = (duty: string): string[] => (catalogue().duties.get(duty)?.rule.counts ?? []).map(({ topic }) => topic).sort()

describe('the licence of a path', () => {
  it.each([
    ['control-room-operator', [], 'control-room-certified'],
    ['control-room-operator', ['linkage'], 'control-room-linkage-certified'],
    ['welder', [], 'hotwork-certified'],
  ])('%s %j is the one that bars from work: %s', (path, traits, duty) => {
    expect(countedBy(path, traits)).toEqual(askedBy(duty))
    expect(askedBy(duty).length).toBeGreaterThan(0)
  })
})

describe('every checklist', () => {
  it('says of each must-pass step why, in both languages, and asks for none that may not be there', () => {
    for (const { steps } of catalogue().practicals.values())
      for (const { must, absent } of steps) {
        if (must !== undefined) expect([must.zh, must.en].every((text) => text.length > 5)).toBe(true)
        expect(must !== undefined && absent !== undefined).toBe(false)
      }
  })
})
