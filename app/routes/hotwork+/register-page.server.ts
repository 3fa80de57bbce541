import { hotWorkRules } from '~/content/hot-work.server'
import { getJob } from '~/content/jobs.server'
import { listPermits, type StoredPermit } from '~/data/hotwork/permits.server'
import { instantAt, timeOf } from '~/domain/hotwork/hours'
import { permitState } from '~/domain/hotwork/permit-state'
import { civilDay } from '~/domain/shared/civil-day'
import { addDays, formatDay } from '~/domain/shared/day'
import type { Asked } from '~/http/asked.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { type RegisterRow, type StateKey, stateKey, stateKeys } from '~/ui/hotwork/permit-view'
import type { Site } from '~/usecases/hotwork/site.server'
import { joined, windowText } from './hot-work-words.server'

export const permitsAPage = 30

const rowOf = (permit: StoredPermit, now: Date, locale: Locale): RegisterRow => {
  const state = permitState(permit.facts, now)
  return {
    id: permit.id,
    number: permit.number,
    state: stateKey(state),
    when: windowText(permit, locale),
    place: permit.place,
    work: permit.work,
    workers: joined(
      permit.workers.map(({ name }) => name),
      locale,
    ),
    guard: permit.guardName,
    nextLook: state.kind === 'watching' ? timeOf(state.next) : null,
  }
}

const live: readonly StateKey[] = ['over', 'lookDue', 'burning', 'watching', 'waiting', 'approved', 'ready']

/** What is going on now, whatever its day, and what is asked for today: the most pressing first. */
export async function todayOf(site: Site, now: Date, locale: Locale): Promise<RegisterRow[]> {
  const today = civilDay(now)
  const around = { text: '', kind: null, from: instantAt(addDays(today, -2), '00:00'), until: instantAt(addDays(today, 1), '00:00') }
  const midnight = instantAt(today, '00:00')
  const found = (await listPermits(site.reach, around)).map((permit) => ({ permit, row: rowOf(permit, now, locale) }))
  const rank = ({ state }: RegisterRow) => (live.includes(state) ? live.indexOf(state) : live.length)
  return found
    .filter(({ permit, row }) => permit.until > midnight || ['over', 'lookDue', 'burning', 'watching'].includes(row.state))
    .sort((one, other) => rank(one.row) - rank(other.row) || one.permit.from.getTime() - other.permit.from.getTime())
    .map(({ row }) => row)
}

/** The whole register as the address asks for it: search, kind, days and state. All that it finds; the page shows a part. */
export async function registerOf(ctx: Signed, site: Site, request: Asked) {
  const query = readQuery(request)
  const filter = {
    q: query.text('q') ?? '',
    kind: query.oneOf(
      'kind',
      hotWorkRules().kinds.map(({ id }) => id),
    ),
    state: query.oneOf('state', stateKeys),
    from: query.day('from'),
    to: query.day('to'),
  }
  const found = await listPermits(site.reach, {
    text: filter.q,
    kind: filter.kind,
    from: filter.from === null ? null : instantAt(filter.from, '00:00'),
    until: filter.to === null ? null : instantAt(addDays(filter.to, 1), '00:00'),
  })
  const permits = found
    .map((permit) => ({ permit, row: rowOf(permit, ctx.now, ctx.locale) }))
    .filter(({ row }) => filter.state === null || row.state === filter.state)
  const days = { from: filter.from === null ? '' : formatDay(filter.from), to: filter.to === null ? '' : formatDay(filter.to) }
  return { permits, page: query.page(), search: query.search, filter: { ...filter, ...days } }
}

export const kindChoices = (locale: Locale) => hotWorkRules().kinds.map(({ id }) => ({ value: id, label: getJob(id)[locale] }))
