import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue, loadCatalogue } from '~/content/catalogue.server'
import { checkVisits } from '~/content/check-visits.server'
import type { Problem } from '~/content/read-file.server'
import { loadVisits } from '~/content/visits.server'
import { choicesLeft, walkVisit } from '~/domain/learn/visit/walk-visit'

const faults = (change: (text: string) => string, file = 'old-couple.yaml'): string[] => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-visits-'))
  fs.cpSync('content/visits', path.join(root, 'visits'), { recursive: true })
  const at = path.join(root, 'visits', file)
  const before = fs.readFileSync(at, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  fs.writeFileSync(at, after)
  const problems: Problem[] = []
  const visits = loadVisits(root, (problem) => problems.push(problem))
  checkVisits({ ...catalogue(), visits }, (problem) => problems.push(problem))
  fs.rmSync(root, { recursive: true })
  return problems.map(({ message }) => message)
}

describe('the street', () => {
  const visits = catalogue().visits
  const doors = [...(visits?.doors.values() ?? [])]

  it('is sound, with eight doors', () => {
    const problems: Problem[] = []
    checkVisits(
      loadCatalogue(path.resolve('content'), (problem) => problems.push(problem)),
      (problem) => problems.push(problem),
    )
    expect(problems).toEqual([])
    expect(doors).toHaveLength(8)
  })

  it.each(doors.map((door) => [door.id, door] as const))('%s ends by its right choices without a trip or a day lost', (_, door) => {
    const picks: string[] = []
    for (let walk = walkVisit(door, picks); walk?.now; walk = walkVisit(door, picks))
      picks.push(choicesLeft(walk.now, walk.steps).find(({ right }) => right)?.id ?? 'none')
    expect(walkVisit(door, picks)).toMatchObject({ now: null, comebacks: 0, days: 0 })
  })

  it.each(doors.map((door) => [door.id, door] as const))('%s gives each wrong choice a consequence and a reason of its own', (_, door) => {
    const wrong = door.turns.flatMap(({ choices }) => choices).filter(({ right }) => !right)
    for (const part of ['brings', 'because'] as const)
      for (const language of ['zh', 'en'] as const) expect(new Set(wrong.map((choice) => choice[part][language])).size).toBe(wrong.length)
  })

  it('gives no sentence away by its length', () => {
    const turns = doors.flatMap(({ turns: all }) => all)
    for (const language of ['zh', 'en'] as const) {
      const longest = turns.filter(({ choices }) => {
        const length = ({ text }: (typeof choices)[number]) => text[language].length
        const right = choices.filter((choice) => choice.right).map(length)
        return Math.max(...right) > Math.max(...choices.filter((choice) => !choice.right).map(length))
      })
      expect(longest.length, language).toBeLessThanOrEqual(turns.length / 2)
    }
  })

  it('draws every picture with the classes of both themes, and no colour of its own', () => {
    for (const name of ['street', ...doors.map(({ id }) => id)])
      expect(fs.readFileSync(`content/visits/${name}.svg`, 'utf8')).not.toMatch(/(fill|stroke)="(?!none)|style=|#[0-9a-f]{3,6}/i)
  })
})

describe('a door that is not sound', () => {
  it('is told where nothing is right, or two things are', () => {
    expect(faults((text) => text.replace('        right: true\n', ''))).toContainEqual(
      expect.stringContaining('exactly one choice is right'),
    )
  })
  it('is told of a source that is not there', () => {
    expect(faults((text) => text.replace('source: elders', 'source: hearsay'))).toContainEqual(expect.stringContaining('no source hearsay'))
  })
  it('is told of a wrong choice that costs nothing', () => {
    expect(faults((text) => text.replace('        effect: cools\n', ''))).toContainEqual(expect.stringContaining('costs nothing'))
  })
  it('is told of a way that leads nowhere or in a circle', () => {
    expect(faults((text) => text.replace('to: closed', 'to: nowhere'))).toContainEqual(expect.stringContaining('leads nowhere'))
    expect(faults((text) => text.replace('to: closed', 'to: t1'))).toContainEqual(expect.stringContaining('need not end'))
  })
  it('is told of a lesson and a key that are not there', () => {
    expect(faults((text) => text.replace('lesson: grid-worker-06', 'lesson: grid-worker-99'))).toContainEqual(
      expect.stringContaining('no lesson'),
    )
    expect(faults((text) => `${text}colour: red\n`)).not.toEqual([])
  })
})
