import { classesOf } from '~/data/classes/classes.server'
import { membersOf, type ProgrammeFacts } from '~/data/classes/programmes.server'
import { registeredPosts } from '~/data/classes/register.server'
import { sittingsOf } from '~/data/classes/sittings.server'
import { coverageOfPerson, coverageOfUnit } from '~/domain/classes/coverage'
import { isListed } from '~/domain/classes/members'
import { listStateOf } from '~/domain/classes/programme-body'
import { type Day, formatDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import type { ProgrammeLine } from '~/ui/classes/programmes'

/** How many of those on the list today are covered today. */
function coveredOn(programme: ProgrammeFacts, today: Day): { listed: number; covered: number } {
  const members = membersOf(programme).filter((member) => isListed(member, today))
  const sittings = sittingsOf(programme)
  const { binds, parts, deputies, audience } = programme.body
  const rule = { parts: parts.map(({ key }) => key), deputies }
  if (binds === 'person') {
    const own = groupedBy(sittings, ({ person }) => person)
    const covered = members.filter(({ subjectId }) => coverageOfPerson(rule, own.get(subjectId) ?? [], today).kind === 'covered')
    return { listed: members.length, covered: covered.length }
  }
  const posts = groupedBy(
    registeredPosts(
      members.map(({ unitId }) => unitId),
      audience.positions,
    ),
    ({ unit }) => unit,
  )
  const own = groupedBy(sittings, ({ unit }) => unit)
  const covered = members.filter(
    ({ unitId }) => coverageOfUnit(rule, own.get(unitId) ?? [], posts.get(unitId) ?? [], today).kind === 'covered',
  )
  return { listed: members.length, covered: covered.length }
}

/** A programme in one line. The programme must come from a scoped finder. */
export async function programmeLine(programme: ProgrammeFacts, today: Day): Promise<ProgrammeLine> {
  const { id, body, place, steps } = programme
  const days = (await classesOf(programme))
    .filter((one) => one.steps.every(({ kind }) => kind !== 'called-off'))
    .flatMap((one) => one.body.parts.map(({ on }) => on))
    .filter((on) => on >= formatDay(today))
    .sort()
  return {
    ...{ id, title: body.title, year: body.year, place: place.name, binds: body.binds },
    state: listStateOf(steps),
    ...coveredOn(programme, today),
    next: days[0] ?? null,
  }
}
