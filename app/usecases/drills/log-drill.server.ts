import { formatDay } from '~/domain/shared/day'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { type HeldWish, readHeld } from './held-wish.server'
import type { ActingPerson } from './reached-drill.server'
import { type Recorded, writeHeld } from './write-held.server'

/** The manager logs a drill of today that is over: everybody at work today is on the list, and whoever is not ticked was away. */
export async function logDrill(acting: ActingPerson, wish: HeldWish): Promise<Recorded | Refused> {
  if (wish.form.on !== formatDay(acting.today)) return refuse('drillrecord:refusal.notToday', 'on')
  const held = await readHeld(acting, wish, { isWhole: true, commander: null })
  return isRefused(held) ? held : writeHeld(acting, wish, held, 'logged', null)
}
