import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PermitScene } from '~/content/permit-schema'
import { getPermitScene } from '~/content/permits.server'
import { findOwnPermitRun } from '~/data/learn/permit-runs.server'
import type { StepAnswer } from '~/domain/learn/permit/answers'
import { groupsOf } from '~/domain/learn/permit/scene'
import { NotFound } from '~/domain/shared/faults'
import { param, serve } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import permitStyles from '~/ui/learn/permit/permit.css?url'
import { type Paper, PermitPaper } from '~/ui/learn/permit/permit-paper'
import { titled } from '~/ui/shell/title'

export const links = () => [{ rel: 'stylesheet', href: permitStyles }]

/** The permit as it was filled: what was chosen, right or not. */
function paperOf(scene: PermitScene, answer: StepAnswer, locale: Locale): Paper {
  const rows = groupsOf(scene, 'fill').map(({ key, choices }) => {
    const picked = choices.filter(({ id }) => answer.picks[key]?.includes(id))
    const lines = picked.map(({ text, card }) => {
      if (card === undefined) return text[locale]
      return [card.name, card.title, card.category, card.check].map((words) => words[locale]).join(locale === 'zh' ? '；' : '; ')
    })
    return { key, lines }
  })
  const hours = { key: 'hours', lines: [`${answer.from} – ${answer.to}`] }
  const before = rows.findIndex(({ key }) => key === 'licence')
  return { title: scene.title[locale], on: dayText(scene.on, locale), rows: rows.toSpliced(before, 0, hours) }
}

export const loader = serve('person', (ctx, { params }) => {
  const scene = getPermitScene(param(params, 'scene'))
  const run = findOwnPermitRun(ctx.actor.personId, scene.id, param(params, 'run'))
  if (run === null) throw new NotFound()
  const answer = run.answers.fill
  if (answer === undefined) throw redirect(`/permits/${scene.id}`)
  return { paper: paperOf(scene, answer, ctx.locale), back: `/permits/${scene.id}/runs/${run.id}?step=fill` }
})

export const handle = titled<typeof loader>((t, { paper }) => `${t('learn:permit.paper.title')} · ${paper.title}`)

export default function PermitSheet() {
  const { t } = useTranslation('learn')
  const { paper, back } = useLoaderData<typeof loader>()
  return (
    <>
      <p className="no-print mb-4">
        <a href={back} className="inline-flex min-h-touch items-center">
          {t('permit.paper.back')}
        </a>
      </p>
      <PermitPaper paper={paper} />
    </>
  )
}
