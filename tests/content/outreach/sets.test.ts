import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '~/content/catalogue.server'
import { checkSets } from '~/content/check-sets.server'
import { loadMicro } from '~/content/micro.server'
import { loadSets } from '~/content/sets.server'

let root = ''
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-sets-'))
  for (const folder of ['micro', 'sets']) fs.cpSync(path.join('content', folder), path.join(root, folder), { recursive: true })
})
afterEach(() => fs.rmSync(root, { recursive: true }))

function problems(): string[] {
  const found: string[] = []
  const report = ({ file, line, message }: { file: string; line: number; message: string }) =>
    found.push(`${path.basename(file)}:${line} ${message}`)
  checkSets({ root, micro: loadMicro(root, report), sets: loadSets(root, report) }, report)
  return found
}
function change(name: string, from: string | RegExp, to: string) {
  const file = path.join(root, name)
  const before = fs.readFileSync(file, 'utf8')
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  fs.writeFileSync(file, after)
}

describe('the packed sets', () => {
  it('are five, in the order in which the places are named, and sound', () => {
    expect([...catalogue().sets.keys()]).toEqual(['school', 'village', 'enterprise', 'community', 'family'])
    expect(problems()).toEqual([])
  })

  it('each rest on a source document, word for word', () => {
    for (const { facts } of catalogue().sets.values())
      expect(facts.some(({ mark, document, quote }) => mark === 'S' && document !== undefined && quote !== undefined)).toBe(true)
  })

  it('promise no numbers of minutes or times', () => {
    for (const { plan } of catalogue().sets.values())
      for (const { zh, en } of plan) expect(`${zh}${en}`.replaceAll('119', '')).not.toMatch(/\d/)
  })
})

describe('checking the packed sets', () => {
  it.each<[string, string, string | RegExp, string, RegExp]>([
    ['a lesson that is not there', 'sets/family.yaml', '  - oil-fire', '  - pan-fire', /family\.yaml:\d+ lessons: pan-fire is no lesson/],
    [
      'a lesson that is for other places',
      'sets/family.yaml',
      '  - oil-fire',
      '  - karaoke-rooms',
      /karaoke-rooms is not for this place: add family/,
    ],
    [
      'a retired lesson',
      'micro/gas-leak.yaml',
      'order: 2\n',
      'order: 2\nsuccessor: oil-fire\n',
      /gas-leak is no longer hung: name oil-fire/,
    ],
    ['a lesson twice', 'sets/family.yaml', '  - oil-fire\n', '  - leaving-home\n', /lessons: leaving-home is there twice/],
    ['a spot for a lesson it has not', 'sets/family.yaml', 'lesson: oil-fire', 'lesson: hotels', /where: hotels is not in this set/],
    [
      'a reading of a lesson it has not',
      'sets/family.yaml',
      /(aloud:[\s\S]*)lesson: oil-fire/,
      '$1lesson: hotels',
      /aloud: hotels is not in this set/,
    ],
    ['a lesson that no set has', 'sets/community.yaml', '  - high-rise\n', '', /high-rise\.yaml:1 high-rise is in no set/],
    ['a place it does not know', 'sets/family.yaml', 'id: family', 'id: temple', /the set for family is missing/],
    ['too few steps', 'sets/family.yaml', /plan:[\s\S]*aloud:/, 'plan: [{ zh: 贴, en: Hang }]\naloud:', /plan/],
    ['a field nobody knows', 'sets/family.yaml', 'id: family', 'id: family\npoints: 5', /points/],
  ])('refuses %s', (_, file, from, to, message) => {
    change(file, from, to)
    expect(problems()).toContainEqual(expect.stringMatching(message))
  })

  it('says nothing where a content folder has no sets', () => {
    fs.rmSync(path.join(root, 'sets'), { recursive: true })
    expect(problems()).toEqual([])
  })
})
