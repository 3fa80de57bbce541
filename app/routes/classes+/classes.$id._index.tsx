import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { ClassView } from '~/ui/classes/class-view'
import { titled } from '~/ui/shell/title'
import { inviteMembers } from '~/usecases/classes/invite-members.server'
import { getHeldClass, getLedClass } from '~/usecases/classes/reached-class.server'
import { classPage } from './class-page.server'

export const loader = serve('person', async (ctx, { request, params }) => ({
  page: await classPage(ctx, await getHeldClass(ctx, param(params, 'id')), request),
  done: readQuery(request).oneOf('done', ['planned', 'changed', 'calledOff', 'invited'] as const),
}))

/** The leader asks everybody who is left on the list to come, or those whom he chose. */
export const action = serve('person', async (ctx, { request, params }) => {
  const classId = param(params, 'id')
  await getLedClass(ctx, classId)
  const form = await formOf(request)
  const chosen = form.getAll('member').flatMap((one) => (typeof one === 'string' ? [one] : []))
  const members = form.get('intent') === 'invite-chosen' ? chosen.slice(0, 2000) : null
  const outcome = await inviteMembers(ctx, { classId, members })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/classes/${classId}?done=invited`, 303)
})

export const handle = titled<typeof loader>((_t, { page }) => `${page.title} · ${page.programme.place}`)

export default function ClassOfProgramme() {
  const { page, done } = useLoaderData<typeof loader>()
  return <ClassView page={page} done={done} answer={useActionData<typeof action>()} />
}
