import { type AppLoadContext, redirect } from '@remix-run/node'
import { passwordIsFresh } from '~/domain/accounts/session-limits'
import { Forbidden, NotFound } from '~/domain/shared/faults'
import type { Asked } from './asked.server'
import { type Actor, type Ctx, contextOf, holds } from './context.server'
import { toResponse } from './errors.server'

declare module '@remix-run/server-runtime' {
  /** Types of loaders and actions follow what they return. */
  interface Future {
    v3_singleFetch: true
  }
}

/**
 * Who a route is for. anyone: no sign-in. person: whoever is signed in, sees only what is his. manager, supervisor, administrator:
 * the holder of such a grant today; an administrator passes everywhere. What of it he may see is decided by scope, not here.
 */
export type Audience = 'anyone' | 'person' | 'manager' | 'supervisor' | 'administrator'

export type Signed = Ctx & { actor: Actor }
type CtxFor<A extends Audience> = A extends 'anyone' ? Ctx : Signed
type Params = Record<string, string | undefined>
type Served<A extends Audience, T> = (ctx: CtxFor<A>, args: { request: Asked; params: Params }) => Promise<T> | T

const isSigned = (ctx: Ctx): ctx is Signed => ctx.actor !== null

function admit(ctx: Ctx, audience: Audience, request: Asked): void {
  if (audience === 'anyone') return
  if (!isSigned(ctx)) throw toSignIn(request)
  if (ctx.actor.mustSetPassword && new URL(request.url).pathname.replace(/\.data$/, '') !== '/password') throw redirect('/password')
  if (audience === 'person' || holds(ctx.actor, 'administrator', ctx.today)) return
  if (audience === 'administrator' || !holds(ctx.actor, audience, ctx.today)) throw new Forbidden()
}

function toSignIn(request: Asked): Response {
  const url = new URL(request.url)
  const next = request.method === 'GET' ? url.pathname.replace(/\.data$/, '') + url.search : '/me'
  return redirect(`/sign-in?next=${encodeURIComponent(next)}`)
}

/**
 * Wraps a loader or an action with its guard: each carries its own, because a parent route's guard does not protect its children.
 * NotFound and Forbidden become 404 and 403.
 */
export function serve<A extends Audience, T>(audience: A, handler: Served<A, T>) {
  return async ({ request, params, context }: { request: Asked; params: Params; context: AppLoadContext }): Promise<T> => {
    const ctx = await contextOf(request, context)
    try {
      admit(ctx, audience, request)
      return await handler(ctx as CtxFor<A>, { request, params })
    } catch (fault) {
      throw toResponse(fault)
    }
  }
}

/** A parameter of the address; absent is not found. */
export function param(params: Params, name: string): string {
  const value = params[name]
  if (!value) throw new NotFound()
  return value
}

/** For sensitive acts: sends to the password page first when it was not given in the last minutes. */
export function requireFreshPassword(ctx: Signed, request: Asked): void {
  if (passwordIsFresh(ctx.actor.passwordAt, ctx.now)) return
  const url = new URL(request.url)
  const back = url.pathname.replace(/\.data$/, '') + url.search
  throw redirect(`/confirm-password?next=${encodeURIComponent(back)}`)
}

/** A place inside this site to go on to; anything else becomes `fallback`. */
export const safeNext = (next: string | null, fallback: string): string => (next && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : fallback)
