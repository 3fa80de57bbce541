import type { StoredRoom } from '~/data/watch/rooms.server'
import { addDays, type Day, earlierOf, formatDay, laterOf } from '~/domain/shared/day'
import { mostNights } from '~/domain/watch/night'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import type { NightPage } from '~/ui/watch/night'
import { unitSight } from '~/usecases/watch/watch-sight.server'
import { nightPage } from './night-page.server'

/** The nights asked for in the address, at most 31 of them, the last seven without asking; none before the room or after today. */
export function readRange(request: Parameters<typeof readQuery>[0], room: StoredRoom, today: Day): { from: Day; to: Day } {
  const query = readQuery(request)
  const to = laterOf(room.from, earlierOf(query.day('to') ?? addDays(today, -1), today))
  const from = laterOf(earlierOf(query.day('from') ?? addDays(to, -6), to), addDays(to, 1 - mostNights))
  return { from: laterOf(from, room.from), to }
}

export async function nightsOf(ctx: Signed, room: StoredRoom, { from, to }: { from: Day; to: Day }): Promise<NightPage[]> {
  const unit = await unitSight(room.unitId)
  const nights: NightPage[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) nights.push(await nightPage(ctx, room, day, unit))
  return nights
}

export const rangeText = ({ from, to }: { from: Day; to: Day }) => ({ from: formatDay(from), to: formatDay(to) })
