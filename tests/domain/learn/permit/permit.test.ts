import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextStep, readStep, type SentStep, type StepAnswer } from '~/domain/learn/permit/answers'
import { gradeStep, markOf } from '~/domain/learn/permit/grade'
import { clockMinutes, hoursVerdict } from '~/domain/learn/permit/hours'
import { type Choice, groupsOf, type Scene, stepsOf } from '~/domain/learn/permit/scene'
import { askedStep, toldStep } from '~/domain/learn/permit/shown-step'

const words = (text: string) => ({ zh: `${text}中`, en: text })
const reason = { leads: words('SECRET leads'), because: words('SECRET because'), rests: ['house'] }
const choice = (id: string, right = false): Choice => ({ id, text: words(`choice ${id}`), ...(right ? { right: true } : {}), ...reason })
const three = [choice('a'), choice('b', true), choice('c')]
const many = [choice('a'), choice('b', true), choice('c', true), choice('d')]
const verdicts = (right: string) => [
  choice('start', right === 'start'),
  choice('later', right === 'later'),
  choice('never', right === 'never'),
]
const hours = { opens: '22:30', closes: '05:00', atMost: 240, fits: reason, outside: reason, tooLong: reason }
const sceneWhere = (right: string): Scene => ({
  fill: { place: three, work: three, hours, licence: three, guard: three, measures: many },
  walk: many,
  missing: many,
  decide: { verdict: verdicts(right), first: right === 'later' ? many : [choice('a'), choice('b')] },
  ...(right === 'never' ? {} : { watch: { looks: many, when: three } }),
})
const scene = sceneWhere('later')
const sent = (picks: Record<string, string[]>, from = '', to = ''): SentStep => ({ picks: new Map(Object.entries(picks)), from, to })
const answer = (picks: Record<string, string[]>, from = '', to = ''): StepAnswer => ({ picks, from, to })
const filled = { place: ['b'], work: ['b'], licence: ['b'], guard: ['b'], measures: ['b', 'c'] }
const anyText = fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', 'later', 'start', 'never', '', '__proto__'), fc.string())

describe('the hours of a permit', () => {
  it.each([
    ['22:30', '23:30', 'fits'],
    ['22:29', '23:30', 'outside'],
    ['23:00', '03:00', 'fits'],
    ['23:00', '03:01', 'tooLong'],
    ['01:00', '05:00', 'fits'],
    ['01:01', '05:01', 'outside'],
    ['22:30', '05:00', 'tooLong'],
    ['10:00', '12:00', 'outside'],
    ['23:00', '22:40', 'outside'],
    ['04:00', '23:00', 'outside'],
    ['24:00', '01:00', 'unreadable'],
    ['7:00', '08:00', 'unreadable'],
  ])('from %s to %s, allowed from 22:30 to 05:00 for four hours: %s', (from, to, verdict) => {
    expect(hoursVerdict(hours, from, to)).toBe(verdict)
  })

  it('reads every minute of the day and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        const text = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
        expect(clockMinutes(text)).toBe(minute)
      }),
    )
    for (const text of ['', '24:00', '12:60', '1200', '12:0', ' 12:00']) expect(clockMinutes(text)).toBeNull()
  })

  it('never lets a permit be longer than the window or the most', () => {
    const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    const text = ([hour, minute]: [number, number]) => [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
    fc.assert(
      fc.property(clock, clock, clock, clock, fc.integer({ min: 1, max: 1440 }), (opens, closes, from, to, atMost) => {
        fc.pre(text(from) !== text(to) && text(opens) !== text(closes))
        const verdict = hoursVerdict({ opens: text(opens), closes: text(closes), atMost }, text(from), text(to))
        const minutesOn = (begin: [number, number], end: [number, number]) =>
          (end[0] * 60 + end[1] - begin[0] * 60 - begin[1] + 1440) % 1440 || 1440
        if (verdict === 'fits') expect(minutesOn(from, to)).toBeLessThanOrEqual(Math.min(atMost, minutesOn(opens, closes)))
        if (verdict === 'tooLong') expect(minutesOn(from, to)).toBeGreaterThan(atMost)
      }),
    )
  })
})

describe('the steps of a scene', () => {
  it('come one after another', () => {
    expect(nextStep(scene, {})).toBe('fill')
    expect(nextStep(scene, { fill: answer(filled) })).toBe('walk')
    expect(nextStep(scene, { walk: answer({}) })).toBe('fill')
    expect(nextStep(scene, Object.fromEntries(stepsOf(scene).map((step) => [step, answer({})])))).toBeNull()
  })

  it('have no watch where the work may not be done at all', () => {
    expect(stepsOf(sceneWhere('never'))).toEqual(['fill', 'walk', 'missing', 'decide'])
  })
})

describe('what is handed in', () => {
  it('is taken when every group is answered', () => {
    expect(readStep(scene, 'fill', sent(filled, '22:30', '23:30'))).toMatchObject({
      kind: 'read',
      answer: { from: '22:30', picks: filled },
    })
  })

  it.each([
    ['nothing chosen of one', { ...filled, guard: [] }, '22:30', '23:30', 'guard', 'one'],
    ['two chosen of one', { ...filled, guard: ['a', 'b'] }, '22:30', '23:30', 'guard', 'one'],
    ['nothing ticked', { ...filled, measures: [] }, '22:30', '23:30', 'measures', 'none'],
    ['a choice that is not there', { ...filled, measures: ['z'] }, '22:30', '23:30', 'measures', 'unknown'],
    ['no time', filled, '', '23:30', 'hours', 'hours'],
    ['no time between', filled, '23:30', '23:30', 'hours', 'hours'],
  ])('is refused with %s', (_, picks, from, to, field, word) => {
    expect(readStep(scene, 'fill', sent(picks, from, to))).toEqual({ kind: 'refused', reason: `learn:permit.unclear.${word}`, field })
  })

  it('asks what comes first only of those who say "not before"', () => {
    expect(readStep(scene, 'decide', sent({ verdict: ['start'], first: ['b'] }))).toMatchObject({ answer: { picks: { first: [] } } })
    expect(readStep(scene, 'decide', sent({ verdict: ['later'] }))).toMatchObject({ kind: 'refused', field: 'first' })
  })

  it('is read or refused, whatever is sent, and holds only choices of the scene', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stepsOf(scene)),
        fc.dictionary(fc.constantFrom('place', 'spots', 'lines', 'verdict', 'first', 'looks', 'when', 'measures'), fc.array(anyText)),
        (step, picks) => {
          const read = readStep(scene, step, sent(picks, '22:30', '23:30'))
          if (read.kind === 'refused') return
          for (const { key, choices } of groupsOf(scene, step))
            for (const id of read.answer.picks[key] ?? []) expect(choices.map((one) => one.id)).toContain(id)
        },
      ),
    )
  })
})

describe('grading', () => {
  it.each([
    [true, true, 'found'],
    [true, false, 'missed'],
    [false, true, 'wrong'],
    [false, false, 'left'],
  ])('right %s, picked %s: %s', (right, picked, mark) => {
    expect(markOf(right ? { right: true } : {}, picked)).toBe(mark)
  })

  it('finds no fault with the right permit, and one for each thing that is off', () => {
    expect(gradeStep(scene, 'fill', answer(filled, '22:30', '23:30')).faults).toBe(0)
    expect(gradeStep(scene, 'fill', answer({ ...filled, guard: ['a'] }, '22:30', '23:30')).faults).toBe(1)
    expect(gradeStep(scene, 'fill', answer({ ...filled, measures: ['a', 'b'] }, '20:00', '21:00')).faults).toBe(3)
  })

  it('counts a wrong decision once, and shows what should have come first', () => {
    const graded = gradeStep(scene, 'decide', answer({ verdict: ['start'], first: [] }))
    expect(graded.faults).toBe(1)
    expect(graded.groups.map(({ key }) => key)).toEqual(['verdict', 'first'])
    expect(gradeStep(sceneWhere('start'), 'decide', answer({ verdict: ['start'], first: [] })).groups.map(({ key }) => key)).toEqual([
      'verdict',
    ])
  })

  it('has no more faults than choices, and none only when what is right is what was picked', () => {
    fc.assert(
      fc.property(fc.subarray(['a', 'b', 'c', 'd']), (picked) => {
        const { faults } = gradeStep(scene, 'walk', answer({ spots: picked }))
        expect(faults === 0).toBe(picked.join() === 'b,c')
        expect(faults).toBeLessThanOrEqual(4)
      }),
    )
  })
})

describe('what is shown', () => {
  it('says nothing of the key before a step is handed in', () => {
    for (const step of stepsOf(scene)) {
      const page = JSON.stringify(askedStep(scene, step, 'en', answer(filled, '22:30', '23:30')))
      expect(page).not.toMatch(/SECRET|right|because|leads|rests|mark/)
    }
  })

  it('says afterwards what follows only from what is off, and why of everything', () => {
    const told = toldStep(scene, 'walk', answer({ spots: ['a', 'b'] }), 'en')
    expect(told.groups[0]?.choices.map(({ mark, told: { leads } }) => [mark, leads])).toEqual([
      ['wrong', 'SECRET leads'],
      ['found', null],
      ['missed', 'SECRET leads'],
      ['left', null],
    ])
  })
})
