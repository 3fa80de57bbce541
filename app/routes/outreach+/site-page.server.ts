import { findSiteCodes } from '~/data/outreach/poster-codes.server'
import { findReports } from '~/data/outreach/poster-reports.server'
import { findLastScans, findSiteTallies } from '~/data/outreach/scan-tallies.server'
import { missedIn, mostMissed, type Sums, together } from '~/domain/outreach/place-learning'
import { siteState } from '~/domain/outreach/site-rows'
import { addDays, formatDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import type { Asked as Request } from '~/http/asked.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import { civilDayOf } from '~/i18n/format'
import type { SitePage } from '~/ui/outreach/site'
import { getPosterSite } from '~/usecases/outreach/supervised-site.server'
import { missedRow, nextLesson } from './place-page.server'
import { keyOf, titleOf, windows } from './place-question.server'

/** One site: what hangs there, what happened day by day, what people get wrong, what to hang next. */
export function sitePage(ctx: Signed, siteId: string, request: Request): SitePage {
  const site = getPosterSite(ctx, siteId)
  const days = readQuery(request).oneOf('days', windows) ?? '30'
  const count = Number(days)
  const codes = findSiteCodes(site.id)
  const tallies = findSiteTallies(site.id, addDays(ctx.today, 1 - count), ctx.today)
  const summed = (rows: typeof tallies) => together(rows.map(({ what, count: n }): Sums => ({ [what]: n })))
  const byLesson = new Map([...groupedBy(tallies, ({ lesson }) => lesson)].map(([lesson, rows]) => [lesson, summed(rows)]))
  const byCode = new Map(
    [...groupedBy(tallies, ({ code }) => code)].map(([code, rows]) => [code, { lesson: rows[0]?.lesson ?? '', sums: summed(rows) }]),
  )
  const byDay = groupedBy(tallies, ({ on }) => on)
  const missed = mostMissed([...byLesson].flatMap(([lesson, sums]) => missedIn(lesson, sums, keyOf)))
  const lastOn = findLastScans(site.placePath).get(site.id) ?? null
  const openedOn = (on: string) => (byDay.get(on) ?? []).reduce((sum, { what, count: n }) => (what === 'opened' ? sum + n : sum), 0)
  const hanging = codes.map(({ lesson }) => lesson)
  const isHung = (code: string) => codes.some((one) => one.code === code)
  return {
    site: { id: site.id, name: site.name, kind: site.kind, place: { id: site.placeId, name: site.placeName } },
    days,
    state: siteState(codes.length, lastOn),
    lastOn,
    posters: codes.map(({ id, code, lesson, createdAt }) => {
      const { opened = 0, finished = 0, promised = 0, capped = 0 } = byCode.get(code)?.sums ?? {}
      return { id, code, lesson: titleOf(lesson, ctx.locale), since: civilDayOf(new Date(createdAt)), opened, finished, promised, capped }
    }),
    earlier: [...byCode]
      .filter(([code]) => !isHung(code))
      .map(([, { lesson, sums }]) => ({ lesson: titleOf(lesson, ctx.locale), opened: sums.opened ?? 0 })),
    daily: Array.from({ length: count }, (_, nth) => formatDay(addDays(ctx.today, nth + 1 - count))).map((on) => ({
      on,
      opened: openedOn(on),
    })),
    missed: missed.map((one) => missedRow(one, byLesson.get(one.lesson) ?? {}, ctx.locale)),
    next: nextLesson(hanging, missed, ctx),
    reports: findReports(site.placePath)
      .filter((report) => report.siteId === site.id)
      .map(({ id, code, fault, note, at }) => ({ id, code, siteId: site.id, where: `${site.placeName} ${site.name}`, fault, note, at })),
  }
}
