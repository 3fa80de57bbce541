import { useLoaderData } from '@remix-run/react'
import { serve } from '~/http/serve.server'
import { MatrixView } from '~/ui/duties/responsibility/matrix-view'
import { titled } from '~/ui/shell/title'
import { responsibilityQuestion } from './responsibility-frame.server'
import { matrixOf } from './responsibility-matrix.server'

export const loader = serve('supervisor', (ctx, { request }) => matrixOf(responsibilityQuestion(ctx, request), ctx.locale))

export const handle = titled<typeof loader>((t) => t('duties:responsibility.tab.tasks'))

export default function Tasks() {
  return <MatrixView matrix={useLoaderData<typeof loader>()} />
}
