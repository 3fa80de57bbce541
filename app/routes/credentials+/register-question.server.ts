import { catalogue } from '~/content/catalogue.server'
import { type RegisterFilter, type RegisterSort, registerSorts, registerStates } from '~/data/credentials/register.server'
import { findPlace } from '~/data/org/places.server'
import { isMisread, readCertificateNumber } from '~/domain/credentials/number'
import { formatDay } from '~/domain/shared/day'
import type { Asked } from '~/http/asked.server'
import { readQuery } from '~/http/query.server'

export type RegisterQuestion = {
  filter: RegisterFilter
  sort: RegisterSort
  page: number
  /** The filters as an address says them, without the page. */
  search: string
  chosen: { q: string; state: string; course: string; place: string; unit: string; from: string; to: string; sort: string }
  /** What was typed is meant to be a whole number, and something in it is wrong. */
  isMisread: boolean
  isFiltered: boolean
}

/** A serial as written: 1234, No. 1234, №1234, 第1234号. */
const serialOf = (typed: string): number | null => {
  const [, digits] = /^(?:NO\.?|第|#)?\s*(\d{1,9})\s*号?$/.exec(typed.normalize('NFKC').toUpperCase().trim()) ?? []
  return digits === undefined ? null : Number(digits)
}

/** What an address asks of the register; what is unknown is no condition. */
export async function registerQuestion(request: Asked, unitId: string | null = null): Promise<RegisterQuestion> {
  const query = readQuery(request)
  const typed = query.text('q')
  const number = typed === null ? null : readCertificateNumber(typed)
  const serial = typed === null ? null : serialOf(typed)
  const placeId = query.text('place')
  const place = placeId === null ? null : await findPlace(placeId)
  const [from, to] = [query.day('from'), query.day('to')]
  const filter: RegisterFilter = {
    number,
    serial,
    text: number === null && serial === null ? typed : null,
    state: query.oneOf('state', registerStates),
    course: query.oneOf('course', [...catalogue().courses.keys()]),
    placePath: place?.path ?? null,
    unitId: unitId ?? query.text('unit'),
    from: from === null ? null : formatDay(from),
    to: to === null ? null : formatDay(to),
  }
  const sort = query.oneOf('sort', registerSorts) ?? '-serial'
  const chosen = {
    q: typed ?? '',
    state: filter.state ?? '',
    course: filter.course ?? '',
    place: place?.id ?? '',
    unit: unitId === null ? (filter.unitId ?? '') : '',
    from: filter.from ?? '',
    to: filter.to ?? '',
    sort,
  }
  const search = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== '' && value !== '-serial')).toString()
  const isFiltered = Object.entries(chosen).some(([name, value]) => name !== 'sort' && value !== '')
  return { filter, sort, page: query.page(), search, chosen, isMisread: typed !== null && isMisread(typed), isFiltered }
}
