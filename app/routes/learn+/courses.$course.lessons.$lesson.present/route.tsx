import { useLoaderData } from '@remix-run/react'
import { getLesson } from '~/content/lessons-find.server'
import { Forbidden } from '~/domain/shared/faults'
import { holds } from '~/http/context.server'
import { param, type Signed, serve } from '~/http/serve.server'
import learnStyles from '~/ui/learn/learn.css?url'
import presentStyles from '~/ui/learn/present.css?url'
import { PresentView } from '~/ui/learn/present-view'
import sheetStyles from '~/ui/learn/sheet.css?url'
import { titled } from '~/ui/shell/title'
import { presentPage } from './screen.server'

export const links = () => [learnStyles, sheetStyles, presentStyles].map((href) => ({ rel: 'stylesheet', href }))

/** Whoever trains others: a manager, a supervisor or an administrator of today. */
const isTrainer = ({ actor, today }: Signed): boolean =>
  (['manager', 'supervisor', 'administrator'] as const).some((role) => holds(actor, role, today))

export const loader = serve('person', (ctx, { request, params }) => {
  const { course, lesson } = getLesson(param(params, 'course'), param(params, 'lesson'))
  const search = new URL(request.url).searchParams
  const maySeeAnswers = isTrainer(ctx)
  const isAnswered = search.has('answer')
  if (isAnswered && !maySeeAnswers) throw new Forbidden()
  return presentPage(course, lesson, ctx.locale, { screen: search.get('screen'), isAnswered, maySeeAnswers })
})

export const handle = titled<typeof loader>((t, { lesson, number, total }) => t('learn:present.title', { lesson, number, total }))

export default function Present() {
  return <PresentView page={useLoaderData<typeof loader>()} />
}
