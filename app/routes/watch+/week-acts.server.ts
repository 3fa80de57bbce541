import { z } from 'zod'
import { type Day, parseDay } from '~/domain/shared/day'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { readTime } from '~/domain/watch/minutes'
import { mostTeams } from '~/domain/watch/pattern'
import type { Signed } from '~/http/serve.server'
import { changeSeat } from '~/usecases/watch/change-seat.server'
import { copyWeek, makePattern } from '~/usecases/watch/fill-week.server'
import { planShift, removeShift } from '~/usecases/watch/plan-shift.server'
import { swapAtOnce } from '~/usecases/watch/swap-at-once.server'

const text = z.string().default('')

export const weekWish = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('copy') }),
  z.object({ intent: z.literal('pattern'), begins: text }),
  z.object({ intent: z.literal('plan'), day: text, begins: text, ends: text, trainee: text }),
  z.object({ intent: z.literal('remove'), shiftId: text }),
  z.object({ intent: z.literal('seat'), shiftId: text, personId: text, counts: z.enum(['yes', 'no']).default('yes') }),
  z.object({ intent: z.literal('unseat'), shiftId: text, seatId: text }),
  z.object({ intent: z.literal('swap'), seatId: text, to: text }),
])
type Wish = z.output<typeof weekWish>
type Room = { unitId: string; roomId: string }

/** People chosen under a name of the form, without the empty ones. */
const chosen = (form: FormData, name: string): string[] =>
  form.getAll(name).flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []))

/** A colleague, or one with the seat he would give for it: `person` or `person/seat`. */
function readTo(text: string): { toPersonId: string; otherSeatId: string | null } {
  const [toPersonId = '', otherSeatId] = text.split('/')
  return { toPersonId, otherSeatId: otherSeatId ?? null }
}

async function plan(ctx: Signed, at: Room, wish: Extract<Wish, { intent: 'plan' }>, form: FormData) {
  const day = parseDay(wish.day)
  const begins = readTime(wish.begins)
  const ends = readTime(wish.ends)
  if (day === null) return refuse('watch:error.day', 'day')
  if (begins === null || ends === null) return refuse('watch:error.time', begins === null ? 'begins' : 'ends')
  const trainees = wish.trainee === '' ? [] : [{ personId: wish.trainee, counts: false }]
  const people = [...chosen(form, 'people').map((personId) => ({ personId, counts: true })), ...trainees]
  return planShift(ctx, { ...at, day, begins, ends, people })
}

/** Does what the form of the week asks for; what the page says afterwards, or the refusal. */
export async function actOnWeek(ctx: Signed, at: Room, monday: Day, wish: Wish, form: FormData): Promise<Record<string, string> | Refused> {
  switch (wish.intent) {
    case 'copy':
    case 'pattern': {
      const teams = Array.from({ length: mostTeams }, (_, nth) => chosen(form, `team${nth}`))
      const begins = wish.intent === 'pattern' ? readTime(wish.begins) : 0
      if (begins === null) return refuse('watch:error.time', 'begins')
      const outcome =
        wish.intent === 'copy' ? await copyWeek(ctx, { ...at, monday }) : await makePattern(ctx, { ...at, monday, teams, begins })
      return isRefused(outcome) ? outcome : { done: 'filled', added: String(outcome.added), left: String(outcome.left) }
    }
    case 'plan': {
      const outcome = await plan(ctx, at, wish, form)
      return isRefused(outcome) ? outcome : { done: 'planned' }
    }
    case 'remove': {
      const outcome = await removeShift(ctx, { ...at, shiftId: wish.shiftId })
      return isRefused(outcome) ? outcome : { done: 'removed' }
    }
    case 'seat':
    case 'unseat': {
      const change =
        wish.intent === 'seat'
          ? { add: { personId: wish.personId, counts: wish.counts === 'yes' }, remove: null }
          : { add: null, remove: wish.seatId }
      const outcome = await changeSeat(ctx, { ...at, shiftId: wish.shiftId, ...change })
      return isRefused(outcome) ? outcome : { done: 'changed' }
    }
    case 'swap': {
      if (wish.to === '') return refuse('watch:error.to', 'to')
      const outcome = await swapAtOnce(ctx, { ...at, seatId: wish.seatId, note: null, ...readTo(wish.to) })
      return isRefused(outcome) ? outcome : { done: 'swapped' }
    }
  }
}
