import { useActionData, useLoaderData } from '@remix-run/react'
import { findPerson } from '~/data/accounts/people-search.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, requireFreshPassword, type Signed, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { AdminFrame } from '~/ui/org/admin-frame'
import { MergePeople } from '~/ui/org/people/merge-people'
import { titled } from '~/ui/shell/title'
import { alikeTo, mergeInto } from './merge-page.server'

async function personOf(ctx: Signed, id: string) {
  const scope = actorScope(ctx, 'see')
  const person = await findPerson(scope, id)
  if (!person) throw new NotFound()
  return { scope, person }
}

export const loader = serve('administrator', async (ctx, { params }) => {
  const { scope, person } = await personOf(ctx, param(params, 'personId'))
  return { person: { id: person.id, name: person.name }, alike: await alikeTo(scope, person, null, ctx.locale) }
})

export const action = serve('administrator', async (ctx, { request, params }) => {
  const { person } = await personOf(ctx, param(params, 'personId'))
  requireFreshPassword(ctx, request)
  return mergeInto(ctx, request, { unitId: null, keptId: person.id }, `/admin/people/${person.id}`)
})

export const handle = titled<typeof loader>((t, { person }) => t('people:merge.title', { name: person.name }))

export default function MergePersonAnywhere() {
  const { person, alike } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('people')
  return (
    <AdminFrame title={t('merge.title', { name: person.name })}>
      <MergePeople name={person.name} alike={alike} answer={answer} back={`/admin/people/${person.id}`} />
    </AdminFrame>
  )
}
