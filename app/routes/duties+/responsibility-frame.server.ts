import { findPlaces } from '~/data/org/places.server'
import type { Scope } from '~/domain/accounts/scope'
import { seesPlace, seesWholePlace } from '~/domain/org/place-scope'
import { type PlaceNode, placeTree } from '~/domain/org/place-tree'
import { type Day, formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import type { Asked } from '~/http/asked.server'
import { actorCan, actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import type { Frame } from '~/ui/duties/responsibility/frame'

type Place = PlaceNode<ReturnType<typeof findPlaces>[number]>
export type Question = {
  scope: Scope
  on: Day
  /** The place that is asked about, and every place in sight that lies in it, itself first. Null: nothing is in sight. */
  place: Place | null
  below: readonly Place[]
  frame: Frame
}

/** Which place and day a page about responsibility is asked for: the widest place in scope, and today, where the address names none. */
export function responsibilityQuestion(ctx: Signed, request: Asked): Question {
  const query = readQuery(request)
  const scope = actorScope(ctx, 'supervise')
  const reached = placeTree(findPlaces()).filter(({ path }) => seesPlace(scope, path))
  const offered = reached.filter(({ kind }) => kind !== 'grid')
  const asked = query.text('place')
  const place = asked === null ? (offered[0] ?? null) : (offered.find(({ id }) => id === asked) ?? null)
  if (asked !== null && place === null) throw new NotFound()
  const on = query.day('on') ?? ctx.today
  const search = new URLSearchParams()
  if (place !== null) search.set('place', place.id)
  if (on !== ctx.today) search.set('on', formatDay(on))
  return {
    scope,
    on,
    place,
    below: place === null ? [] : reached.filter(({ path }) => path.startsWith(place.path)),
    frame: {
      place: place && { id: place.id, name: place.name },
      on: formatDay(on),
      today: formatDay(ctx.today),
      isWhole: place !== null && seesWholePlace(scope, place.path),
      isAdministrator: actorCan(ctx, 'administer', { kind: 'installation' }),
      places: offered.map(({ id, fullName }) => ({ value: id, label: fullName })),
      search: search.toString(),
    },
  }
}
