import { jobRule } from '~/content/jobs.server'
import { licenceTopic } from '~/content/licences.server'
import { holdersOfLapsing } from '~/data/credentials/licence-holders.server'
import { lapsingLicences } from '~/data/credentials/licence-lapses.server'
import type { StoredLicence } from '~/data/credentials/licences.server'
import type { Scope } from '~/domain/accounts/scope'
import { lapseMark } from '~/domain/credentials/licence'
import { type Lapse, lapseWindow } from '~/domain/credentials/licence-lapse'
import { type Day, formatDay } from '~/domain/shared/day'
import { actorScope } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import type { LapseView } from '~/ui/credentials/licences/lapsing-licences'
import { kindOf } from './licence-view.server'

type Reader = { today: Day; locale: Locale }

const view = (
  { licence, through, days, isOver }: Lapse<StoredLicence>,
  name: string | null,
  href: string | null,
  { today, locale }: Reader,
): LapseView => ({
  id: licence.id,
  name,
  licence: kindOf(licence).short[locale],
  through: formatDay(through),
  days,
  isOver,
  mark: lapseMark(through, today),
  href,
})

/** What of a person's own licences runs out. */
export const myLapses = (personId: string, reader: Reader): LapseView[] =>
  lapsingLicences([personId], reader.today, licenceTopic).map((lapse) => view(lapse, null, `/me/licences/${lapse.licence.id}`, reader))

type Wish = { scope: Scope; unitId: string | null; topics?: readonly string[]; hrefOf: (licenceId: string) => string | null }

function lapsesOf({ scope, unitId, topics, hrefOf }: Wish, reader: Reader): LapseView[] {
  const { today } = reader
  const holders = holdersOfLapsing(scope, unitId, today, lapseWindow)
  const names = new Map(holders.map(({ licenceId, name }) => [licenceId, name]))
  return lapsingLicences([...new Set(holders.map(({ personId }) => personId))], today, licenceTopic).flatMap((lapse) => {
    const name = names.get(lapse.licence.id)
    if (name === undefined || (topics !== undefined && !topics.includes(lapse.licence.topic ?? ''))) return []
    return [view(lapse, name, hrefOf(lapse.licence.id), reader)]
  })
}

/** What of a unit's people's licences runs out; `scope` reaches the unit. */
export const unitLapses = (scope: Scope, unitId: string, reader: Reader): LapseView[] =>
  lapsesOf({ scope, unitId, hrefOf: (id) => `/units/${unitId}/licences/${id}` }, reader)

/** The same for all units of a supervisor's scope. */
export const streetLapses = (scope: Scope, reader: Reader): LapseView[] =>
  lapsesOf({ scope, unitId: null, hrefOf: (id) => `/street/licences/${id}` }, reader)

type Seen = { unitId: string; side: 'manager' | 'watcher' | 'reader' }

/** What runs out of what control rooms ask for: of everybody for who plans or supervises, his own for who keeps watch. */
export function roomLapses({ unitId, side }: Seen, ctx: Signed): LapseView[] {
  const topics = jobRule('control-room', ctx.today).licences.flatMap(({ asked }) => asked.topics)
  switch (side) {
    case 'manager':
      return lapsesOf({ scope: actorScope(ctx, 'manage'), unitId, topics, hrefOf: (id) => `/units/${unitId}/licences/${id}` }, ctx)
    case 'reader':
      return lapsesOf({ scope: actorScope(ctx, 'see'), unitId, topics, hrefOf: () => null }, ctx)
    case 'watcher':
      return myLapses(ctx.actor.personId, ctx)
  }
}
