import { findAccountNames } from '~/data/accounts/account-names.server'
import { classesOf } from '~/data/classes/classes.server'
import { sittingsOf } from '~/data/classes/sittings.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { familyIds } from '~/data/org/family.server'
import { listStateOf } from '~/domain/classes/programme-body'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import type { Signed } from '~/http/serve.server'
import { civilDayOf } from '~/i18n/format'
import type { ListLine } from '~/ui/classes/list-line'
import { coverageRows } from './coverage-rows.server'
import { getListCoverage } from './list-coverage.server'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** One line of a list with everything that its figure rests on. */
export async function listLine(ctx: Signed, programmeId: string, memberId: string): Promise<ListLine> {
  const { programme, lines, leads } = await getListCoverage(ctx, programmeId, ctx.today)
  const line = lines.find(({ member }) => member.id === memberId)
  const [row] = line === undefined ? [] : coverageRows(ctx, programme, ctx.today).of([line])
  if (line === undefined || row === undefined) throw new NotFound()
  const { subjectKind, subjectId } = line.member
  const family = subjectKind === 'person' ? familyIds(subjectId) : []
  const sat = sittingsOf(programme).filter(({ unit, person }) => (subjectKind === 'unit' ? unit === subjectId : family.includes(person)))
  const said = programme.steps.filter(({ kind, detail }) => kind === 'excused' && detail.member === memberId)
  const names = findSubjectNames(sat.map(({ person }) => person))
  const accounts = findAccountNames(said.map(({ by }) => by))
  const titles = new Map((await classesOf(programme)).map(({ id, body }) => [id, body.title]))
  const parts = programme.body.parts
  return {
    ...{ row, leads, title: programme.body.title, programmeId, place: programme.place.name, binds: programme.body.binds },
    mayExcuse: leads && listStateOf(programme.steps) === 'frozen' && (row.state === 'missing' || row.state === 'excused'),
    sat: parts.flatMap(({ key, name }) =>
      sat
        .filter(({ part }) => part === key)
        .sort((one, other) => one.on - other.on)
        .map(({ person, classId, on, state, counts, asDeputy }) => ({
          ...{ part: name, name: names.get(person) ?? '', classTitle: titles.get(classId) ?? '', on: formatDay(on) },
          ...{ classId: leads ? classId : null, state, counts, asDeputy },
        })),
    ),
    said: said.map(({ at, by, detail }) => ({
      ...{ on: civilDayOf(at), by: accounts.get(by) ?? '', why: text(detail.why), until: text(detail.until) || null },
      ends: detail.ends === true,
    })),
  }
}
