import { islandAddress } from '~/gateways/islands.server'
import { hashOf } from '~/gateways/secrets.server'
import type { Ctx } from './context.server'

/**
 * For pages that open without network. A private one is bound to the session it was kept in: it is gone once someone signs out or in at
 * the same browser.
 */
export const offlineFacts = ({ actor }: Pick<Ctx, 'actor'>, is: 'public' | 'private'): { script: string; owner: string } => ({
  script: islandAddress('offline'),
  owner: is === 'public' || actor === null ? '' : hashOf(`kept pages ${actor.sessionId}`).slice(0, 16),
})
