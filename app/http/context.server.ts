import type { AppLoadContext } from '@remix-run/node'
import { findGrants } from '~/data/accounts/grants.server'
import { type Act, can, type Target } from '~/domain/accounts/can'
import { type Grant, inForce } from '~/domain/accounts/grants'
import { type Scope, scopeFor } from '~/domain/accounts/scope'
import type { Day } from '~/domain/shared/day'
import { readClock } from '~/gateways/clock.server'
import { noteAsker } from '~/gateways/request-facts.server'
import type { Locale, Preferences } from '~/i18n/config'
import type { Asked } from './asked.server'
import { civilDay } from './civil-day'
import { readPreferences } from './preferences.server'
import { readSession, type SignedIn } from './session.server'

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** The caller's address, as far as MINGBAI_PROXIES lets us believe it. */
    address: string
    requestId: string
  }
}

export type Actor = SignedIn & { grants: readonly Grant[] }

/** What every loader and action knows: the instant (read once a request), the civil day, the reader's language, and who asks. */
export type Ctx = { now: Date; today: Day; locale: Locale; preferences: Preferences; address: string; actor: Actor | null }

const known = new WeakMap<AppLoadContext, Promise<Ctx>>()

/** The context of a request; made once and shared by all its loaders. */
export function contextOf(request: Asked, load: AppLoadContext | undefined): Promise<Ctx> {
  if (load === undefined) return makeContext(request, 'development')
  const made = known.get(load) ?? makeContext(request, load.address ?? 'development')
  known.set(load, made)
  return made
}

async function makeContext(request: Asked, address: string): Promise<Ctx> {
  const now = readClock()
  const preferences = readPreferences(request)
  const signedIn = await readSession(request, now)
  noteAsker(signedIn?.kind ?? 'nobody')
  const actor = signedIn && { ...signedIn, grants: findGrants(signedIn.accountId) }
  return { now, today: civilDay(now), locale: preferences.locale, preferences, address, actor }
}

export const actorCan = (ctx: Ctx, act: Act, target: Target): boolean => ctx.actor !== null && can(ctx.actor.grants, act, target, ctx.today)

/** The units this actor may see, supervise or manage today. */
export const actorScope = (ctx: Ctx & { actor: Actor }, act: Exclude<Act, 'administer'>): Scope =>
  scopeFor(ctx.actor.grants, act, ctx.today)

export const holds = (actor: Actor, role: Grant['role'], today: Day): boolean =>
  actor.grants.some((grant) => grant.role === role && inForce(grant, today))
