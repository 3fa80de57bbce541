import { positionName } from '~/content/position-words.server'
import { searchPeople } from '~/data/accounts/people-search.server'
import { classesNear, drillsNear, type Meeting } from '~/data/search/meetings-near.server'
import { lastUnitsOf } from '~/data/search/people-near.server'
import { placesNear, unitIdsIn, unitsNear } from '~/data/search/units-near.server'
import { isEmpty } from '~/domain/accounts/scope'
import type { Near } from '~/domain/search/name-search'
import { holdsDay } from '~/domain/shared/day'
import { type Actor, actorScope, type Ctx, holds } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import { translator } from '~/i18n/translator'
import type { Hit, SearchKind } from '~/ui/search/search-page'
import { myClasses } from '../classes+/my-classes.server'
import { coursesNear, dutiesNear } from './public-finders.server'

/** What is looked for, and which part of what is found is shown. */
export type Ask = { typed: string; near: Near; page: number; take: number }
export type Found = { total: number; hits: Hit[] }
type Finder = (ask: Ask) => Found | Promise<Found>

const isSigned = (ctx: Ctx): ctx is Signed => ctx.actor !== null
const shown = <T>(all: readonly T[], { page, take }: Ask): T[] => all.slice((page - 1) * take, page * take)

/** What this reader may look for, and how each kind is found: within his scope only, and with addresses that are open to him. */
export function finders(ctx: Ctx): Partial<Record<SearchKind, Finder>> {
  const forAll: Partial<Record<SearchKind, Finder>> = { courses: coursesNear(ctx.locale), duties: dutiesNear(ctx.locale) }
  if (!isSigned(ctx)) return forAll
  const own: Partial<Record<SearchKind, Finder>> = { ...forAll, classes: (ask) => classes(ctx, ask) }
  if (isEmpty(actorScope(ctx, 'see'))) return own
  const seen: typeof own = { ...own, people: (ask) => people(ctx, ask), units: (ask) => units(ctx, ask), drills: (ask) => drills(ctx, ask) }
  const isAbove = isAdministrator(ctx) || !isEmpty(actorScope(ctx, 'supervise'))
  return isAbove ? { ...seen, places: (ask) => places(ctx, ask) } : seen
}

const isAdministrator = (ctx: Ctx & { actor: Actor }): boolean => holds(ctx.actor, 'administrator', ctx.today)

/** Under which address the reader opens what belongs to a unit: as its supervisor or as its manager; null where neither, or it is closed. */
function doorTo(ctx: Signed): (unitId: string) => string | null {
  const supervised = new Set(unitIdsIn(actorScope(ctx, 'supervise'), ctx.today))
  const managed = new Set(unitIdsIn(actorScope(ctx, 'manage'), ctx.today))
  return (unitId) => (managed.has(unitId) ? `/units/${unitId}` : supervised.has(unitId) ? `/street/units/${unitId}` : null)
}

async function people(ctx: Signed, ask: Ask): Promise<Found> {
  const scope = actorScope(ctx, 'see')
  const { rows, total } = await searchPeople(scope, ask, ctx.today, ask.page, ask.take)
  const last = lastUnitsOf(
    rows.map(({ id }) => id),
    unitIdsIn(scope),
  )
  const [door, isAdmin, t] = [doorTo(ctx), isAdministrator(ctx), translator(ctx.locale).t]
  const hits = rows.map(({ id, name, posts }): Hit => {
    const at = last.get(id)
    const unit = at === undefined ? null : door(at.unitId)
    const there = unit === null ? null : at?.isWaiting ? (unit.startsWith('/units/') ? `${unit}/joins` : null) : `${unit}/people/${id}`
    const held = posts.map((post) => `${post.unit.name} ${positionName(post.position, ctx.locale)}`)
    return {
      key: id,
      href: isAdmin ? `/admin/people/${id}` : there,
      title: name,
      note: held.length === 0 ? t('search:noPost') : held.join(t('search:comma')),
    }
  })
  return { total, hits }
}

function units(ctx: Signed, ask: Ask): Found {
  const [door, isAdmin, t] = [doorTo(ctx), isAdministrator(ctx), translator(ctx.locale).t]
  const all = unitsNear(actorScope(ctx, 'see'), ask.near)
  const hits = shown(all, ask).map(({ id, name, place, from, to }): Hit => {
    const isOpen = holdsDay(from, to, ctx.today)
    return {
      key: id,
      href: isAdmin ? `/admin/units/${id}` : door(id),
      title: name,
      note: isOpen ? place.name : `${place.name} · ${t('search:closed')}`,
    }
  })
  return { total: all.length, hits }
}

function places(ctx: Signed, ask: Ask): Found {
  const all = placesNear(actorScope(ctx, 'supervise'), ask.near)
  const hits = shown(all, ask).map(({ id, name }): Hit => ({ key: id, href: `/street?place=${id}`, title: name, note: '' }))
  return { total: all.length, hits }
}

const meetingHit =
  (ctx: Ctx, kind: 'drills' | 'classes') =>
  ({ id, title, on, where }: Meeting): Hit => ({ key: id, href: `/${kind}/${id}`, title, note: `${dayText(on, ctx.locale)} · ${where}` })

function drills(ctx: Signed, ask: Ask): Found {
  const all = drillsNear({ see: actorScope(ctx, 'see'), manage: actorScope(ctx, 'manage') }, ask.near)
  return { total: all.length, hits: shown(all, ask).map(meetingHit(ctx, 'drills')) }
}

/** The classes that one holds, then those that one is asked to come to. */
async function classes(ctx: Signed, ask: Ask): Promise<Found> {
  const supervised = actorScope(ctx, 'supervise')
  const held = isEmpty(supervised) ? [] : await classesNear(supervised, ask.near)
  const { ahead, over } = await myClasses(ctx, 1)
  const asked = [...ahead, ...over].flatMap(({ key, id, title, name, parts }): Hit[] =>
    ask.near(title) === null
      ? []
      : [
          {
            key,
            title,
            href: id === null ? '/me/classes' : `/invitations/${id}`,
            note: `${dayText(parts[0]?.on ?? '', ctx.locale)} · ${name}`,
          },
        ],
  )
  const all = [...held.map(meetingHit(ctx, 'classes')), ...asked]
  return { total: all.length, hits: shown(all, ask) }
}
