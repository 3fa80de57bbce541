import { redirect } from '@remix-run/node'
import { findNewestRefresher } from '~/data/learn/refreshers.server'
import { roundState } from '~/domain/learn/refresher-round'
import { isRefused } from '~/domain/shared/refusal'
import { serve } from '~/http/serve.server'
import { startRefresher } from '~/usecases/learn/start-refresher.server'

/** To one's own round under way; one's own page says when there is none. */
export const loader = serve('person', ({ actor, today }) => {
  const newest = findNewestRefresher(actor.personId)
  return redirect(newest && roundState(newest.facts, today) === 'live' ? `/refreshers/${newest.id}` : '/me')
})

export const action = serve('person', async ({ actor, now }) => {
  const outcome = await startRefresher({ personId: actor.personId, now })
  return redirect(isRefused(outcome) ? '/me' : `/refreshers/${outcome.refresherId}`, 303)
})
