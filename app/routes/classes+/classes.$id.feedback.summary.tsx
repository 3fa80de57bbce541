import { useLoaderData } from '@remix-run/react'
import { feedbackOf } from '~/data/classes/feedback.server'
import { paceCounts, shownAnswers, toldCount } from '~/domain/classes/class-feedback'
import { groupedBy } from '~/domain/shared/grouped'
import { settings } from '~/env.server'
import { param, serve } from '~/http/serve.server'
import { type FeedbackSummary, FeedbackSummaryView, type SaidLine } from '~/ui/classes/feedback-summary-view'
import { titled } from '~/ui/shell/title'
import { feedbackNow } from '~/usecases/classes/give-class-feedback.server'
import { getLedClass } from '~/usecases/classes/reached-class.server'

/** Each question's answers in an order of their own: three lines of one hand do not stand side by side. */
const sorted = (lines: string[]): SaidLine[] => {
  const said = groupedBy(
    lines.filter((line) => line !== ''),
    (line) => line,
  )
  return [...said.keys()].sort().map((text) => ({ text, times: said.get(text)?.length ?? 0 }))
}

export const loader = serve('person', async (ctx, { params }): Promise<FeedbackSummary> => {
  const { facts } = await getLedClass(ctx, param(params, 'id'))
  const state = feedbackNow(facts, ctx.now, ctx.today)
  const all = feedbackOf(facts)
  const shown = shownAnswers(all, state)
  return {
    ...{ id: facts.id, title: facts.body.title, state, given: toldCount(all, state), shown: shown.length },
    address: `${settings().publicUrl}/classes/${facts.id}/feedback`,
    pace: paceCounts(shown),
    clear: sorted(shown.map(({ clear }) => clear)),
    unclear: sorted(shown.map(({ unclear }) => unclear)),
    more: sorted(shown.map(({ more }) => more)),
  }
})

export const handle = titled<typeof loader>((t, { title }) => `${t('classtest:summary.title')} · ${title}`)

export default function FeedbackOfClass() {
  return <FeedbackSummaryView page={useLoaderData<typeof loader>()} />
}
