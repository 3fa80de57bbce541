import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isRefused } from '~/domain/shared/refusal'
import { isSpent } from '~/gateways/limits.server'
import { formOf, refusedForm } from '~/http/forms.server'
import { admitAddress, expectAddress } from '~/http/public-limit.server'
import { readQuery } from '~/http/query.server'
import { type Signed, serve } from '~/http/serve.server'
import { TestCodeView } from '~/ui/classes/test-code-view'
import { titled } from '~/ui/shell/title'
import { startClassPaper } from '~/usecases/classes/start-class-paper.server'
import { openPapers, shownCode } from './test-code-page.server'

const unkept = { 'X-Robots-Tag': 'noindex, nofollow', 'Cache-Control': 'private, no-store' }
export const headers = () => unkept
export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex, nofollow' }]

/** A wrong code counts against its address, until whoever types has none left himself: one who goes on guessing holds up nobody else. */
async function countWrong({ actor, address }: Signed): Promise<void> {
  if (!(await isSpent('test', actor.accountId))) await admitAddress(address)
}

/** The code of a room, typed or scanned: says what the test is. Nothing is begun by looking. */
export const loader = serve('person', async (ctx, { request }) => {
  const typed = readQuery(request).text('code')
  if (typed !== null) await expectAddress(ctx.address)
  const shown = typed === null ? null : await shownCode(ctx, typed)
  if (shown?.state === 'unreadable') await countWrong(ctx)
  const status = shown === null || shown.state === 'ready' ? 200 : 404
  return data({ shown, open: await openPapers(ctx) }, { status, headers: unkept })
})

/** Begins a paper, or leads to the open one or to the result. */
export const action = serve('person', async (ctx, { request }) => {
  const form = await formOf(request)
  const code = form.get('code')
  const typed = typeof code === 'string' ? code : ''
  await expectAddress(ctx.address)
  const outcome = await startClassPaper(ctx, typed)
  if (isRefused(outcome)) return refusedForm(outcome, form)
  if (outcome.kind === 'unreadable') await countWrong(ctx)
  if (outcome.kind === 'open') return redirect(`/classes/papers/${outcome.paperId}`, 303)
  if (outcome.kind === 'shown') return redirect(`/classes/papers/${outcome.paperId}/result`, 303)
  return redirect(`/classes/test?code=${encodeURIComponent(typed.slice(0, 20))}`, 303)
})

export const handle = titled<typeof loader>((t) => t('classtest:code.title'))

export default function CodeOfTest() {
  return <TestCodeView {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
