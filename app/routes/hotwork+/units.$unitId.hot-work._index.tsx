import { useLoaderData } from '@remix-run/react'
import { findUnit, joinsWaiting } from '~/data/duties/unit-clearance.server'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { HotWorkFrame } from '~/ui/hotwork/frame'
import { RegisterFilters } from '~/ui/hotwork/register-filters'
import { RegisterTable } from '~/ui/hotwork/register-table'
import { TodayList, todayWords } from '~/ui/hotwork/today-list'
import { LinkButton } from '~/ui/kit/button'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { UnitNav } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { getSite } from '~/usecases/hotwork/site.server'
import { kindChoices, permitsAPage, registerOf, todayOf } from './register-page.server'

export const loader = serve('person', async (ctx, { request, params }) => {
  const site = await getSite(ctx, param(params, 'unitId'))
  const managed = await findUnit(actorScope(ctx, 'manage'), site.unit.id, ctx.today)
  const { permits, page, search, filter } = await registerOf(ctx, site, request)
  return {
    unit: { id: site.unit.id, name: site.unit.name },
    waiting: managed === null ? null : joinsWaiting(managed),
    mayAsk: site.who.positions.length > 0,
    isOwn: site.reach.people !== null,
    today: await todayOf(site, ctx.now, ctx.locale),
    rows: permits.slice((page - 1) * permitsAPage, page * permitsAPage).map(({ row }) => row),
    total: permits.length,
    page,
    pages: Math.max(1, Math.ceil(permits.length / permitsAPage)),
    search,
    filter,
    kinds: kindChoices(ctx.locale),
  }
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('hotwork:register.name')} · ${unit.name}`)

export default function Register() {
  const { unit, waiting, mayAsk, isOwn, today, rows, total, page, pages, search, filter, kinds } = useLoaderData<typeof loader>()
  const { t } = useTranslation('hotwork')
  const isSearch = filter.q !== '' || filter.kind !== null || filter.state !== null || filter.from !== '' || filter.to !== ''
  const isNone = total === 0 && !isSearch
  return (
    <HotWorkFrame unit={unit} nav={waiting !== null && <UnitNav id={unit.id} waiting={waiting} here="hot-work" />}>
      <h1 className="mt-1">{todayWords(t, today)}</h1>
      {isOwn && <p className="mt-1 text-ink2">{t('register.own')}</p>}
      {mayAsk && (
        <p className="no-print mt-4">
          <LinkButton href={`/units/${unit.id}/hot-work/new`} weight="primary">
            {t('register.ask')}
          </LinkButton>
        </p>
      )}
      <TodayList rows={today} unitId={unit.id} />
      {isNone ? (
        <Empty title={t('register.none')}>
          <p>{t(mayAsk ? 'register.noneText' : 'register.noneRead')}</p>
        </Empty>
      ) : (
        <section aria-labelledby="all" className="mt-10">
          <h2 id="all">{t('register.all', { count: total })}</h2>
          <RegisterFilters filter={filter} kinds={kinds} xlsx={`/units/${unit.id}/hot-work.xlsx${search}`} />
          {rows.length === 0 ? (
            <Empty title={t('register.noMatch')}>
              <a href={`/units/${unit.id}/hot-work`}>{t('register.showAll')}</a>
            </Empty>
          ) : (
            <RegisterTable rows={rows} unitId={unit.id} />
          )}
          {pages > 1 && <Pager page={page} pages={pages} total={total} search={search} />}
        </section>
      )}
    </HotWorkFrame>
  )
}
