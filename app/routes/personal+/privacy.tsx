import { useLoaderData } from '@remix-run/react'
import { findUnitContacts } from '~/data/personal/unit-contacts.server'
import { retentionRules } from '~/domain/personal/retention'
import { serve } from '~/http/serve.server'
import { PrivacyNotice } from '~/ui/personal/privacy-notice'
import { titled } from '~/ui/shell/title'

/** What is kept of whom, why, how long, who sees it, and how to ask. */
export const loader = serve('anyone', ({ actor, today }) => ({
  rules: retentionRules.map(({ id, days }) => ({ id, days })),
  isSignedIn: actor !== null,
  contacts: actor === null ? [] : findUnitContacts(actor.personId, today),
}))

export const handle = titled<typeof loader>((t) => t('personal:privacy.title'))

export default function Privacy() {
  return <PrivacyNotice {...useLoaderData<typeof loader>()} />
}
