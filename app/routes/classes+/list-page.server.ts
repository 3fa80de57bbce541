import { positionName, sectorName, traitName } from '~/content/duty-lines.server'
import { findAccountNames } from '~/data/accounts/account-names.server'
import { membersOf, type ProgrammeFacts } from '~/data/classes/programmes.server'
import { registeredPosts, registeredUnits } from '~/data/classes/register.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import type { Why } from '~/domain/classes/draw-list'
import { isListed, type Member } from '~/domain/classes/members'
import { listStateOf } from '~/domain/classes/programme-body'
import { formatDay, holdsDay } from '~/domain/shared/day'
import type { Asked } from '~/http/asked.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import type { ListLine, ListPage } from '~/ui/classes/programmes'
import { frozenBy } from './programme-page.server'

const pageSize = 60
const mostFound = 20

const whyText = ({ sector, traits, positions, words }: Why, locale: Locale): string =>
  words !== ''
    ? words
    : [sectorName(sector, locale), ...traits.map((id) => traitName(id, locale)), ...positions.map((id) => positionName(id, locale))].join(
        ' · ',
      )

/** What somebody looks for by name to put it on: units of the place that are open, or whoever holds a position of the audience there. */
function foundBy(programme: ProgrammeFacts, members: readonly Member[], find: string, { today }: Signed): ListPage['found'] {
  if (find === '') return null
  const listed = new Set(members.filter(({ end }) => end === null).map(({ subjectId }) => subjectId))
  const units = registeredUnits(programme.place.path).filter(({ from, to }) => holdsDay(from, to, today))
  const { binds, audience } = programme.body
  if (binds === 'unit')
    return units
      .filter(({ id, name }) => name.includes(find) && !listed.has(id))
      .slice(0, mostFound)
      .map(({ id, name, place }) => ({ unitId: id, personId: '', name, unit: '', place: place.name }))
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const posts = registeredPosts([...byId.keys()], audience.positions).filter(({ from, to }) => holdsDay(from, to, today))
  const names = findSubjectNames(posts.map(({ person }) => person))
  return posts
    .flatMap(({ person, unit }) => {
      const at = byId.get(unit)
      const name = names.get(person) ?? ''
      if (at === undefined || listed.has(person) || !`${name}${at.name}`.includes(find)) return []
      return [{ unitId: unit, personId: person, name, unit: at.name, place: at.place.name }]
    })
    .slice(0, mostFound)
}

/** The list of a programme: who is on it and why, who left it and why. The programme must come from a scoped finder. */
export async function listPage(ctx: Signed, request: Asked, programme: ProgrammeFacts): Promise<ListPage> {
  const { locale, today } = ctx
  const query = readQuery(request)
  const ranks = new Map(unitDirectory().units.map(({ id }, nth) => [id, nth]))
  const rank = ({ unitId }: Member): number => ranks.get(unitId) ?? ranks.size
  const members = membersOf(programme).sort((one, other) => rank(one) - rank(other))
  const accounts = findAccountNames(members.flatMap(({ addedBy, end }) => (end === null ? [addedBy] : [addedBy, end.by])))
  const names = findSubjectNames(members.map(({ subjectId }) => subjectId))
  const directory = unitDirectory().byId
  const lineOf = ({ id, subjectId, subjectKind, unitId, way, from, why, addedBy, end }: Member): ListLine => {
    const unit = directory.get(unitId)
    return {
      ...{ id, way, why: whyText(why, locale), from: formatDay(from), addedBy: accounts.get(addedBy) ?? '' },
      name: names.get(subjectId) ?? '',
      unit: subjectKind === 'unit' ? '' : (unit?.name ?? ''),
      place: unit?.place.name ?? '',
      end: end && { on: formatDay(end.on), why: end.why, reason: end.reason, by: accounts.get(end.by) ?? '', at: end.at.toISOString() },
    }
  }
  const isOn = (member: Member): boolean => member.end === null || isListed(member, today)
  const shown = query.oneOf('shown', ['on', 'off', 'changed'] as const) ?? 'on'
  const name = query.text('name') ?? ''
  const passes = (member: Member): boolean =>
    (shown === 'on' ? isOn(member) : shown === 'off' ? !isOn(member) : member.way !== 'drawn' || member.end !== null) &&
    `${names.get(member.subjectId) ?? ''}${directory.get(member.unitId)?.name ?? ''}`.includes(name)
  const listed = members.filter(passes)
  const pages = Math.max(1, Math.ceil(listed.length / pageSize))
  const page = Math.min(query.page(), pages)
  const drawn = programme.steps.filter(({ kind }) => kind === 'drawn').at(-1)
  const { body, place } = programme
  const find = query.text('find') ?? ''
  return {
    programme: { id: programme.id, title: body.title, binds: body.binds, year: body.year, place: place.name },
    state: listStateOf(programme.steps),
    drawnOn: typeof drawn?.detail.on === 'string' ? drawn.detail.on : null,
    frozen: frozenBy(programme),
    today: formatDay(today),
    listed: members.filter(isOn).length,
    off: members.filter((member) => !isOn(member)).length,
    rows: listed.slice((page - 1) * pageSize, page * pageSize).map(lineOf),
    ...{ page, pages, total: listed.length },
    filter: { name, shown, search: query.search.slice(1) },
    found: foundBy(programme, members, find, ctx),
    find,
  }
}
