import { noticeDayIsPossible, noticeGiven, sheetKept, signUp } from '~/domain/drills/record-steps'
import { parseDay } from '~/domain/shared/day'
import { isRefused, refuse } from '~/domain/shared/refusal'
import { dropPhotograph, keepPhotograph } from '~/gateways/photographs.server'
import type { ActingPerson } from './reached-drill.server'
import { getLedDrill } from './reached-drill.server'
import { isOver, writeStep } from './write-step.server'

/** How people within range were told before the drill (61号令 第四十条), and when. Refuses a day after the drill or in the future. */
export const noteNotice = (acting: ActingPerson, drillId: string, wish: { means: string; on: string; time: string }) =>
  writeStep(acting, drillId, ({ held }) => {
    const on = parseDay(wish.on)
    if (on !== null && !noticeDayIsPossible(on, held, acting.today)) return refuse('drillrecord:refusal.noticeDay', 'noticeOn')
    return { kind: 'notice-given', act: 'stepNoted', detail: noticeGiven.parse(wish) }
  })

/** Where the sign stood that a drill was going on. */
export const noteSign = (acting: ActingPerson, drillId: string, wish: { where: string }) =>
  writeStep(acting, drillId, () => ({ kind: 'sign-up', act: 'stepNoted', detail: signUp.parse(wish) }))

/** Keeps a photograph of the signed sheet beside a drill that is over. */
export async function keepSheet(acting: ActingPerson, drillId: string, photo: Uint8Array | null) {
  await getLedDrill(acting, drillId)
  if (photo === null) return refuse('drillrecord:refusal.noPhoto', 'photo')
  const kept = await keepPhotograph(photo)
  if (isRefused(kept)) return kept
  const outcome = await writeStep(acting, drillId, ({ state }) =>
    isOver(state)
      ? { kind: 'sheet-kept', act: 'stepNoted', detail: sheetKept.parse({ photo: kept.id }) }
      : refuse('drillrecord:refusal.notOver'),
  )
  if (isRefused(outcome)) await dropPhotograph(kept.id)
  return outcome
}
