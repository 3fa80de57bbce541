import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { seatFacts } from '~/data/duties/seat-facts.server'
import { givenTo } from '~/domain/learn/course-seats'
import { civilDay } from '~/domain/shared/civil-day'
import { formatDay } from '~/domain/shared/day'
import { serve } from '~/http/serve.server'
import { MyPaths } from '~/ui/practicals/my-paths'
import { titled } from '~/ui/shell/title'
import { pathRules, pathsShown } from './paths.server'

export const loader = serve('person', (ctx) => {
  const { courses } = catalogue()
  const gives = (course: string, position: string) => givenTo(courses.get(course)?.zh.gives ?? [], position)
  const { seats, facts } = seatFacts(ctx.actor.personId, pathRules(), { gives, dayOf: civilDay })
  const current = seats.filter(({ to }) => to === null || to >= formatDay(ctx.today))
  const onPath = current.map(({ id, postId }) => ({ postId: id, isConfirmed: postId !== null }))
  return { paths: pathsShown(facts, onPath, ctx, 'person') }
})

export const handle = titled<typeof loader>((t) => t('practicals:path.mine'))

export default function MyPathsPage() {
  return <MyPaths paths={useLoaderData<typeof loader>().paths} />
}
