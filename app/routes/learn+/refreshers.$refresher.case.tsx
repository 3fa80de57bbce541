import { useLoaderData } from '@remix-run/react'
import { segmentsOf } from '~/content/compile.server'
import { positionName } from '~/content/duty-lines.server'
import { getCase } from '~/content/refresher.server'
import { findSeats } from '~/data/org/seats.server'
import { formatDay } from '~/domain/shared/day'
import { param, serve } from '~/http/serve.server'
import { CaseView } from '~/ui/learn/case-view'
import learnStyles from '~/ui/learn/learn.css?url'
import { dressIn } from '~/ui/mdx/dress'
import { titled } from '~/ui/shell/title'
import { readRefresherCase } from '~/usecases/learn/read-refresher.server'

export const links = () => [{ rel: 'stylesheet', href: learnStyles }]

export const loader = serve('person', async (ctx, { params }) => {
  const { locale } = ctx
  const round = await readRefresherCase(ctx.actor, param(params, 'refresher'), ctx.now)
  const found = getCase(round.caseSlug)
  const { title, toll, mistake, posts, source } = found[locale]
  const today = formatDay(ctx.today)
  const held = new Set(
    findSeats(ctx.actor.personId)
      .filter(({ from, to }) => from <= today && (to === null || to >= today))
      .map(({ position }) => position),
  )
  const isMine = (positions: readonly string[]) => positions.some((id) => held.has(id))
  const mine = posts.filter(({ positions }) => isMine(positions))
  const everybody = posts.filter(({ positions }) => positions.includes('*'))
  const yours = mine.length > 0 ? mine : everybody
  const segments = await segmentsOf({ folder: found.folder, body: found.body }, locale, dressIn(locale))
  return {
    title,
    toll,
    on: formatDay(found.zh.on),
    mistake,
    yours: yours.map(({ does }) => does),
    others: posts
      .filter((post) => !yours.includes(post))
      .map(({ positions, does }) => ({ who: positions.flatMap((id) => (id === '*' ? [] : [positionName(id, locale)])), does })),
    source: { of: source.of, isReprint: source.mark === 'V2' },
    html: segments.map((segment) => (segment.kind === 'html' ? segment.html : '')).join(''),
    back: `/refreshers/${round.id}`,
  }
})

export const handle = titled<typeof loader>((t, { title }) => `${title} · ${t('learn:refresher.case')}`)

export default function WarningCase() {
  return <CaseView page={useLoaderData<typeof loader>()} />
}
