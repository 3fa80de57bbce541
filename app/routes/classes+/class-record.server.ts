import { z } from 'zod'
import { piecesOfClass } from '~/data/classes/class-proof.server'
import { seatsOf } from '~/data/classes/seats.server'
import { sittingsOf } from '~/data/classes/sittings.server'
import { reader } from '~/data/drills/record-facts.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { endsAt } from '~/domain/classes/class-body'
import { countsOf, type RecordCounts } from '~/domain/classes/class-record'
import type { ClassStep } from '~/domain/classes/class-state'
import { formatDay } from '~/domain/shared/day'
import type { Signed } from '~/http/serve.server'
import type { RecordPage } from '~/ui/classes/record'
import { drawClass } from '~/usecases/classes/class-drawn.server'
import { getHeldClass } from '~/usecases/classes/reached-class.server'
import { recordParts, recordRows, type ShownSat } from './record-rows.server'

const closing = z.object({ version: z.number(), signer: z.string() })
const because = z.object({ reason: z.string() })
const none: RecordCounts = { people: 0, units: 0, complete: 0, deputies: 0 }

function lastClosing(steps: readonly ClassStep[]): RecordPage['closing'] {
  const last = steps.filter(({ kind }) => kind === 'closed').at(-1)
  return last === undefined ? null : { ...closing.parse(last.detail), at: last.at.toISOString() }
}

/** The record of a class as it was last closed, for whoever leads it or organises one of its classrooms; organisers see their own rooms. */
export async function classRecord(ctx: Signed, classId: string): Promise<RecordPage> {
  const { facts, leads, rooms } = await getHeldClass(ctx, classId)
  const { body, steps } = facts
  const closed = lastClosing(steps)
  const sitting = closed === null ? [] : sittingsOf({ id: facts.programmeId }).filter((one) => one.classId === classId)
  const seats = seatsOf(facts)
  const { sats } = closed === null ? { sats: [] } : await drawClass(reader(), facts)
  const drawn = new Map(sats.map((sat) => [`${sat.person} ${sat.unit} ${sat.part}`, sat]))
  const roomOf = (person: string, unit: string): string =>
    seats.findLast((seat) => seat.person === person && seat.unit === unit)?.classroom ?? ''
  const shown = sitting.flatMap(({ person, unit, part, asDeputy, state, on }) => {
    const now = drawn.get(`${person} ${unit} ${part}`)
    const classroom = roomOf(person, unit)
    const times = now?.state === state ? { seen: now.seen, from: now.from } : {}
    const one: ShownSat & { on: string } = { person, unit, part, asDeputy, state, classroom, on: formatDay(on), ...times }
    return leads || rooms.includes(classroom) ? [one] : []
  })
  const pieces = closed === null || !leads ? [] : await piecesOfClass(reader(), classId)
  const names = findSubjectNames(pieces.flatMap(({ unit, subjectId }) => [unit, subjectId]))
  const reopened = steps.at(-1)?.kind === 'reopened' ? because.parse(steps.at(-1)?.detail).reason : null
  return {
    classId,
    title: body.title,
    leads,
    isOver: endsAt(body) <= ctx.now.getTime(),
    closing: closed,
    reopened,
    parts: recordParts(body),
    rooms: body.classrooms.filter(({ id }) => leads || rooms.includes(id)).map(({ name, place }) => ({ name, place })),
    counts:
      shown.length === 0
        ? none
        : countsOf(
            body,
            shown.map(({ seen = unseen, from = 'mark', ...one }) => ({ ...one, seen, from })),
          ),
    rows: recordRows(body, shown, []),
    evidence: pieces.map(({ id, subjectKind, subjectId, unit, on }) => ({
      id,
      kind: subjectKind === 'unit' ? ('unit' as const) : ('person' as const),
      name: names.get(subjectId) ?? '',
      unit: names.get(unit) ?? '',
      on,
    })),
  }
}

const unseen = { at: null, leftAt: null }
