import { useLoaderData } from '@remix-run/react'
import { positionName } from '~/content/position-words.server'
import { countWaiting } from '~/data/org/joins.server'
import { findManagedUnit, listPositions, listPosts, type PeopleFilter, peopleAPage, peopleSorts } from '~/data/org/people.server'
import { countWaitingCorrections } from '~/data/personal/corrections.server'
import { maskedPhone } from '~/domain/org/phone'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { PeopleFilters } from '~/ui/org/people/people-filters'
import { PeopleTable } from '~/ui/org/people/people-table'
import { UnitFrame } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'

const states = ['present', 'ended', 'all'] as const
const among = <T extends string>(list: readonly T[], value: string | null, other: T): T => list.find((entry) => entry === value) ?? other

function readQuery(query: URLSearchParams) {
  const filter: PeopleFilter = {
    text: (query.get('q') ?? '').trim().slice(0, 60),
    position: query.get('position') || null,
    state: among(states, query.get('state'), 'present'),
  }
  const order = {
    sort: among(peopleSorts, query.get('sort'), 'from'),
    descending: query.get('direction') !== 'up',
    page: Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1),
  }
  return { filter, order }
}

export const loader = serve('manager', async (ctx, { request, params }) => {
  const scope = actorScope(ctx, 'manage')
  const unitId = param(params, 'unitId')
  const unit = await findManagedUnit(scope, unitId)
  if (!unit) throw new NotFound()
  const query = new URL(request.url).searchParams
  const { filter, order } = readQuery(query)
  const { rows, counts } = await listPosts(scope, unitId, filter, ctx.today, order)
  const positions = await listPositions(scope, unitId)
  return {
    unit: { id: unit.id, name: unit.name, waiting: await countWaiting(scope, unitId) },
    corrections: await countWaitingCorrections(unitId),
    filter,
    order,
    counts,
    pageSize: peopleAPage,
    search: query.toString(),
    positions: positions.map((id) => ({ value: id, label: positionName(id, ctx.locale) })),
    rows: rows.map(({ id, position, from, to, person }) => ({
      id,
      personId: person.id,
      name: person.name,
      phone: person.phone === null ? null : maskedPhone(person.phone),
      position: positionName(position, ctx.locale),
      from: dayText(from, ctx.locale),
      to: to === null ? null : dayText(to, ctx.locale),
    })),
  }
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('people:frame.people')} · ${unit.name}`)

export default function People() {
  const { unit, corrections, filter, order, counts, pageSize, search, positions, rows } = useLoaderData<typeof loader>()
  const { t } = useTranslation('people')
  const total = counts[filter.state]
  const isSearch = filter.text !== '' || filter.position !== null
  const isNobody = counts.all === 0 && !isSearch
  const title = isSearch ? t('list.found', { count: total }) : t('list.title', { count: counts.present })
  return (
    <UnitFrame unit={unit} title={title} here="people">
      <p className="no-print mt-4 flex flex-wrap gap-3">
        <LinkButton href={`/units/${unit.id}/people/new`} weight="primary">
          {t('list.add')}
        </LinkButton>
        <LinkButton href={`/units/${unit.id}/join-code`}>{t('list.code')}</LinkButton>
        <LinkButton href={`/imports?unit=${unit.id}`}>{t('imports:link.people')}</LinkButton>
        {corrections > 0 && (
          <LinkButton href={`/units/${unit.id}/corrections`}>{t('personal:correct.link', { n: corrections })}</LinkButton>
        )}
      </p>
      <PeopleFilters filter={filter} counts={counts} positions={positions} search={search} />
      {rows.length === 0 ? (
        <Empty title={t(isNobody ? 'list.none' : 'list.noMatch')}>
          <p>{t(isNobody ? 'list.noneText' : 'list.noMatchText')}</p>
        </Empty>
      ) : (
        <>
          <PeopleTable rows={rows} order={order} search={search} unitId={unit.id} />
          <Pager page={order.page} pages={Math.max(1, Math.ceil(total / pageSize))} total={total} search={search} />
        </>
      )}
    </UnitFrame>
  )
}
