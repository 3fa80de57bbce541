import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { checkPermits } from '~/content/check-permits.server'
import { loadPermits } from '~/content/permits.server'
import type { Problem } from '~/content/read-file.server'

const made: string[] = []
let root = ''

/** A copy of the scenes that were published, to break. */
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-permits-'))
  made.push(root)
  fs.cpSync(path.resolve('content/permits'), path.join(root, 'permits'), { recursive: true })
})
afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true })
})

function change(from: string | RegExp, to: string): void {
  const file = path.join(root, 'permits/mall-shaft.yaml')
  const before = fs.readFileSync(file, 'utf8')
  const after = before.replace(from, to)
  if (after === before) throw new Error('nothing was changed')
  fs.writeFileSync(file, after)
}
function problems(): string[] {
  const found: Problem[] = []
  const report = (problem: Problem) => found.push(problem)
  checkPermits({ root, permits: loadPermits(root, report), courses: new Set(['welder']) }, report)
  return found.map(({ file, line, message }) => `${path.relative(root, file)}:${line} ${message}`)
}

describe('the scenes of the permit trainer', () => {
  it('are sound, and there are four of them, each with its own picture and decision', () => {
    expect(problems()).toEqual([])
    const scenes = [...loadPermits(root, () => undefined).values()]
    expect(scenes.length).toBeGreaterThanOrEqual(4)
    const decisions = scenes.map(({ decide }) => decide.verdict.find(({ right }) => right)?.id)
    expect(new Set(decisions)).toEqual(new Set(['start', 'later', 'never']))
  })

  it('say how far each source was checked, and the page of what is second-hand', () => {
    const permits = loadPermits(root, () => undefined)
    for (const { sources } of permits.values())
      for (const { mark, page } of Object.values(sources)) {
        expect(['V1', 'V1r', 'V2']).toContain(mark)
        expect(mark !== 'V2' || page !== undefined).toBe(true)
      }
  })

  it("give numbers of minutes for the watch as the house's rule alone", () => {
    const permits = loadPermits(root, () => undefined)
    for (const { watch } of permits.values())
      for (const { rests, text } of watch?.when ?? []) if (/30分钟/.test(text.zh)) expect(rests).toContain('house')
  })

  it.each([
    ['a field nobody knows', /^minutes: /m, 'points: 5\nminutes: ', /Unrecognized key/],
    ['two right answers of one', 'id: a\n', 'id: a\n      right: true\n', /exactly one of its choices is right/],
    ['an id that tells', 'id: a\n', 'id: right-one\n', /must be one letter/],
    ['a source that is not there', 'rests: [house]', 'rests: [hearsay]', /hearsay is none of the scene's sources/],
    ["a name that is not the file's", 'id: mall-shaft', 'id: mall', /must be mall-shaft/],
    ['a course that is not there', 'course: welder', 'course: nowhere', /there is no course nowhere/],
    ['a time that is no time', 'opens: "22:30"', 'opens: "25:30"', /must be HH:MM/],
  ])('are refused with %s', (_, from, to, message) => {
    change(from, to)
    expect(problems()).toContainEqual(expect.stringMatching(message))
  })

  it('are refused without a picture, without a consequence, and with a decision nobody can follow', () => {
    fs.rmSync(path.join(root, 'permits/hotel-duct.svg'))
    change(/ +leads: .*\n/, '')
    change(/id: later\n(.*\n)( *right: true\n)/, 'id: later\n$1')
    const found = problems()
    expect(found).toContainEqual(expect.stringMatching(/hotel-duct\.yaml:1 there is no picture/))
    expect(found).toContainEqual(expect.stringMatching(/mall-shaft\.yaml:\d+ place a: write what follows/))
    expect(found).toContainEqual(expect.stringMatching(/verdict: exactly one/))
  })
})
