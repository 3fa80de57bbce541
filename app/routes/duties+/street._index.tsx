import { useLoaderData } from '@remix-run/react'
import { dutyTitle, positionName, sectorName, traitName } from '~/content/duty-lines.server'
import { findBlockedAt, findClearances, type UnitClearance } from '~/data/duties/clearances.server'
import { findUnits, placesAbove, type ScopedUnit } from '~/data/duties/unit-clearance.server'
import { findPlaces } from '~/data/org/places.server'
import { hasBank, keepsBank } from '~/domain/banks/keep-bank'
import type { FactIndex } from '~/domain/duties/fact-index'
import { mayWork } from '~/domain/duties/may-work'
import type { GroupedPost } from '~/domain/duties/unit-roll'
import type { Day } from '~/domain/shared/day'
import { actorScope } from '~/http/context.server'
import { serve } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { useTranslation } from '~/i18n/words'
import { type LapseView, LapsingLicences } from '~/ui/credentials/licences/lapsing-licences'
import type { Street, StreetRow } from '~/ui/duties/street'
import { StreetList } from '~/ui/duties/street-list'
import { titled } from '~/ui/shell/title'
import { rulesNow } from '~/usecases/duties/duties-now.server'
import { streetLapses } from '../credentials+/lapse-views.server'
import { pageOf, searchWithoutPage } from './unit-roll.server'

const pageSize = 40
const namesShown = 5
const streetPages = ['coverage', 'licences', 'watch', 'paths', 'certificates', 'responsibility'] as const

type Wanted = { place: { id: string; path: string } | null; sector: string; trait: string; name: string }

const fits =
  ({ place, sector, trait, name }: Wanted) =>
  (unit: ScopedUnit): boolean =>
    (place === null || unit.place.path.startsWith(place.path)) &&
    (sector === '' || unit.sector === sector) &&
    (trait === '' || unit.traits.includes(trait)) &&
    (name === '' || unit.name.toLowerCase().includes(name.toLowerCase()))

type Named = { index: FactIndex; grouped: readonly GroupedPost[] }

function rowOf(clearance: UnitClearance, { index, grouped }: Named, today: Day, locale: Locale): StreetRow {
  const { unit, held, blocked, overdue } = clearance
  const here = grouped.filter(({ post }) => post.unitId === unit.id)
  return {
    id: unit.id,
    name: unit.name,
    place: unit.place.name,
    sector: sectorName(unit.sector, locale),
    blocked: blocked.length,
    inPost: held,
    soon: here.filter(({ group }) => group === 'soon').length,
    overdue,
    names: here
      .filter(({ group }) => group === 'blocked')
      .map(({ post }) => ({
        postId: post.id,
        name: post.name,
        position: positionName(post.position, locale),
        because: mayWork(index, post.id, today).because.map((duty) => dutyTitle(duty, locale)),
      })),
  }
}

const options = (ids: readonly string[], label: (id: string) => string) =>
  [...new Set(ids)].sort().map((id) => ({ value: id, label: label(id) }))

export const loader = serve('supervisor', async (ctx, { request }): Promise<Street & { lapses: LapseView[] }> => {
  const query = new URL(request.url).searchParams
  const asked = (name: string) => (query.get(name) ?? '').trim().slice(0, 60)
  const scope = actorScope(ctx, 'supervise')
  const reached = await findUnits(scope, ctx.today)
  const places = await placesAbove(scope, reached)
  const place = places.find(({ id }) => id === asked('place')) ?? null
  const wanted: Wanted = { place, sector: asked('sector'), trait: asked('trait'), name: asked('name') }
  const only = asked('only') === '1'
  const units = reached.filter(fits(wanted))
  const duties = rulesNow()
  const clearances = await findClearances(units, duties, ctx.today)
  const withBlocked = clearances.filter(({ blocked }) => blocked.length > 0)
  const listed = only ? withBlocked : clearances
  const pages = Math.max(1, Math.ceil(listed.length / pageSize))
  const page = pageOf(query, pages)
  const shown = listed.slice((page - 1) * pageSize, page * pageSize)
  const named = findBlockedAt(shown, duties, ctx.today, namesShown)
  const inPost = clearances.reduce((sum, { held }) => sum + held, 0)
  const blocked = withBlocked.reduce((sum, found) => sum + found.blocked.length, 0)
  return {
    lapses: streetLapses(scope, ctx),
    units: units.length,
    hasBank: findPlaces().some(({ kind, path }) => hasBank(kind) && keepsBank(ctx.actor.grants, path, ctx.today)),
    hasPosters: scope.everything || scope.places.some(({ sectors }) => sectors === '*'),
    blocked,
    mayWork: inPost - blocked,
    inPost,
    blockedUnits: withBlocked.length,
    rows: shown.map((found) => rowOf(found, named, ctx.today, ctx.locale)),
    listed: listed.length,
    page,
    pages,
    filter: {
      ...wanted,
      place: place?.id ?? '',
      only,
      isOn: [place?.id ?? '', wanted.sector, wanted.trait, wanted.name].some((value) => value !== '') || only,
      search: searchWithoutPage(query),
    },
    places: places.map(({ id, name }) => ({ value: id, label: name })),
    sectors: options(
      reached.map((unit) => unit.sector),
      (id) => sectorName(id, ctx.locale),
    ),
    traits: options(
      reached.flatMap((unit) => unit.traits),
      (id) => traitName(id, ctx.locale),
    ),
  }
})

export const handle = titled<typeof loader>((t) => t('duties:street.title'))

export default function StreetToday() {
  const { lapses, ...street } = useLoaderData<typeof loader>()
  const { t } = useTranslation('duties')
  return (
    <>
      <p className="text-ink2">{t('street.title')}</p>
      <StreetList street={street}>
        <LapsingLicences lapses={lapses} more="/street/licences" most={4} />
      </StreetList>
      <nav aria-label={t('street.more')} className="no-print mt-8 flex flex-wrap gap-x-6">
        {streetPages.map((page) => (
          <a key={page} href={`/street/${page}`} className="inline-flex min-h-touch items-center">
            {t(`street.pages.${page}`)}
          </a>
        ))}
        <a href="/street/classes" className="inline-flex min-h-touch items-center">
          {t('classes:index.title')}
        </a>
        <a href="/street/drills" className="inline-flex min-h-touch items-center">
          {t('drills:list.street')}
        </a>
        <a href="/street/findings" className="inline-flex min-h-touch items-center">
          {t('drillrecord:street.link')}
        </a>
        <a href="/street/folders" className="inline-flex min-h-touch items-center">
          {t('drillpapers:folders.title')}
        </a>
        <a href="/street/duties" className="inline-flex min-h-touch items-center">
          {t('localduties:link')}
        </a>
        {street.hasBank && (
          <a href="/banks" className="inline-flex min-h-touch items-center">
            {t('banks:link')}
          </a>
        )}
        <a href="/imports?kind=units" className="inline-flex min-h-touch items-center">
          {t('imports:link.units')}
        </a>
        <a href="/imports" className="inline-flex min-h-touch items-center">
          {t('imports:link.people')}
        </a>
        <a href="/imports?kind=trainings" className="inline-flex min-h-touch items-center">
          {t('imports:link.trainings')}
        </a>
        {street.hasPosters && (
          <>
            <a href="/street/posters" className="inline-flex min-h-touch items-center">
              {t('posters')}
            </a>
            <a href="/street/trainers" className="inline-flex min-h-touch items-center">
              {t('training:link')}
            </a>
          </>
        )}
      </nav>
    </>
  )
}
