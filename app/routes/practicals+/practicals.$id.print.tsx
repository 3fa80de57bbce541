import { useLoaderData } from '@remix-run/react'
import { param, serve } from '~/http/serve.server'
import { PrintedSheet } from '~/ui/practicals/printed-sheet'
import { titled } from '~/ui/shell/title'
import { practicalPage } from './practical-page.server'

export const loader = serve('person', (ctx, { params }) => practicalPage(ctx, param(params, 'id')))

export const handle = titled<typeof loader>(
  (t, { checklist, person }) => `${checklist.title} · ${person.name} · ${t('practicals:paper.title')}`,
)

export default function PrintPractical() {
  return <PrintedSheet assessment={useLoaderData<typeof loader>()} />
}
