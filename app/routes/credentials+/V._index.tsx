import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { lapsedOn } from '~/domain/credentials/paper-lapse'
import { verdictView } from '~/domain/credentials/verdict-view'
import { islandAddress } from '~/gateways/islands.server'
import { formOf, formRefused, parseForm } from '~/http/forms.server'
import { offlineFacts } from '~/http/offline.server'
import { admitAddress } from '~/http/public-limit.server'
import { serve } from '~/http/serve.server'
import { dayText, instantText } from '~/i18n/format'
import { VerifyPage } from '~/ui/credentials/verify-page'
import { titled } from '~/ui/shell/title'
import { isNamedIn, judgeText } from '~/usecases/credentials/judge-text.server'
import { namesOf, statementFacts } from './statement-facts.server'

export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex' }]

const schema = z.object({
  text: z.string('verify:error.missing').trim().min(1, 'verify:error.missing').max(2000, 'verify:error.long'),
  name: z.string().max(200, 'verify:error.long').default(''),
})

/** Anyone. What is checked stays in the browser. */
export const loader = serve('anyone', (ctx) => ({
  script: islandAddress('verify'),
  offline: offlineFacts(ctx, 'public'),
  names: namesOf(ctx.locale),
  listAt: instantText(ctx.now, ctx.locale),
}))

/** For browsers without scripts: the same verdict, by the server. */
export const action = serve('anyone', async ({ now, today, locale, address }, { request }) => {
  await admitAddress(address)
  const parsed = parseForm(await formOf(request), schema)
  if (!parsed.ok) return formRefused(parsed.answer)
  const { text, name } = parsed.value
  const verdict = await judgeText(text, now)
  const { renewals } = namesOf(locale)
  const { statement, listAt, doubtFrom, lapsed, ...view } = verdictView(verdict, (one) => lapsedOn(one, renewals, today))
  return {
    ...view,
    text,
    facts: statement && statementFacts(statement, locale),
    when: listAt === null ? '' : instantText(listAt, locale),
    doubt: doubtFrom && dayText(doubtFrom, locale),
    lapsed: lapsed && dayText(lapsed, locale),
    named: isNamedIn(verdict, name),
    typedName: name,
  }
})

export const handle = titled<typeof loader>((t) => t('verify:title'))

export default function Verify() {
  const answer = useActionData<typeof action>()
  const judged = answer && 'facts' in answer ? answer : null
  return <VerifyPage page={useLoaderData<typeof loader>()} judged={judged} answer={answer && 'errors' in answer ? answer : undefined} />
}
