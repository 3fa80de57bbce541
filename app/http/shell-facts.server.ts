import { unreadNotices } from '~/data/notices/notices.server'
import type { Role } from '~/domain/accounts/grants'
import { enhanceScript } from '~/gateways/islands.server'
import type { Preferences } from '~/i18n/config'
import { type Ctx, holds } from './context.server'

const shown: readonly Role[] = ['administrator', 'supervisor', 'manager']

/** What the frame of a page shows of the reader. */
export function shellFacts({ actor, preferences, today }: Ctx): {
  preferences: Preferences
  script: string
  name: string | null
  roles: Role[]
  unread: number
} {
  return {
    preferences,
    script: enhanceScript(),
    name: actor?.name ?? null,
    roles: actor ? shown.filter((role) => holds(actor, role, today)) : [],
    unread: actor ? unreadNotices(actor.accountId) : 0,
  }
}
