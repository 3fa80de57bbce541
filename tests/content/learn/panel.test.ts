import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { checkPanel } from '~/content/check-panel.server'
import { loadPanel } from '~/content/panel-scenarios.server'
import type { Problem } from '~/content/read-file.server'
import { type DoneAct, readAct } from '~/domain/learn/panel/acts'
import { debriefOf } from '~/domain/learn/panel/debrief'
import { replay } from '~/domain/learn/panel/replay'

const made: string[] = []
let root = ''
function copied(): void {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-panel-'))
  made.push(root)
  for (const name of ['panel', 'panel-rules.yaml']) fs.cpSync(path.resolve('content', name), path.join(root, name), { recursive: true })
}
afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true })
})

function problems(): string[] {
  const found: Problem[] = []
  const report = (problem: Problem) => found.push(problem)
  checkPanel({ root, panel: loadPanel(root, report), courses: new Map() }, report)
  return found.map(({ file, line, message }) => `${path.relative(root, file)}:${line} ${message}`)
}
function change(file: string, from: string, to: string): void {
  const whole = path.join(root, file)
  const before = fs.readFileSync(whole, 'utf8')
  if (!before.includes(from)) throw new Error(`${file} has no ${from}`)
  fs.writeFileSync(whole, before.replace(from, to))
}
const loaded = loadPanel(path.resolve('content'), () => undefined)
const published = () => loaded

/** What a good operator does in each exercise: second and act. */
const good: Record<string, string> = {
  'smoke-712':
    '4 mute, 5 read, 6 phone, 7 send:zone, 44 automatic, 45 call-119, 50 start:broadcast, 52 plan, 55 head, 60 meet, 110 feedback, 115 log',
  'steam-301': '4 mute, 5 read, 6 send:zone, 40 cause, 55 reset, 60 log',
  'second-alarm': '4 read, 5 send:zone, 33 call-119, 34 automatic, 40 plan, 42 head, 45 feedback, 50 meet, 110 log',
  'silent-pump':
    '4 read, 5 camera, 15 call-119, 16 automatic, 19 start:hydrant-pump, 20 send:pump-room, 22 plan, 25 head, 30 feedback, 62 cabinet, 80 log',
  'left-manual': '4 read, 5 send:zone, 20 automatic, 21 call-119, 25 plan, 28 head, 35 feedback, 42 open-shutter, 50 meet, 60 log',
  'shielded-505': '16 read, 17 shield-list, 18 phone, 19 send:zone, 20 unshield:s505, 21 automatic, 22 call-119, 30 plan, 35 head, 60 log',
  'mains-off': '4 read, 6 send:power-room, 10 manager, 15 rounds, 60 log, 250 feedback',
  'flow-no-smoke': '4 read, 5 send:zone, 48 valve, 50 stop:sprinkler-pump, 55 manager, 60 rounds, 65 log',
  'valve-shut': '4 read, 5 send:zone, 42 manager, 45 valve, 52 reset, 60 log',
}

describe('what is published', () => {
  it('is nine exercises, each step and wrong order with a source', () => {
    const { scenarios, sources } = published()
    expect([...scenarios.keys()]).toEqual(Object.keys(good))
    for (const { plays } of scenarios.values())
      for (const { source } of [...plays.steps, ...plays.wrongs]) expect(sources.has(source)).toBe(true)
  })

  it.each(Object.entries(good))('lets a good operator through %s with every step met and nothing out of order', (id, told) => {
    const plays = published().scenarios.get(id)?.plays
    if (!plays) throw new Error('no such exercise')
    const acts = told.split(', ').map((line): DoneAct => {
      const [at = '', key = ''] = line.split(' ')
      const points = plays.points.map((point) => point.id)
      const act = readAct(key, points)
      if (act === null) throw new Error(`no act ${key}`)
      return { at: Number(at), by: 'desk', act }
    })
    const { steps, wrongs } = debriefOf(plays, replay(plays, 'alone', acts, plays.ends))
    const unmet = steps.filter(({ kind }) => kind === 'missing' || kind === 'unreached').map(({ step }) => step.id)
    expect({ unmet, wrongs: wrongs.map(({ wrong }) => wrong.id) }).toEqual({ unmet: [], wrongs: [] })
  })

  it.each(Object.keys(good))('tells whoever sits still through %s what was left out', (id) => {
    const plays = published().scenarios.get(id)?.plays
    if (!plays) throw new Error('no such exercise')
    const { steps } = debriefOf(plays, replay(plays, 'alone', [], plays.ends))
    const left = steps.filter(({ kind }) => kind === 'missing' || kind === 'unreached')
    expect(left.length).toBeGreaterThan(2)
    expect(left.some(({ kind }) => kind === 'missing')).toBe(true)
  })
})

describe('checking the exercises', () => {
  beforeEach(copied)
  it('finds nothing wrong with what is there', () => expect(problems()).toEqual([]))
  it.each<[string, string, string, string, RegExp]>([
    ['a source that is nowhere', 'panel/smoke-712.yaml', 'source: hinder', 'source: hearsay', /there is no source hearsay/],
    ['a point that is nowhere', 'panel/smoke-712.yaml', 'point: c7', 'point: c9', /there is no point c9/],
    ['a step that is nowhere', 'panel/smoke-712.yaml', '- phone\n', '- telegraph\n', /required: there is no telegraph/],
    ['an act that is none', 'panel/smoke-712.yaml', 'came: shield:r712', 'came: hide:r712', /hide:r712 is no step, act, event or mark/],
    ['an id that is not the file’s', 'panel/smoke-712.yaml', 'id: smoke-712', 'id: smoke', /id: must be smoke-712/],
    ['a field nobody knows', 'panel/smoke-712.yaml', 'ends: 480', 'ends: 480\npoints_for_speed: 10', /points_for_speed/],
    ['a mark nobody has', 'panel-rules.yaml', 'mark: V1r', 'mark: M', /mark/],
  ])('refuses %s, with file and line', (_, file, from, to, message) => {
    change(file, from, to)
    expect(problems()).toContainEqual(expect.stringMatching(message))
  })
})
