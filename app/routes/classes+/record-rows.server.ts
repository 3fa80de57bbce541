import { findSubjectNames } from '~/data/duties/subject-names.server'
import { doesCount, type SittingState } from '~/domain/classes/attendance'
import type { ClassBody } from '~/domain/classes/class-body'
import type { Gap, Sat } from '~/domain/classes/class-record'
import { groupedBy } from '~/domain/shared/grouped'
import type { PartCell, RecordPart, RecordRow } from '~/ui/classes/record'

const byName = new Intl.Collator('zh-CN', { numeric: true }).compare

/** What is known of somebody at a part of a class, as it is shown: with times only where the roll was called. */
export type ShownSat = { person: string; unit: string; classroom: string; asDeputy: boolean; part: string; state: SittingState } & Partial<
  Pick<Sat, 'seen' | 'from'>
>

const instant = (at: number | null | undefined): string | null => (at == null ? null : new Date(at).toISOString())

/** Everybody part by part, by unit and name. gaps: a test of which the result is not known yet is said to be so. */
export function recordRows({ parts, classrooms }: ClassBody, sats: readonly ShownSat[], gaps: readonly Gap[]): RecordRow[] {
  const names = findSubjectNames([...new Set(sats.flatMap(({ person, unit }) => [person, unit]))])
  const rooms = new Map(classrooms.map(({ id, name }) => [id, name]))
  const rows = groupedBy(sats, ({ person, unit }) => `${person} ${unit}`)
  const unclear = new Set(gaps.flatMap(({ kind, part }) => (kind === 'result' ? [part] : [])))
  const cellOf = (sat: ShownSat | undefined): PartCell => ({
    state: sat === undefined ? 'absent' : sat.from === 'roll' && unclear.has(sat.part) && sat.seen?.at != null ? 'unclear' : sat.state,
    from: instant(sat?.seen?.at),
    to: instant(sat?.seen?.leftAt),
    isWritten: sat?.from === 'mark',
  })
  return [...rows]
    .flatMap(([id, own]) => {
      const [first] = own
      if (first === undefined) return []
      const cells = parts.map(({ key }) => cellOf(own.find(({ part }) => part === key)))
      return [
        {
          id,
          name: names.get(first.person) ?? '',
          unit: names.get(first.unit) ?? '',
          room: rooms.get(first.classroom) ?? '',
          asDeputy: first.asDeputy,
          whole: cells.every(({ state }) => state !== 'unclear' && doesCount(state)),
          parts: cells,
        },
      ]
    })
    .sort((one, other) => byName(one.unit, other.unit) || byName(one.name, other.name))
}

export const recordParts = ({ parts }: ClassBody): RecordPart[] => parts.map((part) => ({ ...part }))
