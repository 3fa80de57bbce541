import { useLoaderData } from '@remix-run/react'
import { gateKeepers } from '~/content/jobs.server'
import { findPostUnit } from '~/data/duties/gate-cards.server'
import { keptUnits } from '~/data/duties/gate-keeping.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { GateGlance } from '~/ui/duties/gate-glance'
import { titled } from '~/ui/shell/title'
import { askByPost } from '~/usecases/duties/ask-gate.server'
import { askerOf, glanceOf, jobIn } from './gate-lines.server'

/** For who keeps the gate of a unit: one of its people, found by name. Anybody else's post is not there. */
export const loader = serve('person', async (ctx, { request, params }) => {
  const { now, today, locale } = ctx
  const postId = param(params, 'postId')
  const unitId = findPostUnit(postId)
  const kept = keptUnits(ctx.actor.personId, gateKeepers(), actorScope(ctx, 'manage'), today)
  if (unitId === null || !kept.some(({ id }) => id === unitId)) throw new NotFound()
  const job = jobIn(new URL(request.url).searchParams)
  const found = await askByPost(postId, { job, asker: askerOf(ctx, 'name'), now, today })
  if (found === null) throw new NotFound()
  return { answer: glanceOf(found, { job, today, locale, name: 'whole' }), isOwn: found.isOwn, job }
})

export const handle = titled<typeof loader>((t) => t('duties:gate.title'))

export default function AskedByName() {
  const { answer, isOwn, job } = useLoaderData<typeof loader>()
  const { t } = useTranslation('gate')
  return (
    <>
      <GateGlance answer={answer} isOwn={isOwn} />
      <p className="mx-auto mt-6 max-w-xl">
        <a href={`/gate?job=${job}`} className="inline-flex min-h-touch items-center">
          {t('next')}
        </a>
      </p>
    </>
  )
}
