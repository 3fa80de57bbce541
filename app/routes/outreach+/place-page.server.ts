import { catalogue } from '~/content/catalogue.server'
import { findCodes } from '~/data/outreach/poster-codes.server'
import { findPacks } from '~/data/outreach/poster-packs.server'
import { findPlacelessReports, findReports, type PosterReport } from '~/data/outreach/poster-reports.server'
import { findSites } from '~/data/outreach/poster-sites.server'
import { findLastScans, findTallySums, findUnknownTallies } from '~/data/outreach/scan-tallies.server'
import { packState } from '~/domain/outreach/pack'
import {
  enoughAnswers,
  type Missed,
  missedIn,
  mostMissed,
  nextToHang,
  type Sums,
  together,
  tooManyWrong,
} from '~/domain/outreach/place-learning'
import { narrowed, type SiteFilter, type SiteSort, siteFilters, siteSorts, siteState, sorted } from '~/domain/outreach/site-rows'
import { groupedBy } from '~/domain/shared/grouped'
import type { Asked as Request } from '~/http/asked.server'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { civilDayOf } from '~/i18n/format'
import type { MissedRow, NextLesson, PlacePage, ReportRow, SiteRow } from '~/ui/outreach/place'
import { hangable, keyOf, type PlaceQuestion, placeQuestion, titleOf } from './place-question.server'

const pageSize = 40

type Learnt = { sums: Map<string, Map<string, Sums>>; all: Map<string, Sums> }

/** Sums by site and lesson, and by lesson alone. */
function learntAt({ place, from, to }: PlaceQuestion): Learnt {
  const learnt: Learnt = { sums: new Map(), all: new Map() }
  for (const { siteId, lesson, what, count } of findTallySums(place.path, from, to)) {
    const ofSite = learnt.sums.get(siteId) ?? new Map<string, Sums>()
    learnt.sums.set(siteId, ofSite)
    ofSite.set(lesson, together([ofSite.get(lesson) ?? {}, { [what]: count }]))
    learnt.all.set(lesson, together([learnt.all.get(lesson) ?? {}, { [what]: count }]))
  }
  return learnt
}

function siteRows({ place }: PlaceQuestion, learnt: Learnt, locale: Locale): SiteRow[] {
  const last = findLastScans(place.path)
  const codes = groupedBy(findCodes(place.path), ({ siteId }) => siteId)
  return findSites(place.path).map((site) => {
    const hung = codes.get(site.id) ?? []
    const sum = together(learnt.sums.get(site.id)?.values() ?? [])
    const lastOn = last.get(site.id) ?? null
    return {
      id: site.id,
      place: site.placeName,
      name: site.name,
      kind: site.kind,
      lessons: hung.map(({ code, lesson }) => ({ code, title: titleOf(lesson, locale) })),
      state: siteState(hung.length, lastOn),
      hungOn: hung[0] ? civilDayOf(new Date(hung[0].createdAt)) : null,
      lastOn,
      opened: sum.opened ?? 0,
      finished: sum.finished ?? 0,
      capped: sum.capped ?? 0,
    }
  })
}

/** A question that people get wrong, with the wrong answer that most of them choose. */
export function missedRow({ lesson, question, answers, wrong }: Missed, sums: Sums, locale: Locale): MissedRow {
  const asked = catalogue()
    .micro.get(lesson)
    ?.questions.find(({ id }) => id === question)
  const taken = (asked?.options ?? [])
    .filter((option) => option.right !== true)
    .sort((one, other) => (sums[`${question}.${other.id}`] ?? 0) - (sums[`${question}.${one.id}`] ?? 0))[0]
  const leads = asked?.leads ?? lesson
  return {
    key: `${lesson} ${question}`,
    lesson: titleOf(lesson, locale),
    stem: asked?.stem[locale] ?? '',
    chosen: taken?.text[locale] ?? '',
    answers,
    wrong,
    leads: { id: leads, title: titleOf(leads, locale) },
  }
}

/** What to hang next where these lessons hang and these questions are missed, in words. */
export function nextLesson(hanging: readonly string[], missed: readonly Missed[], ctx: Signed): NextLesson | null {
  const next = nextToHang({ hanging, missed }, hangable(ctx.today), keyOf)
  if (next === null) return null
  const stem = next.because.kind === 'missed' ? missedRow(next.because.missed, {}, ctx.locale).stem : ''
  return { id: next.lesson, title: titleOf(next.lesson, ctx.locale), because: next.because.kind, stem }
}

const reportRow = ({ id, code, siteId, siteName, placeName, fault, note, at }: PosterReport): ReportRow => ({
  id,
  code,
  siteId,
  where: siteName === null ? null : `${placeName} ${siteName}`,
  fault,
  note,
  at,
})

/** Codes that nobody knows are nobody's place: the administrator's to see. */
function unknownTo(ctx: Signed, { from, to }: PlaceQuestion): PlacePage['unknown'] {
  if (!actorScope(ctx, 'supervise').everything) return null
  const scans = findUnknownTallies(from, to).filter(({ what }) => what === 'opened' || what === 'capped')
  return { reports: findPlacelessReports().map(reportRow), scans: scans.reduce((sum, { count }) => sum + count, 0) }
}

/** Lessons that hang at half of the sites or more that have any: another of them teaches little that is new. */
function hangsWidely(path: string): string[] {
  const codes = findCodes(path)
  const sites = new Set(codes.map(({ siteId }) => siteId)).size
  return [...groupedBy(codes, ({ lesson }) => lesson)].filter(([, rows]) => rows.length * 2 >= sites).map(([lesson]) => lesson)
}

export type ListWish = { only: SiteFilter; sort: SiteSort; name: string }

/** The sites as they are asked for: narrowed and sorted. */
export function placeList(ctx: Signed, request: Request) {
  const query = readQuery(request)
  const question = placeQuestion(ctx, request)
  const learnt = learntAt(question)
  const wish: ListWish = {
    only: query.oneOf('only', siteFilters) ?? 'all',
    sort: query.oneOf('sort', siteSorts) ?? 'order',
    name: query.text('name') ?? '',
  }
  const all = siteRows(question, learnt, ctx.locale)
  return { query, question, learnt, wish, all, listed: sorted(narrowed(all, wish.only, wish.name), wish.sort) }
}

export function placePage(ctx: Signed, request: Request): PlacePage {
  const { query, question, learnt, wish, all, listed } = placeList(ctx, request)
  const pages = Math.max(1, Math.ceil(listed.length / pageSize))
  const page = Math.min(query.page(), pages)
  const missed = [...learnt.all].flatMap(([lesson, sums]) => missedIn(lesson, sums, keyOf))
  const sum = together(learnt.all.values())
  const inState = (state: SiteRow['state']) => all.filter((row) => row.state === state).length
  const search = new URLSearchParams(query.search)
  search.delete('page')
  search.delete('done')
  return {
    frame: {
      places: question.places.map(({ id, name, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${name}` })),
      place: { id: question.place.id, name: question.place.name },
      days: question.days,
    },
    counts: {
      sites: all.length,
      bare: inState('bare'),
      never: inState('never'),
      scanned: inState('scanned'),
      opened: sum.opened ?? 0,
      finished: sum.finished ?? 0,
      promised: sum.promised ?? 0,
      capped: sum.capped ?? 0,
    },
    next: all.length === 0 ? null : nextLesson(hangsWidely(question.place.path), missed, ctx),
    missed: mostMissed(missed)
      .slice(0, 5)
      .map((one) => missedRow(one, learnt.all.get(one.lesson) ?? {}, ctx.locale)),
    enough: { answers: enoughAnswers, percent: Math.round(tooManyWrong * 100) },
    rows: listed.slice((page - 1) * pageSize, page * pageSize),
    listed: listed.length,
    page,
    pages,
    filter: { ...wish, isOn: wish.only !== 'all' || wish.name !== '', search: search.toString() },
    reports: findReports(question.place.path).map(reportRow),
    unknown: unknownTo(ctx, question),
    packs: findPacks(question.place.path).map((pack) => ({
      id: pack.id,
      at: pack.askedAt,
      total: pack.total,
      done: pack.done,
      state: packState(pack),
    })),
  }
}
