import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkMicro } from '~/content/check-micro.server'
import { loadMicro } from '~/content/micro.server'

let root = ''
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-micro-'))
  fs.cpSync('content/micro', path.join(root, 'micro'), { recursive: true })
})
afterEach(() => fs.rmSync(root, { recursive: true }))

function problems(): string[] {
  const found: string[] = []
  const report = ({ file, line, message }: { file: string; line: number; message: string }) =>
    found.push(`${path.basename(file)}:${line} ${message}`)
  checkMicro({ root, micro: loadMicro(root, report) }, report)
  return found
}
function change(name: string, from: string | RegExp, to: string) {
  const file = path.join(root, 'micro', name)
  const before = fs.readFileSync(file, 'utf8')
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  fs.writeFileSync(file, after)
}

describe('checking the ninety-second lessons', () => {
  it('finds nothing wrong with the twenty-four that are there', () => {
    expect(problems()).toEqual([])
    expect(loadMicro(root, () => {}).size).toBe(24)
  })

  it.each<[string, string, string | RegExp, string, RegExp]>([
    ['a question with no right option', 'hotels.yaml', /\n\s+right: true/, '', /exactly one option is right/],
    ['a question without its second option', 'hotels.yaml', /- id: b\n/, '- id: a\n', /its options are a, b and c/],
    ['a place that another has', 'hotels.yaml', 'order: 21', 'order: 22', /malls has this place too|hotels has this place too/],
    ['a successor that is not there', 'hotels.yaml', 'order: 21', 'order: 21\nsuccessor: inns', /there is no lesson inns/],
    [
      'a poster of a frame that is not drawn',
      'leaving-home.yaml',
      /frame: \d/,
      'frame: 4',
      /poster\.frame: 4 is not drawn: the story has 3/,
    ],
    ['a poster of the fifth frame', 'hotels.yaml', /frame: \d/, 'frame: 5', /poster\.frame/],
    ['a question that leads nowhere', 'hotels.yaml', /\n {4}leads: \S+/, '', /leads/],
    ['a question that leads to no lesson', 'hotels.yaml', /leads: \S+/, 'leads: inns', /one: leads: inns is no lesson/],
    ['a question that leads to its own lesson', 'hotels.yaml', /leads: \S+/, 'leads: hotels', /leads: hotels is this lesson itself/],
    [
      'a question that leads to a retired lesson',
      'karaoke-rooms.yaml',
      'order: 24',
      'order: 24\nsuccessor: malls',
      /no longer hung: name malls/,
    ],
    ['a loudspeaker text that is soon over', 'hotels.yaml', /(aloud:\n {2}zh: ).*/, '$1 着火了快跑', /aloud: 5 Chinese characters/],
    ['a field nobody knows', 'hotels.yaml', 'order: 21', 'order: 21\npoints: 5', /points/],
    ['a colour of its own', 'hotels.svg', '<svg ', '<svg style="color:red" ', /colours come from the classes/],
    ['a colour that nobody mixed', 'hotels.svg', /f-hair/, 'f-hare', /hare is no colour of a drawing/],
    ['a drawing of another height', 'hotels.svg', /viewBox="[^"]*"/, 'viewBox="0 0 320 100"', /200 for each frame/],
  ])('refuses %s', (_, file, from, to, message) => {
    change(file, from, to)
    expect(problems()).toContainEqual(expect.stringMatching(message))
  })

  it('refuses a lesson without its drawing', () => {
    fs.rmSync(path.join(root, 'micro', 'malls.svg'))
    expect(problems()).toEqual(['malls.svg:1 the drawing is missing'])
  })
})
