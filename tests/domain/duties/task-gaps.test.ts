import { describe, expect, it } from 'vitest'
import { type AssignedUnit, gapsOf, type TaskFacts } from '~/domain/duties/task-gaps'

const open: AssignedUnit = { unitId: 'bureau', isOpen: true, inCharge: true }
const task = (change: Partial<TaskFacts> = {}): TaskFacts => ({
  taskId: 'schools',
  named: ['education'],
  assigned: new Map([['education', [open]]]),
  dutyIsOff: false,
  hasAudience: true,
  ...change,
})

describe('a task of the plan', () => {
  it('has no gap where the named department is an open unit with somebody in charge', () => {
    expect(gapsOf(task())).toEqual([])
  })

  it.each<[string, Partial<TaskFacts>, ReturnType<typeof gapsOf>]>([
    ['the plan names nobody', { named: [], assigned: new Map() }, [{ kind: 'unnamed' }]],
    ['the department is no unit here', { assigned: new Map() }, [{ kind: 'unassigned', department: 'education' }]],
    ['one of two departments is no unit here', { named: ['education', 'culture'] }, [{ kind: 'unassigned', department: 'culture' }]],
    [
      'the unit is closed, whoever was in charge',
      { assigned: new Map([['education', [{ ...open, isOpen: false, inCharge: false }]]]) },
      [{ kind: 'closed', department: 'education', unitId: 'bureau' }],
    ],
    [
      'nobody is in charge there',
      { assigned: new Map([['education', [open, { ...open, unitId: 'office', inCharge: false }]]]) },
      [{ kind: 'nobodyInCharge', department: 'education', unitId: 'office' }],
    ],
    ['its duty is off', { dutyIsOff: true }, [{ kind: 'dutyOff' }]],
    ['there is nobody to train', { hasAudience: false }, [{ kind: 'noAudience' }]],
  ])('has one where %s', (_, change, gaps) => {
    expect(gapsOf(task(change))).toEqual(gaps)
  })

  it('that the plan gives to nobody is whole once the place has put a unit in', () => {
    expect(gapsOf(task({ named: [], assigned: new Map([['schools', [open]]]) }))).toEqual([])
  })

  it('tells of all its gaps, who answers first', () => {
    const all = gapsOf(task({ assigned: new Map(), dutyIsOff: true, hasAudience: false }))
    expect(all.map(({ kind }) => kind)).toEqual(['unassigned', 'dutyOff', 'noAudience'])
  })
})
