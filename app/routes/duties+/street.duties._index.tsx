import { useLoaderData } from '@remix-run/react'
import { findLocalDuties } from '~/data/duties/local-duties.server'
import { serve } from '~/http/serve.server'
import { LocalDutyListView } from '~/ui/duties/local/duty-list-view'
import type { LocalDutyList } from '~/ui/duties/local/local-duty'
import { titled } from '~/ui/shell/title'
import { ownPlaces, wholePaths } from '~/usecases/duties/reached-local-duty.server'
import { localDutyLine } from './local-duty-page.server'

export const loader = serve('supervisor', (ctx): LocalDutyList => {
  const rows = findLocalDuties(wholePaths(ctx))
  return { lines: rows.map((row) => localDutyLine(ctx, row)), canWrite: ownPlaces(ctx).length > 0 }
})

export const handle = titled<typeof loader>((t) => t('localduties:list.title'))

export default function LocalDuties() {
  return <LocalDutyListView list={useLoaderData<typeof loader>()} />
}
