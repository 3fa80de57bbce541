import type { TaskGap } from '~/domain/duties/task-gaps'
import type { Frame } from '~/ui/duties/responsibility/frame'
import type { GapKind, GapLine, TaskRow } from '~/ui/duties/responsibility/matrix'

export type OpenTask = { row: TaskRow; gaps: readonly TaskGap[]; names: ReadonlyMap<string, string> }

const order: readonly GapKind[] = ['unnamed', 'unassigned', 'closed', 'nobodyInCharge', 'dutyOff', 'noAudience']

function lineOf(gap: TaskGap, { row, names }: OpenTask, frame: Frame): GapLine {
  const task = `${row.audience} · ${row.task}`
  const department = 'department' in gap ? row.bearers.find(({ id }) => id === gap.department) : undefined
  const assign = row.bearers[0]?.href ?? null
  switch (gap.kind) {
    case 'unnamed':
      return { key: `unnamed ${row.id}`, kind: gap.kind, name: task, unit: null, tasks: [], href: assign }
    case 'unassigned':
      return {
        key: `unassigned ${gap.department}`,
        kind: gap.kind,
        name: department?.name ?? '',
        unit: null,
        tasks: [task],
        href: department?.href ?? null,
      }
    case 'closed':
    case 'nobodyInCharge':
      return {
        key: `${gap.kind} ${gap.department} ${gap.unitId}`,
        kind: gap.kind,
        name: department?.name ?? task,
        unit: names.get(gap.unitId) ?? '',
        tasks: [task],
        href: department?.href ?? null,
      }
    case 'dutyOff':
      return {
        key: `dutyOff ${row.duty?.id}`,
        kind: gap.kind,
        name: row.duty?.title ?? '',
        unit: null,
        tasks: [task],
        href: frame.isAdministrator ? `/admin/duties/${row.duty?.id}` : `/duties/${row.duty?.id}`,
      }
    case 'noAudience':
      return { key: `noAudience ${row.id}`, kind: gap.kind, name: row.audience, unit: null, tasks: [task], href: null }
  }
}

/** Every gap once, with all the tasks that it leaves open: first those where nobody answers. */
export function gatherGaps(open: readonly OpenTask[], frame: Frame): GapLine[] {
  const lines = new Map<string, GapLine>()
  for (const task of open)
    for (const gap of task.gaps) {
      const line = lineOf(gap, task, frame)
      const known = lines.get(line.key)
      lines.set(line.key, known === undefined ? line : { ...known, tasks: [...new Set([...known.tasks, ...line.tasks])] })
    }
  return [...lines.values()].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
}
