import { licenceTopic } from '~/content/licences.server'
import { holdersAtUnit, holdersInScope } from '~/data/credentials/licence-holders.server'
import { lapsingLicences } from '~/data/credentials/licence-lapses.server'
import type { StoredLicence } from '~/data/credentials/licences.server'
import type { Scope } from '~/domain/accounts/scope'
import type { Lapse } from '~/domain/credentials/licence-lapse'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import type { LapseView } from '~/ui/credentials/licences/lapsing-licences'
import { kindOf } from './licence-view.server'

type Reader = { today: Day; locale: Locale }

const view = ({ licence, through, days, isOver }: Lapse<StoredLicence>, name: string | null, href: string, locale: Locale): LapseView => ({
  id: licence.id,
  name,
  licence: kindOf(licence).short[locale],
  through: formatDay(through),
  days,
  isOver,
  href,
})

/** What of a person's own licences runs out. */
export const myLapses = (personId: string, { today, locale }: Reader): LapseView[] =>
  lapsingLicences([personId], today, licenceTopic).map((lapse) => view(lapse, null, `/me/licences/${lapse.licence.id}`, locale))

type Holding = ReturnType<typeof holdersInScope>

function lapsesOf(holders: Holding, { today, locale }: Reader, hrefOf: (licenceId: string) => string): LapseView[] {
  const names = new Map(holders.map(({ licenceId, name }) => [licenceId, name]))
  return lapsingLicences([...new Set(holders.map(({ personId }) => personId))], today, licenceTopic).flatMap((lapse) => {
    const name = names.get(lapse.licence.id)
    return name === undefined ? [] : [view(lapse, name, hrefOf(lapse.licence.id), locale)]
  })
}

/** What of a unit's people's licences runs out; `scope` reaches the unit. For its console, roster and gate pages. */
export const unitLapses = (scope: Scope, unitId: string, reader: Reader): LapseView[] =>
  lapsesOf(holdersAtUnit(scope, unitId, reader.today), reader, (id) => `/units/${unitId}/licences/${id}`)

/** The same for all units of a supervisor's scope. */
export const streetLapses = (scope: Scope, reader: Reader): LapseView[] =>
  lapsesOf(holdersInScope(scope, reader.today), reader, (id) => `/street/licences/${id}`)
