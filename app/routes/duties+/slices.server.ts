import { positionName } from '~/content/duty-lines.server'
import { findAccountNames } from '~/data/accounts/account-names.server'
import { findSlices, type SliceRow } from '~/data/duties/slices.server'
import { findTips, type TipRow } from '~/data/duties/tips.server'
import { storedDay, storedSpan } from '~/data/stored-day.server'
import { lastTips } from '~/domain/org/guiding'
import { type HoldingState, holdingOn } from '~/domain/org/holding'
import type { Day } from '~/domain/shared/day'
import type { Asked } from '~/http/asked.server'
import { readQuery } from '~/http/query.server'
import type { Locale } from '~/i18n/config'
import type { LastTip, ShownTip, SliceList, VillageRow } from '~/ui/duties/responsibility/slices'
import type { Question } from './responsibility-frame.server'

const pageSize = 60

export const sliceState = (row: SliceRow, on: Day): HoldingState => holdingOn({ span: storedSpan(row), post: storedSpan(row.post) }, on)

/** The last tip of each village up to a day. */
export function lastTipsOf(tips: readonly TipRow[], on: Day): ReadonlyMap<string, LastTip> {
  const read = tips.map((tip) => ({ ...tip, on: storedDay(tip.on), day: tip.on, placeIds: tip.places.map(({ placeId }) => placeId) }))
  return new Map([...lastTips(read, on)].map(([id, { tip, daysAgo }]) => [id, { title: tip.title, on: tip.day, daysAgo }]))
}

export function shownTips(tips: readonly TipRow[]): ShownTip[] {
  const names = findAccountNames(tips.map(({ sentBy }) => sentBy))
  return tips.map(({ id, on, title, text, sentBy, places }) => ({
    id,
    on,
    title,
    text,
    by: names.get(sentBy) ?? null,
    places: places.map(({ place }) => place.name),
  }))
}

/** Which villages and communities of a place nobody guides, and when each was last told something. */
export async function sliceList({ place, below, on, frame }: Question, request: Asked, locale: Locale): Promise<SliceList> {
  const villages = place === null || !frame.isWhole ? [] : below.filter(({ kind }) => kind === 'community')
  const ids = villages.map(({ id }) => id)
  const slices = (await findSlices(ids)).filter((row) => ['holds', 'left'].includes(sliceState(row, on)))
  const tips = lastTipsOf(await findTips(ids, on), on)
  const names = new Map(below.map(({ id, name }) => [id, name]))
  const rows = villages.map(
    ({ id, name, parentId }): VillageRow => ({
      id,
      name,
      above: names.get(parentId ?? '') ?? '',
      guides: slices
        .filter(({ placeId }) => placeId === id)
        .map((row) => ({
          id: row.id,
          name: row.post.person.name,
          position: positionName(row.post.position, locale),
          unit: row.post.unit.name,
          isLeft: sliceState(row, on) === 'left',
        })),
      tip: tips.get(id) ?? null,
    }),
  )
  const isOpen = ({ guides }: VillageRow) => guides.every(({ isLeft }) => isLeft)
  const rank = (row: VillageRow) => (isOpen(row) ? 0 : row.tip === null ? 1 : 2)
  const ordered = [...rows].sort((one, other) => rank(one) - rank(other))
  const pages = Math.max(1, Math.ceil(rows.length / pageSize))
  const page = Math.min(readQuery(request).page(), pages)
  return {
    frame,
    villages: rows.length,
    without: rows.filter(isOpen).length,
    untold: rows.filter(({ tip }) => tip === null).length,
    rows: ordered.slice((page - 1) * pageSize, page * pageSize),
    page,
    pages,
  }
}
