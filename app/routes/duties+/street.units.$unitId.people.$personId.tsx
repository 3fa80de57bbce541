import { useLoaderData } from '@remix-run/react'
import { positionName } from '~/content/position-words.server'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { findPersonAt } from '~/data/org/people.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, serve } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { ComesNext, OnRecord } from '~/ui/duties/console/person-standing'
import { PostsHeld } from '~/ui/org/people/posts-held'
import { titled } from '~/ui/shell/title'
import { personStandingAt } from './person-standing.server'

export const loader = serve('supervisor', async (ctx, { params }) => {
  const scope = actorScope(ctx, 'supervise')
  const unit = await findUnit(scope, param(params, 'unitId'), ctx.today)
  const person = unit && (await findPersonAt(scope, unit.id, param(params, 'personId')))
  if (!unit || !person) throw new NotFound()
  return {
    unit: { id: unit.id, name: unit.name, place: unit.place.name },
    person: { id: person.id, name: person.name },
    posts: person.posts.map(({ id, position, from, to }) => ({
      id,
      position: positionName(position, ctx.locale),
      from: dayText(from, ctx.locale),
      to: to === null ? null : dayText(to, ctx.locale),
    })),
    standing: personStandingAt(unit, person.id, ctx.today, ctx.locale),
  }
})

export const handle = titled<typeof loader>((_, { person, unit }) => `${person.name} · ${unit.name}`)

export default function SupervisedPerson() {
  const { unit, person, posts, standing } = useLoaderData<typeof loader>()
  const { t } = useTranslation('duties')
  return (
    <>
      <p className="no-print mb-2">
        <a href={`/street/units/${unit.id}/duties`} className="inline-flex min-h-touch items-center">
          {t('waive.back', { unit: unit.name })}
        </a>
      </p>
      <p className="text-ink2">
        {unit.name} · {unit.place}
      </p>
      <h1 className="mt-1">
        {t(standing.missing === 0 ? 'person.answerNone' : 'person.answer', { name: person.name, n: standing.missing })}
      </h1>
      <ComesNext lines={standing.lines} />
      <PostsHeld posts={posts} />
      <OnRecord history={standing.history} unitName={unit.name} />
    </>
  )
}
