import { hotWorkRules } from '~/content/hot-work.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { permitWithId, recordPermit } from '~/data/hotwork/permit-writers.server'
import { familyOf } from '~/data/hotwork/site-people.server'
import { transact } from '~/data/transact.server'
import { windowOf } from '~/domain/hotwork/hours'
import { planOf, type Request, requestFault, situationOf } from '~/domain/hotwork/request-rule'
import type { PermitWish } from '~/domain/hotwork/wish'
import { civilDay } from '~/domain/shared/civil-day'
import { formatDay } from '~/domain/shared/day'
import { Forbidden, NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { clashOf } from './busy.server'
import { crewOf } from './crew.server'
import { type ActingPerson, getSite } from './site.server'

export type Requested = { kind: 'requested'; permitId: string; number: string }

/** What a wish says of the place and the hours, for the rule. */
export const requestOf = (wish: PermitWish): Request => ({
  window: windowOf(wish.day, wish),
  hours: wish.opens === null || wish.closes === null ? null : { from: wish.opens, to: wish.closes },
  isOpen: wish.isOpen,
  isClosed: wish.isClosed,
  isHidden: wish.isHidden,
  hasGas: wish.hasGas,
  measures: wish.measures,
})

/**
 * Asks for a hot-work permit. Refuses what may not be approved anyway: a place that is open, people without the licence for it or in two
 * places, a guard who welds, measures left out. The same id again is the same request. Whoever holds a post at the unit may ask.
 */
export async function requestPermit(acting: ActingPerson, unitId: string, wish: PermitWish): Promise<Requested | Refused> {
  const { actor, now, today } = acting
  const site = await getSite(acting, unitId)
  if (site.who.positions.length === 0) throw new Forbidden()
  const rules = hotWorkRules()
  if (!rules.kinds.some(({ id }) => id === wish.kind)) return refuse('hotwork:error.kind', 'kind')
  const request = requestOf(wish)
  const fault = requestFault(rules, request, site.unit.traits, now, today)
  if (fault !== null) return fault
  const days = [civilDay(request.window.from), civilDay(new Date(request.window.until.getTime() - 1))]
  const crew = crewOf(site.unit.id, wish, days, today, now)
  if (isRefused(crew)) return crew
  const { level, looks } = planOf(rules, situationOf(request, site.unit.traits, rules.night))
  const known = new Set(rules.measures.map(({ id }) => id))
  const { guard, workers } = crew
  const families = { guard: familyOf([guard.personId]), workers: workers.map(({ personId }) => (personId ? familyOf([personId]) : [])) }
  const auditId = newId(now)
  return transact(async (tx) => {
    const taken = await permitWithId(tx, wish.id)
    if (taken !== null && taken.unitId !== site.unit.id) throw new NotFound()
    if (taken !== null) return { kind: 'requested', permitId: wish.id, number: taken.number }
    const named = workers.map(({ name, numberHash }, nth) => ({
      name,
      numberHash: numberHash ?? null,
      people: families.workers[nth] ?? [],
    }))
    const clash = await clashOf(tx, { workers: named, guard: { name: guard.name, people: families.guard } }, request.window, now, wish.id)
    if (clash !== null) return clash
    const about = {
      id: wish.id,
      unitId: site.unit.id,
      place: wish.place,
      work: wish.work,
      kind: wish.kind,
      level: level.id,
      from: request.window.from,
      until: request.window.until,
      opens: wish.opens,
      closes: wish.closes,
      isOpen: wish.isOpen,
      isHidden: wish.isHidden,
      hasGas: wish.hasGas,
      machine: wish.machine,
      guardPostId: guard.postId,
      guardPersonId: guard.personId,
      guardName: guard.name,
      measures: wish.measures.filter((id) => known.has(id)),
      looks,
      repeatOf: wish.repeatOf,
      applicantId: actor.personId,
      applicantName: actor.name,
      requestedBy: actor.accountId,
      requestedAt: now,
    }
    const number = await recordPermit(tx, about, workers, formatDay(today).slice(0, 4))
    await recordAudit(tx, {
      id: auditId,
      at: now,
      actor: actor.accountId,
      act: 'hotwork.requested',
      target: { kind: 'permit', id: wish.id },
      unitId: site.unit.id,
      detail: { number, from: request.window.from.toISOString(), level: level.id },
    })
    return { kind: 'requested', permitId: wish.id, number }
  })
}
