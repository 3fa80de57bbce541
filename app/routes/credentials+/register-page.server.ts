import { catalogue } from '~/content/catalogue.server'
import { positionName } from '~/content/duty-lines.server'
import { type CertificateBatch, listOwnBatches } from '~/data/credentials/batches.server'
import { listRegister, type RegisterRow, registerAPage, registerSorts, registerStates } from '~/data/credentials/register.server'
import { findPlaces } from '~/data/org/places.server'
import type { Scope } from '~/domain/accounts/scope'
import { mostInBatch } from '~/domain/credentials/batch'
import { packState } from '~/domain/outreach/pack'
import type { Asked } from '~/http/asked.server'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { dayText, instantText } from '~/i18n/format'
import type { RegisterState } from '~/ui/credentials/register-view'
import { registerQuestion } from './register-question.server'

/** The word for the state of a certificate in the register; duties of today are no part of it. */
export const stateWord = ({
  revokedOn,
  corrected,
  superseded,
}: Pick<RegisterRow, 'revokedOn' | 'corrected' | 'superseded'>): RegisterState =>
  revokedOn !== null ? 'revoked' : corrected ? 'corrected' : superseded ? 'superseded' : 'issued'

export const courseName = (course: string, locale: Locale): string => catalogue().courses.get(course)?.[locale].title ?? course

/** A certificate as a line of the register. */
export const registerLine = (row: RegisterRow, locale: Locale) => ({
  id: row.id,
  number: row.number,
  serial: row.serial,
  name: row.name,
  unit: row.unitName,
  position: positionName(row.position, locale),
  course: courseName(row.course, locale),
  passedOn: dayText(row.passedOn, locale),
  state: stateWord(row),
})

const batchLine = ({ id, askedAt, done, total, ...pack }: CertificateBatch, locale: Locale) => ({
  id,
  when: instantText(askedAt, locale),
  state: packState(pack),
  done,
  total,
})

/** The places a reader may narrow the register down to: those of his scope. */
const placesOf = (scope: Scope) =>
  findPlaces()
    .filter(({ path }) => scope.everything || scope.places.some((place) => path.startsWith(place.path)))
    .map(({ id, name }) => ({ value: id, label: name }))

/** A page of the register for the units of a scope, or for one unit in it. */
export async function registerPage(ctx: Signed, request: Asked, scope: Scope, unitId: string | null = null) {
  const { locale, actor } = ctx
  const asked = await registerQuestion(request, unitId)
  const { filter, sort, page, search, chosen, isFiltered, isMisread } = asked
  const { rows, total } = await listRegister(scope, filter, { sort, skip: (page - 1) * registerAPage, take: registerAPage })
  return {
    rows: rows.map((row) => registerLine(row, locale)),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / registerAPage)),
    search,
    chosen,
    isFiltered,
    isMisread,
    most: mostInBatch,
    states: [...registerStates],
    sorts: [...registerSorts],
    courses: [...catalogue().courses.keys()].map((value) => ({ value, label: courseName(value, locale) })),
    places: unitId === null ? placesOf(scope) : [],
    prints: listOwnBatches(actor.accountId)
      .slice(0, 3)
      .map((batch) => batchLine(batch, locale)),
  }
}
