import { useLoaderData } from '@remix-run/react'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { MyClassesView } from '~/ui/classes/my-classes-view'
import { titled } from '~/ui/shell/title'
import { myClasses } from './my-classes.server'

export const loader = serve('person', (ctx, { request }) => myClasses(ctx, readQuery(request).page()))

export const handle = titled<typeof loader>((t) => t('classroom:mine.title'))

export default function MyClassesPage() {
  return <MyClassesView page={useLoaderData<typeof loader>()} />
}
