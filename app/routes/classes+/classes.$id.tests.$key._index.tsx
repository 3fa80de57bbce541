import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { TestRunView } from '~/ui/classes/test-run-view'
import { titled } from '~/ui/shell/title'
import { chooseClassTest } from '~/usecases/classes/choose-class-test.server'
import { closeClassTest } from '~/usecases/classes/close-class-test.server'
import { gradeWhatIsDue } from '~/usecases/classes/close-due-class-papers.server'
import { openClassTest, renewTestCode } from '~/usecases/classes/open-class-test.server'
import { getHeldTest } from '~/usecases/classes/reached-test.server'
import { shownChoice, shownTest, topicsOffered } from './class-test-page.server'

export const loader = serve('person', async (ctx, { request, params }) => {
  const sight = await getHeldTest(ctx, param(params, 'id'), param(params, 'key'))
  const done = readQuery(request).oneOf('done', ['chosen', 'opened', 'renewed', 'closed'] as const)
  return { test: shownTest(sight), choice: shownChoice(sight, ctx.locale), done }
})

const whole = (least: number, most: number, words: string) => z.number(words).int(words).min(least, words).max(most, words)

const wishAmong = (offered: readonly string[]) =>
  z.object({
    topics: z
      .array(z.string(), 'classtest:refusal.noTopic')
      .transform((asked) => offered.filter((id) => asked.includes(id)))
      .pipe(z.array(z.string()).min(1, 'classtest:refusal.noTopic')),
    questions: whole(3, 50, 'classtest:refusal.questions'),
    pass: whole(50, 100, 'classtest:refusal.pass'),
    minutes: whole(3, 120, 'classtest:refusal.minutes'),
    tries: whole(1, 3, 'classtest:refusal.tries'),
  })

type Outcome = { kind: 'chosen' | 'opened' | 'renewed' | 'closed' } | Refused

/** Whoever runs the test says what it is, opens it, shows another code, or collects what is open. */
export const action = serve('person', async (ctx, { request, params }) => {
  const which = { classId: param(params, 'id'), part: param(params, 'key') }
  const form = await formOf(request)
  const answered = (outcome: Outcome) =>
    isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/classes/${which.classId}/tests/${which.part}?done=${outcome.kind}`, 303)
  const intent = form.get('intent')
  if (intent === 'open') return answered(await openClassTest(ctx, which))
  if (intent === 'renew') return answered(await renewTestCode(ctx, which))
  if (intent === 'close') {
    if (form.get('sure') !== 'yes') return refusedForm(refuse('classtest:refusal.notSure'), form)
    const outcome = await closeClassTest(ctx, which)
    if (!isRefused(outcome)) await gradeWhatIsDue(new Date(ctx.now.getTime() + 1))
    return answered(outcome)
  }
  const offered = topicsOffered(await getHeldTest(ctx, which.classId, which.part), ctx.locale)
  const read = parseForm(form, wishAmong(offered))
  return read.ok ? answered(await chooseClassTest(ctx, { ...which, body: read.value })) : formRefused(read.answer)
})

export const handle = titled<typeof loader>((t, { test }) => `${t('classtest:run.title')} · ${test.title}`)

export default function ClassTest() {
  return <TestRunView {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
