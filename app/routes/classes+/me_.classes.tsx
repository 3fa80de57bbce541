import { useLoaderData } from '@remix-run/react'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { MyClassesView } from '~/ui/classes/my-classes-view'
import { MyRoutesView } from '~/ui/classes/my-routes-view'
import { titled } from '~/ui/shell/title'
import { myClasses } from './my-classes.server'
import { myRoutes } from './my-routes.server'

export const loader = serve('person', async (ctx, { request }) => ({
  ...(await myClasses(ctx, readQuery(request).page())),
  routes: await myRoutes(ctx),
}))

export const handle = titled<typeof loader>((t) => t('classroom:mine.title'))

export default function MyClassesPage() {
  const { routes, ...page } = useLoaderData<typeof loader>()
  return (
    <>
      <MyClassesView page={page} />
      <MyRoutesView routes={routes} />
    </>
  )
}
